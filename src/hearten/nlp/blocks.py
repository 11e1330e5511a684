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
    patterns = {name: re.compile(table[name], re.IGNORECASE) for name in ("greeting", "closing", "header_line", "sent_from")}
    return {**patterns, "reply_header": [re.compile(p, re.IGNORECASE) for p in table["reply_header"]]}


_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]*(?:\r\n|[\r\n\u2028\u2029\x85]|$)")
_ITEM = re.compile(r"\s*(?:[-*•‣·–—+o]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
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


def _starts_reply(lines: list[_Line], i: int) -> bool:
    """Tell whether line `i` opens somebody's earlier message."""
    mail = _mail()
    bare = lines[i].text.strip()
    if any(p.fullmatch(bare) for p in mail["reply_header"]):
        return True
    # Mail programs break a long "On ... wrote:" over two lines.
    if (
        i + 1 < len(lines)
        and bare.lower().startswith("on ")
        and any(p.fullmatch(f"{bare} {lines[i + 1].text.strip()}") for p in mail["reply_header"])
    ):
        return True
    block = [line.text.strip() for line in lines[i : i + 5]]
    return bool(block) and mail["header_line"].fullmatch(block[0]) is not None and sum(bool(mail["header_line"].fullmatch(b)) for b in block) >= 3


def blocks(text: str) -> list[Block]:
    """Cut `text` into blocks; blank lines belong to none. Offsets are exact."""
    return list(_merge(list(_classify(_lines(text)))))


def _classify(  # noqa: C901 -- one question a kind, in the order that decides
    lines: list[_Line],
) -> Iterator[tuple[Kind | None, _Line, bool]]:
    """Name each line's kind (None when blank) and whether it opens a new block."""
    mail, fenced = _mail(), False
    tail: Kind | None = None
    seen_prose = False
    words = [i for i, line in enumerate(lines) if line.text.strip()]
    reply = next((i for i in words if _starts_reply(lines, i)), len(lines))
    last_words = max((i for i in words if i < reply), default=0)
    for i, line in enumerate(lines):
        bare = line.text.strip()
        if i == reply:
            tail = "quote"
            yield tail, line, True
        elif tail is not None:
            yield (tail if bare else None), line, False
        elif _FENCE.match(line.text):
            fenced = not fenced
            yield "code", line, False
        elif fenced:
            yield "code", line, False
        elif not bare:
            yield None, line, True
        elif bare.startswith((">", "|>")):
            yield "quote", line, False
        elif (seen_prose and bare in ("--", "—", "__")) or re.fullmatch(r"--\s?", line.text):
            tail = "signature"
            yield tail, line, True
        elif mail["sent_from"].fullmatch(bare):
            yield "signature", line, True
        elif seen_prose and last_words - i <= 5 and mail["closing"].fullmatch(bare) and _short_to_end(lines[i + 1 : reply]):
            tail = "signature"
            yield "closing", line, True
        elif not seen_prose and mail["greeting"].fullmatch(bare) and len(bare.split()) <= 5 and "?" not in bare:
            yield "greeting", line, True
        else:
            seen_prose = True
            yield ("item" if _ITEM.match(line.text) else "prose"), line, bool(_ITEM.match(line.text))


def _short_to_end(lines: list[_Line]) -> bool:
    return all(len(line.text.split()) <= 8 for line in lines)


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
