"""A leader's draft, read sentence by sentence."""

from dataclasses import dataclass

from hearten.domain.finding import Finding, Label
from hearten.domain.message import Read, Sensitive


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the leader's own, `draft[start:end]`, with the talk moves over their threshold.

    `flags` are the finer marks behind findings (pressure, blame, false_hope ...).
    """

    index: int
    start: int
    end: int
    text: str
    moves: tuple[Label, ...]
    flags: tuple[Label, ...] = ()

    def has(self, *names: str) -> bool:
        """Tell whether any of the talk moves `names` was read here."""
        return any(m.label in names for m in self.moves)

    def flagged(self, *names: str) -> bool:
        """Tell whether any of the flags `names` was read here."""
        return any(f.label in names for f in self.flags)


@dataclass(frozen=True, slots=True)
class Point:
    """One reason for the feel-heard reading: the rule, its points, and the sentences it rests on."""

    rule: str
    points: int
    sentences: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Heard:
    """The feel-heard reading, 0-100 from a base plus `points`; None where it would say nothing (see Check.notes)."""

    score: int | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What the reader meets, in order: feeling, inquiry, permission, advice, facts or none, a word a sentence."""

    parts: tuple[str, ...]
    respected: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A small change to a span. `text` holds no fact that the draft does not: an empty text deletes."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The share of the draft's words that did not come from accepted suggestions, 0-1."""

    share: float
    words: int
    suggested: int
    note: str


@dataclass(frozen=True, slots=True)
class Check:
    """Everything Hearten has to say about a draft. `first` is the one most useful thing."""

    heard: Heard
    care: float | None
    candour: float | None
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    blank: str | None
    blank_at: int | None
    order: Order
    own_words: OwnWords
    first: str
    kind: str
    reply_to: Read | None
    sensitive: tuple[Sensitive, ...]
    language: str
    notes: tuple[str, ...]
    model: str
