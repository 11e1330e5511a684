"""What they wrote: what it expresses and seeks, in words."""

from dataclasses import dataclass

from hearten.domain import Label, Read, Sensitive
from hearten.web.tables import content

_LIKELY = 0.75
_MOST = 3


@dataclass(frozen=True, slots=True)
class Theirs:
    """The reading of their message as sentences, and what in it needs care."""

    lines: tuple[str, ...]
    careful: tuple[Sensitive, ...]


def theirs(read: Read) -> Theirs:
    """Say a reading in words; guesses are said as guesses."""
    words = content("words")
    if read.notes and not read.emotions:
        return Theirs(read.notes, _careful(read))
    lines = [_feelings([e for e in read.emotions if e.label != "neutral"][:_MOST], words["emotions"])]
    lines.append(words["stress"].get(read.stress.label, ""))
    if read.masked:
        lines.append(words["masked"])
    if read.concerns:
        lines.append(f"It seems to be about {listed([words['concerns'].get(c.label, c.label) for c in read.concerns[:_MOST]])}.")
    lines.append(words["seeks"].get(read.seeks, ""))
    return Theirs(tuple(line for line in (*lines, *read.notes) if line), _careful(read))


def listed(names: list[str]) -> str:
    """Join names as people do: a, b and c."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _feelings(found: list[Label], words: dict[str, str]) -> str:
    if not found:
        return "No strong feeling shows."
    likely = [words.get(e.label, e.label) for e in found if e.p >= _LIKELY]
    others = [words.get(e.label, e.label) for e in found if e.p < _LIKELY]
    if likely and others:
        return f"It may express {listed(likely)}, perhaps also {listed(others)}."
    return f"It may express {listed(likely or others)}."


def _careful(read: Read) -> tuple[Sensitive, ...]:
    return tuple(s for s in read.sensitive if not s.stop)
