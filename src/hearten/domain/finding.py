"""What may be claimed about a text, and the evidence without which nothing is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tone = Literal["hard", "well"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: `text[start:end]`, offsets in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the span out of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Label:
    """A label and how sure the reading is of it, 0-1."""

    label: str
    p: float


def strongest(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Keep each label once, at its highest p; strongest first."""
    best: dict[str, Label] = {}
    for label in labels:
        if label.label not in best or label.p > best[label.label].p:
            best[label.label] = label
    return tuple(sorted(best.values(), key=lambda label: -label.p))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen in a text, in neutral words, with the words that show it.

    `tone` says whether the words may land hard or well; `other` is another way to read them; `next` is a
    step the leader can take; `source` names the rule or model, with its version, that found it.
    """

    id: str
    start: int
    end: int
    text: str
    why: str
    next: str
    confidence: float
    tone: Tone
    other: str
    source: str

    @property
    def span(self) -> Span:
        """The place of the evidence in the text."""
        return Span(self.start, self.end)
