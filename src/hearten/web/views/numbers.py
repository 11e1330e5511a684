"""The small numbers: the feel-heard reading with its points, care and candour in words, own words."""

from dataclasses import dataclass

from hearten.domain import Check
from hearten.web.tables import content


@dataclass(frozen=True, slots=True)
class Reason:
    """One point of the reading, with the words it rests on."""

    points: str
    why: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The feel-heard reading from 0 to 100 with where it starts, if that can be told, and all its reasons."""

    heard: int
    base: int | None
    reasons: tuple[Reason, ...]
    words: tuple[str, ...]


def numbers(check: Check) -> Numbers | None:
    """Give the numbers, or None where they are withheld."""
    score = check.heard.score
    if score is None:
        return None
    total = sum(p.points for p in check.heard.points)
    sentences = {s.index: s.text for s in check.sentences}
    reasons = tuple(
        Reason(f"{p.points:+d}".replace("-", "\u2212"), p.why, tuple(sentences[i] for i in p.sentences if i in sentences)) for p in check.heard.points
    )
    words = content("words")
    said = tuple(
        next(band["text"] for band in words[name] if value <= band["to"])
        for name, value in (("care", check.care), ("candour", check.candour))
        if value is not None
    )
    # At either end the sum has been cut off, so the base can't be told from it.
    return Numbers(score, score - total if 0 < score < 100 else None, reasons, said)


def own_words(check: Check) -> str:
    """Say how much of the draft is the leader's own."""
    return f"Your own words: {round(check.own_words.share * 100)} %. {check.own_words.note}"
