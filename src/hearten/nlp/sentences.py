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


# An end: stops, then closing quotes, brackets or emoji, then space and something that may begin a sentence. Each
# alternative starts only at the head of its run, so that a row of 50,000 dots is looked at once.
_EMOJI = "\\U0001F300-\\U0001FAFF\\u2600-\\u27BF\\uFE0F\\u200d"
_CLOSERS = f"\"'”’»)\\]{_EMOJI}"
_END = re.compile(
    rf"(?:(?P<stop>(?<![.!?…。！？])[.!?…。！？]++)|(?<![{_CLOSERS}])(?=[\U0001F300-\U0001FAFF\u2600-\u27BF]))"
    rf"[{_CLOSERS}]*+(?=\s|$|(?<=[。！？]))(?:[ \t]*+[{_EMOJI}]++(?=\s|$))*+"
)
_WORD_BEFORE = re.compile(r"[\w.@/:?=&#%+'’-]{1,40}$")
_HAS_WORD = re.compile(r"\w")
_FIRST_WORD = re.compile(r"\w+")
_LONGEST_WORD = 40


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_yaml("hearten.nlp", "mail.yaml")["abbreviations"].items()}


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
    said = iter(quoted(text, start, end))
    quote = next(said, None)
    for match in _END.finditer(text, start, end):
        while quote and quote[1] < match.end():
            quote = next(said, None)
        # A stop inside quotation marks is the other person's; the sentence that holds the quote goes on.
        inside = quote is not None and quote[0] < match.start() and match.end() < quote[1]
        if inside or match.end() == match.start() or match.end() <= begin or not _ends(text, begin, match, end):
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
    stop = match.group("stop")
    if not _HAS_WORD.search(text, begin, match.end()):
        return False
    follows = _FIRST_WORD.search(text, match.end(), end)
    if follows is None:
        # Stray marks and emoji at the end belong to the sentence before them.
        return not text[match.end() : end].strip()
    first = follows.group()[:1]
    if not stop:
        return first.isupper()
    closed = match.group().rstrip()[-1] in "\"'”’»)"
    if "?" in stop or "!" in stop:
        return not (first.islower() and closed)
    if stop.strip(".") in ("", "…") and (len(stop) > 1 or stop == "…"):
        return not first.islower()
    # In chat many begin without a capital; a full stop after a longer clause still ends it, but 'she said "no." and left' goes on.
    goes_on = first.islower() and (closed or len(text[max(begin, match.start() - 200) : match.start()].split()) < 3)
    return not goes_on and _full_stop(text, begin, match, follows.group())


def _full_stop(text: str, begin: int, match: re.Match[str], follows: str) -> bool:
    """Tell whether a single "." may be a full stop, from the word before it and the word that follows."""
    found = _WORD_BEFORE.search(text[max(begin, match.start() - _LONGEST_WORD) : match.start()])
    if found is None:
        return True
    table, word, next_word = _abbreviations(), found.group().lower(), follows.lower()
    if word in table["never"] or (word in table["before_numbers"] and follows[0].isdigit()):
        return False
    if word in table["times"]:
        return follows[0].isupper() and next_word not in table["dates"]
    if word in table["before_names"] or found.group() in table["calendar"]:
        return next_word in table["starters"] and follows[0].isupper()
    alone = text[begin : match.start()].strip() if match.start() - begin < _LONGEST_WORD else ""
    initial = len(word) == 1 and word.isalpha() and word != "i" and follows[0].isupper()
    return not initial and not (word.isdigit() and alone == word)


# Spans begin where no word ends and end where none begins: 5" pipes, the teams' work and can't are no quotes. None may
# hold its own opening mark, so that a row of them is looked at once.
_QUOTED = re.compile(
    r"“[^“”]{2,}”|(?<!\w)\"[^\"\n]{2,}\"(?!\w)|«[^«»]{2,}»"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){8,}?'(?!\w)|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){8,}?’(?!\w)"
)


def quoted(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find what stands in quotation marks in `text[start:end]`: spans that hold at least two words, marks included."""
    found = _QUOTED.finditer(text, start, len(text) if end is None else end)
    return [m.span() for m in found if len(m.group().split()) > 1]
