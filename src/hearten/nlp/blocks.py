"""Which lines of a message are the writer's own prose, and which are greeting, quote, signature or code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hearten.data import load_yaml

Kind = Literal["prose", "item", "greeting", "closing", "quote", "signature", "code"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines of one kind, `text[start:end]`."""

    kind: Kind
    start: int
    end: int


@cache
def _mail() -> dict[str, Any]:
    table = load_yaml("hearten.nlp", "mail.yaml")
    patterns = {name: re.compile(table[name], re.IGNORECASE) for name in ("greeting", "closing", "header_line", "sent_from", "postscript")}
    return {**patterns, "reply_header": [re.compile(p, re.IGNORECASE) for p in table["reply_header"]]}


# The most lines a signature may have.
SIGNATURE = 8
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]*(?:\r\n|[\r\n\u2028\u2029\x85]|$)")
_ITEM = re.compile(r"\s*(?:[-*•‣·–—+o]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_MARKED = re.compile(r"\s*\|?>")
_FENCE = re.compile(r"\s*(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        if match.start() == len(text):
            break
        body = match.group().rstrip("\r\n\u2028\u2029\x85")
        found.append(_Line(match.start(), match.start() + len(body), body))
    return found


def _reply_header(lines: list[_Line], i: int) -> int:
    """Count the lines from `i` that open somebody's earlier message; 0 when none does."""
    mail = _mail()
    bare = lines[i].text.strip()
    if any(p.fullmatch(bare) for p in mail["reply_header"]):
        return 1
    # Mail programs break a long "On ... wrote:" over two lines.
    if (
        i + 1 < len(lines)
        and bare.lower().startswith("on ")
        and any(p.fullmatch(f"{bare} {lines[i + 1].text.strip()}") for p in mail["reply_header"])
    ):
        return 2
    block = [line.text.strip() for line in lines[i : i + 5]]
    if mail["header_line"].fullmatch(block[0]) is None:
        return 0
    return count if (count := sum(bool(mail["header_line"].fullmatch(b)) for b in block)) >= 3 else 0


def _quotes_follow(lines: list[_Line], i: int) -> bool:
    """Tell whether the next words from line `i` on are marked as a quote: then what follows unmarked is an answer to it."""
    return next((bool(_MARKED.match(line.text)) for line in lines[i : i + 5] if line.text.strip()), False)


def blocks(text: str) -> list[Block]:
    """Cut `text` into blocks; blank lines belong to none. Offsets are exact."""
    return list(_merge(list(_classify(_lines(text)))))


def _classify(  # noqa: C901 -- one question a kind, in the order that decides
    lines: list[_Line],
) -> Iterator[tuple[Kind | None, _Line, bool]]:
    """Name each line's kind (None when blank) and whether it opens a new block."""
    mail, fenced, header = _mail(), False, 0
    tail: Kind | None = None
    seen_prose = False
    words = [i for i, line in enumerate(lines) if line.text.strip()]
    fences = [i for i in words if _FENCE.match(lines[i].text)]
    paired = set(fences[: len(fences) // 2 * 2])
    replies = {i: count for i in words if (count := _reply_header(lines, i))}
    reply = next((i for i, count in replies.items() if not _quotes_follow(lines, i + count)), len(lines))
    last_words = max((i for i in words if i < reply), default=0)
    for i, line in enumerate(lines):
        bare = line.text.strip()
        header = replies.get(i, 0) if header <= 0 and not fenced else header
        if i == reply and not fenced:
            tail = "quote"
            yield tail, line, True
        elif tail == "quote" or (tail and not mail["postscript"].fullmatch(bare)):
            yield (tail if bare else None), line, False
        elif i in paired:
            fenced = not fenced
            yield "code", line, False
        elif fenced:
            yield "code", line, False
        elif not bare:
            yield None, line, True
        elif header > 0 or _MARKED.match(line.text):
            yield "quote", line, False
        elif line.text == "-- " or (bare in ("--", "—", "__") and last_words - i <= SIGNATURE and _unspoken(lines[i + 1 : reply])):
            tail = "signature"
            yield tail, line, True
        elif mail["sent_from"].fullmatch(bare):
            yield "signature", line, True
        elif seen_prose and last_words - i <= SIGNATURE and mail["closing"].fullmatch(bare) and _unspoken(lines[i + 1 : reply]):
            tail = "signature"
            yield "closing", line, True
        elif not seen_prose and mail["greeting"].fullmatch(bare) and len(bare.split()) <= 5 and "?" not in bare:
            yield "greeting", line, True
        else:
            seen_prose, tail = True, None
            yield ("item" if _ITEM.match(line.text) else "prose"), line, bool(_ITEM.match(line.text))
        header -= 1


def _unspoken(lines: list[_Line]) -> bool:
    """Tell whether `lines` may be a name, a role, an address: short, and no sentence."""
    return all(
        len(line.text.split()) <= 8 and not _SPOKEN.search(line.text) for line in lines if not _mail()["postscript"].fullmatch(line.text.strip())
    )


# A line of four words or more that ends as sentences do, or a question.
_SPOKEN = re.compile(r"\?\s*$|(?:\S+\s+){3,}\S*[.!…](?<!Ltd\.)(?<!Inc\.)\s*$")


def _merge(kinds: list[tuple[Kind | None, _Line, bool]]) -> Iterator[Block]:
    """Join neighbouring lines of a kind; a wrapped line of prose goes on, a short finished one ends."""
    current: Block | None = None
    previous: _Line | None = None
    for kind, line, opens in kinds:
        if kind is None:
            if current:
                yield current
            current = None
            continue
        begin = line.start + (m.end() if kind == "item" and (m := _ITEM.match(line.text)) else len(line.text) - len(line.text.lstrip()))
        end = line.start + len(line.text.rstrip())
        joins = current is not None and not opens and (kind == current.kind or (current.kind == "item" and kind == "prose"))
        if joins and current is not None and previous is not None and kind == "prose" and not _wrapped(previous, line):
            joins = False
        if joins and current is not None:
            current = Block(current.kind, current.start, max(end, current.end))
        else:
            if current:
                yield current
            current = Block(kind, min(begin, end), end)
        previous = line
    if current:
        yield current


def _wrapped(line: _Line, following: _Line) -> bool:
    """Tell whether a sentence may run on from `line` to `following`: long lines are wrapped, short ones end."""
    return len(line.text) >= 50 or following.text.lstrip()[:1].islower()
