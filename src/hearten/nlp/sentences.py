"""Sentences of a message with exact offsets, and whose voice each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearten.data import load_yaml
from hearten.nlp.blocks import Kind, blocks


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or another piece of a message, `text[start:end]`, and what kind of block it stands in."""

    start: int
    end: int
    text: str
    kind: Kind

    @property
    def own(self) -> bool:
        """Tell whether it is prose in the writer's own voice."""
        return self.kind in ("prose", "item")


# An end: stops, then closing quotes, brackets or emoji, then space and something that may begin a sentence.
_END = re.compile(
    r"(?P<stop>[.!?…。！？]+|(?=[\U0001F300-\U0001FAFF\u2600-\u27BF]))[\"'”’»)\]\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200d]*(?=\s|$)"
)
_WORD_BEFORE = re.compile(r"[\w.@/:-]+$")
_HAS_WORD = re.compile(r"\w")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "mail.yaml")["abbreviations"])


def split(text: str) -> list[Piece]:
    """Split `text` into pieces in order. Every piece is `text[start:end]`; only blank space lies between pieces.

    Greetings, quotes, signatures and code come as one piece each, with their kind.
    """
    pieces = []
    for block in blocks(text):
        if block.kind in ("prose", "item"):
            pieces += [Piece(a, b, text[a:b], block.kind) for a, b in _sentences(text, block.start, block.end)]
        elif block.end > block.start:
            pieces.append(Piece(block.start, block.end, text[block.start : block.end], block.kind))
    return pieces


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() == match.start() or match.end() <= begin or not _ends(text, begin, match, end):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if end > start:
        yield start, end


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Tell whether a stop truly ends a sentence: not an abbreviation, not a number, not mid-clause."""
    stop, after = match.group("stop"), text[match.end() : end].lstrip()
    if not after or not _HAS_WORD.search(text[begin : match.end()]) or not _HAS_WORD.search(after):
        # Stray marks and emoji at the end belong to the sentence before them.
        return not after
    first = after.lstrip("\"'“‘«([*_")[:1]
    if not stop:
        return first.isupper()
    if "?" in stop or "!" in stop:
        return not (first.islower() and match.group()[-1] in "\"'”’»)")
    if stop == "." and (settled := _after_word(text, begin, match.start(), first)) is not None:
        return settled
    if len(stop) > 1 or stop == "…":
        return not first.islower()
    # In chat many begin without a capital; a full stop after a longer clause still ends it.
    return not first.islower() or len(text[begin : match.end()].split()) >= 3


def _after_word(text: str, begin: int, stop: int, first: str) -> bool | None:
    """Tell what the word before a full stop says of it: True it ends, False it doesn't, None nothing."""
    found = _WORD_BEFORE.search(text[max(begin, stop - 40) : stop])
    word = found.group().lower() if found else ""
    if word in _abbreviations():
        # "a.m." and "etc." may end a sentence; a capital after them says so, but not after "Dr.".
        return first.isupper() and word in ("a.m", "p.m", "etc")
    initial = len(word) == 1 and word.isalpha() and word != "i" and first.isupper()
    numbered = word.isdigit() and stop - len(word) == begin
    return False if initial or numbered else None


_QUOTED = re.compile(r"“[^”]{2,}”|\"[^\"\n]{2,}\"|«[^»]{2,}»|(?<!\w)'[^'\n]{8,}?'(?!\w)|(?<!\w)‘[^’\n]{8,}’(?!\w)")


def quoted(text: str) -> list[tuple[int, int]]:
    """Find what stands in quotation marks: spans that hold at least two words, marks included."""
    return [m.span() for m in _QUOTED.finditer(text) if len(m.group().split()) > 1]
