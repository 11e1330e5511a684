"""The pairs of drafts in training/corpus/pairs, and how often a score puts the better one above."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.given import CORPUS, Given, lines
from benchmarks.stats import binomial_interval
from benchmarks.tables import Row


@dataclass(frozen=True, slots=True)
class Couple:
    """Two drafts for one situation, of which `better` should score above `worse`; `message` is what they answer, if anything."""

    id: str
    kind: str
    message: str
    better: str
    worse: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What Hearten makes of one draft; None where it says nothing."""

    heard: int | None
    care: float | None
    candour: float | None

    @property
    def both(self) -> float | None:
        """Care times candour: high only when both are there."""
        return None if self.care is None or self.candour is None else round(self.care * self.candour, 6)


def load(name: str) -> list[Couple]:
    """Load `replies` or `plain` (better, worse), or `directness` (blunt and kind, polite and empty)."""
    first, second = ("kind_text", "empty_text") if name == "directness" else ("better", "worse")
    return [Couple(r["id"], r["kind"], r["message"], r[first], r[second]) for r in lines(CORPUS / f"pairs/{name}.jsonl")]


def read(given: Given, couples: Sequence[Couple], *, with_message: bool = True, told_kind: bool = False) -> list[tuple[Reading, Reading]]:
    """Check both drafts of each couple, with or without the message they answer; the kind is guessed unless told."""
    found = []
    for couple in couples:
        hearten = given.hearten()
        both = [
            hearten.check(draft, (couple.message or None) if with_message else None, couple.kind if told_kind else "auto")
            for draft in (couple.better, couple.worse)
        ]
        first, second = (Reading(c.heard.score, c.care, c.candour) for c in both)
        found.append((first, second))
    return found


def wins(scores: Sequence[tuple[float | None, float | None]]) -> list[float]:
    """Score each couple: 1 when the better draft stands above, 0 below, half for a tie or where nothing is said."""
    return [0.5 if a is None or b is None or a == b else float(a > b) for a, b in scores]


def share(found: Sequence[float]) -> Row:
    """Give the share of couples won, ties as half, with its exact binomial interval."""
    n = len(found)
    return {
        "n": n,
        "better above": sum(x == 1 for x in found),
        "ties": sum(x == 0.5 for x in found),
        "share": sum(found) / n,
        "95 %": binomial_interval(sum(found), n),
    }
