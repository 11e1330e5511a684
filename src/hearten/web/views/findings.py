"""Findings and small edits, gathered by the words they are about."""

from dataclasses import dataclass

from hearten.domain import Check, Finding, Span

_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Change:
    """A small edit: its id on the page, where it goes, the words before, and the words it offers."""

    id: str
    start: int
    end: int
    was: str
    text: str
    why: str

    @property
    def said(self) -> str:
        """Say the change in words, for those who don't see it."""
        return f"replace “{self.was.strip()}” with “{self.text.strip()}”" if self.text else f"leave out “{self.was.strip()}”"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the draft with everything seen there in one tone."""

    key: str
    start: int
    end: int
    text: str
    tone: str
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()


def sureness(finding: Finding) -> str:
    """Say how sure a finding is."""
    return "quite sure" if finding.confidence >= _SURE else "less sure"


def places(check: Check, text: str) -> tuple[Place, ...]:
    """Gather findings by stretch and tone, in the order of the text; each edit stands at the first hard place it touches."""
    stretches: dict[tuple[int, int, str], list[Finding]] = {}
    for finding in check.findings:
        stretches.setdefault((finding.start, finding.end, finding.tone), []).append(finding)
    changes = [Change(f"edit-{i}", e.start, e.end, text[e.start : e.end], e.text, e.why) for i, e in enumerate(check.edits)]
    hard = [Span(start, end) for start, end, tone in stretches if tone == "hard"]
    at = {c.id: next((span for span in hard if span.overlaps(Span(c.start, c.end))), None) for c in changes}
    made = [
        Place(
            f"{tone}-{start}", start, end, text[start:end], tone, tuple(findings),
            tuple(c for c in changes if tone == "hard" and at[c.id] == Span(start, end)),
        )
        for (start, end, tone), findings in stretches.items()
    ]  # fmt: skip
    # An edit without a finding has its own words as evidence and its own reason.
    made += [Place(f"edit-{c.start}", c.start, c.end, c.was, "hard", (), (c,)) for c in changes if at[c.id] is None]
    return tuple(sorted(made, key=lambda p: (p.start, p.tone != "hard")))
