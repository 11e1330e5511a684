"""Which lines of a message are the writer's own prose, and which are greeting, quote, signature or code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hearten.data import load_yaml
from hearten.nlp.names import NEUTRAL, neutral

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
    patterns = {
        name: re.compile(table[name], re.IGNORECASE) for name in ("greeting", "closing", "header_line", "sent_from", "postscript", "disclaimer")
    }
    return {**patterns, "reply_header": [re.compile(p, re.IGNORECASE) for p in table["reply_header"]]}


# The most lines a signature may have.
SIGNATURE = 8
_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]*(?:\r\n|[\r\n\u2028\u2029\x85]|$)")
_ITEM = re.compile(r"\s*(?:[-*•‣·–—+o]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_MARKED = re.compile(r"\s*\|?>")
_FENCE = re.compile(r"\s*(?:```|~~~)")
# A row of cells, as spreadsheets paste them: two tabs within, or bars around.
_ROW = re.compile(r"[^\t]*\S[^\t]*\t[^\t]*\t.*\S.*|\s*\|[^|]+\|.*\|\s*")
# How people end who write no closing: a name or an initial on the last line, perhaps after a dash.
_NAME = re.compile(r"(?P<dash>[-–—~]\s*)?(?P<name>[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?)")


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


def _classify(  # noqa: C901, PLR0912 -- one question a kind, in the order that decides
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
    end = next((i for i in words[1:] if i < reply and mail["disclaimer"].match(lines[i].text.strip())), reply)
    headers = {i + k for i, count in replies.items() for k in range(count)}
    mine = [i for i in words if i < end and i not in headers and not _MARKED.match(lines[i].text)]
    last_words, name = (mine[-1] if mine else 0), _name_below(lines, mine)
    for i, line in enumerate(lines):
        bare = line.text.strip()
        header = replies.get(i, 0) if header <= 0 and not fenced else header
        if i in (reply, end) and not fenced:
            tail = "quote" if i == reply else "signature"
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
        elif line.text == "-- " or (bare in ("--", "—", "__") and last_words - i <= SIGNATURE and _unspoken([lines[k] for k in mine if k > i])):
            tail = "signature"
            yield tail, line, True
        elif mail["sent_from"].fullmatch(bare) or (seen_prose and i == name):
            yield "signature", line, True
        elif seen_prose and last_words - i <= SIGNATURE and mail["closing"].fullmatch(bare) and _unspoken([lines[k] for k in mine if k > i]):
            tail = "signature"
            yield "closing", line, True
        elif _ROW.fullmatch(line.text) and not _ITEM.match(line.text):
            yield "code", line, False
        elif not seen_prose and (_greets(bare) or (i in mine[:1] and i < last_words and bare[-1] in ",:!" and _names_itself(bare[:-1]))):
            yield "greeting", line, True
        else:
            seen_prose, tail = True, None
            yield ("item" if _ITEM.match(line.text) else "prose"), line, bool(_ITEM.match(line.text))
        header -= 1


def _greets(bare: str) -> bool:
    """Tell whether a line is only a greeting."""
    return _mail()["greeting"].fullmatch(bare) is not None and len(bare.split()) <= 5 and "?" not in bare


def _name_below(lines: list[_Line], mine: list[int]) -> int | None:
    """Find the line, last before a postscript, that is only the writer's name; a name in a list is none."""
    ends = next((k for k, i in enumerate(mine) if _mail()["postscript"].fullmatch(lines[i].text.strip())), len(mine))
    above, last = mine[: ends - 1][-1:], mine[:ends][-1:]
    if not above or not last or not _names_itself(lines[last[0]].text.strip()) or _ITEM.match(lines[above[0]].text):
        return None
    return last[0]


def _names_itself(bare: str) -> bool:
    """Tell whether a last line is only the writer's name."""
    match = _NAME.fullmatch(bare)
    return match is not None and (match["dash"] is not None or len(match["name"]) == 1 or neutral(match["name"]) == NEUTRAL)


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
