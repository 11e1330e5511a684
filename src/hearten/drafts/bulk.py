"""Tags a file of texts, a JSON object a line, in batches; stops and starts again without losing a line."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from hearten.domain.finding import strongest
from hearten.domain.text import whole
from hearten.domain.wire import labels_to_wire, read_to_wire
from hearten.drafts.read import read_many
from hearten.errors import BrokenLine, HeartenError, InputError, MissingFile
from hearten.nlp import Tagger, split

Role = Literal["leader", "employee"]
BATCH = 512
# How every line of an output begins; a torn one too.
_HEAD = b'{"id": '


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a run did: lines written now, lines found done before, and the lines that could not be read."""

    written: int
    skipped: int
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    id: Any
    text: str
    context: str


def tag_file(source: Path, target: Path, role: Role, tagger: Tagger, progress: Callable[[int], None] = lambda _: None) -> Tagged:
    """Tag every line of `source` into `target`.

    A line in holds `id`, `text` and perhaps `context`; a line out holds the same id and the labels: those of a
    sentence (role leader) or of `hearten read` (role employee). Lines already in `target` are not done again,
    so a run that was cut off goes on where it stopped. A broken line is reported with its number; the rest is read.

    Args:
        source: the file to read.
        target: the file to write or go on with.
        role: who wrote the texts.
        tagger: what reads them.
        progress: called with the bytes of input dealt with so far.

    Raises:
        MissingFile: `source` isn't there.
        InputError: `target` is `source`, or holds something else than tagged lines.
    """
    if not source.is_file():
        raise MissingFile(f"There is no file {source}.")
    if target.exists() and source.samefile(target):
        raise InputError("Input and output are the same file. Give the output another name.")
    done = _done(target)
    broken: list[str] = []
    written = skipped = 0
    with target.open("a", encoding="utf-8") as out:
        for batch, place in _batches(source, broken):
            fresh = []
            for line in batch:
                key = json.dumps(line.id)
                if done[key]:
                    done[key] -= 1
                    skipped += 1
                else:
                    fresh.append(line)
            for line, found in zip(fresh, _tag(fresh, role, tagger), strict=True):
                if isinstance(found, HeartenError):
                    broken.append(f"{source}:{line.number}: {found}")
                    continue
                out.write(_written({"id": line.id, **found}) + "\n")
                written += 1
            out.flush()
            os.fsync(out.fileno())
            progress(place)
    return Tagged(written, skipped, tuple(broken))


def _written(row: dict[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # An id that holds half an emoji is given back as it came, in escapes.
        return json.dumps(row)
    return text


def _done(target: Path) -> Counter[str]:
    """Count the ids already written, and cut off a last line that a crash left torn."""
    if not target.exists():
        return Counter()
    raw = target.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    torn = raw[len(whole) :]
    try:
        rows = [json.loads(line) for line in whole.splitlines() if line.strip()]
        done = Counter(json.dumps(row["id"]) for row in rows if row["model"])
    except (ValueError, KeyError, TypeError):
        done = None
    if done is None or not torn.startswith(_HEAD[: len(torn)]):
        raise InputError(f"{target} holds something else than tagged lines. Give another output file, or remove it.")
    if torn:
        with target.open("r+b") as file:
            file.truncate(len(whole))
    return done


def _batches(source: Path, broken: list[str]) -> Iterator[tuple[list[_Line], int]]:
    batch: list[_Line] = []
    with source.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if not raw.strip():
                continue
            try:
                batch.append(_line(number, raw))
            except BrokenLine as error:
                broken.append(f"{source}:{number}: {error}")
            if len(batch) == BATCH:
                yield batch, file.tell()
                batch = []
        yield batch, file.tell()


def _line(number: int, raw: bytes) -> _Line:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BrokenLine("not UTF-8 text; save the file as UTF-8") from None
    except ValueError as error:
        raise BrokenLine(f"not a JSON object ({error})") from None
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise BrokenLine('needs "id" and "text"')
    if not isinstance(row["id"], str | int | float) or isinstance(row["id"], bool):
        raise BrokenLine('"id" must be a text or a number')
    context = row.get("context")
    if context is not None and not isinstance(context, str):
        raise BrokenLine('"context" must be a text')
    if not any(c.isalnum() for c in row["text"]):
        raise BrokenLine('"text" is empty')
    return _Line(number, row["id"], whole(row["text"]), whole(context or ""))


def _tag(lines: list[_Line], role: Role, tagger: Tagger) -> list[dict[str, Any] | HeartenError]:
    if role == "employee":
        found = read_many([(x.text, x.context) for x in lines], tagger)
        return [r if isinstance(r, HeartenError) else read_to_wire(r) for r in found]
    sentences = [[p.text for p in split(x.text) if p.own] or [x.text] for x in lines]
    pairs = [(" ".join(s.split()), x.context) for x, own in zip(lines, sentences, strict=True) for s in own]
    tags = iter(tagger.leader(pairs))
    rows: list[dict[str, Any] | HeartenError] = []
    for own in sentences:
        mine = [next(tags) for _ in own]
        moves, flags = (strongest([label for t in mine for label in getattr(t, name)]) for name in ("moves", "flags"))
        rows.append({"moves": labels_to_wire(moves), "flags": labels_to_wire(flags), "model": tagger.version})
    return rows
