"""Findings: what may land hard and what may land well, each with the words that show it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hearten.data import load_yaml
from hearten.domain import Finding, Sentence, Span
from hearten.drafts.context import Draft

# How sure a written rule is taken to be; training/report.json says how often the rules are right on the corpus.
_BY_RULE = 0.9


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of findings.yaml."""

    id: str
    tone: Any
    moves: frozenset[str]
    flags: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    kinds: frozenset[str]
    hard: bool
    unless_solicited: bool
    skip_if_raised: bool
    why: str
    next: str
    other: str


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in patterns)


@cache
def rules() -> tuple[tuple[Rule, ...], int]:
    """Load the rules and their version."""
    table = load_yaml("hearten.drafts", "findings.yaml", "rules")
    found = tuple(
        Rule(
            row["id"],
            row["tone"],
            frozenset(row.get("moves", [])),
            frozenset(row.get("flags", [])),
            _compiled(row.get("patterns", [])),
            _compiled(row.get("unless", [])),
            frozenset(row.get("kinds", [])),
            row.get("hard", False),
            row.get("unless_solicited", False),
            row.get("skip_if_raised", False),
            row["why"],
            row["next"],
            row["other"],
        )
        for row in table["findings"]
    )
    return found, int(table["version"])


@cache
def _context() -> dict[str, Any]:
    """Load the patterns of the context checks: what they raised themselves, what a decision sounds like."""
    table = load_yaml("hearten.drafts", "findings.yaml", "rules")["context"]
    raised = {name: _compiled(topics) for name, topics in table["raised"].items()}
    return {"raised": raised, "decision": re.compile(table["decision"], re.IGNORECASE), "cancels": frozenset(table["cancels"])}


def cancels() -> frozenset[str]:
    """List the findings that take back what else a sentence does well."""
    found: frozenset[str] = _context()["cancels"]
    return found


def find(draft: Draft, model: str) -> tuple[Finding, ...]:
    """Find in every sentence what the rules name; order of the text, what may land hard before what may land well."""
    table, version = rules()
    found = [f for sentence in draft.sentences for rule in table for f in _apply(rule, sentence, draft, model, version)]
    # What lands hard in a sentence takes back what else it does well; saying both would only confuse.
    spoilt = {f.start for f in found if f.id in cancels()}
    found = [f for f in found if f.tone == "hard" or f.start not in spoilt]
    found += _late_decision(draft, version)
    return tuple(sorted(found, key=lambda f: (f.start, f.tone != "hard")))


def _apply(rule: Rule, sentence: Sentence, draft: Draft, model: str, version: int) -> Iterator[Finding]:
    if (rule.hard and not draft.hard) or (rule.kinds and draft.kind not in rule.kinds) or (rule.unless_solicited and draft.solicited):
        return
    text = draft.cut(sentence)
    hit = _pattern(rule, text)
    label = next((x for x in (*sentence.moves, *sentence.flags) if x.label in rule.moves | rule.flags), None)
    if hit is None and label is None:
        return
    if rule.skip_if_raised and _raised(rule, text, draft):
        return
    confidence = round(max(_BY_RULE if hit else 0.0, label.p if label else 0.0), 3)
    span = Span(sentence.start, sentence.end)
    source = f"rule {rule.id} v{version}" if hit else model
    yield Finding(rule.id, span.start, span.end, span.of(draft.text), rule.why, rule.next, confidence, rule.tone, rule.other, source)


def matches(rule: Rule, text: str) -> bool:
    """Tell whether one of the rule's patterns is in `text` (quotes blanked, apostrophes straight)."""
    return _pattern(rule, text) is not None


def _pattern(rule: Rule, text: str) -> re.Match[str] | None:
    for pattern in rule.unless:
        text = pattern.sub(lambda m: "\u2026" * len(m.group()), text)
    return next((m for p in rule.patterns if (m := p.search(text))), None)


def _raised(rule: Rule, text: str, draft: Draft) -> bool:
    """Tell whether the topic of the sentence `text` stands in the message answered as well."""
    return any(topic.search(text) and topic.search(draft.reply_text) for topic in _context()["raised"][rule.id])


_EARLY = 3


def _late_decision(draft: Draft, version: int) -> list[Finding]:
    """Flag bad news that comes after the third sentence (SCIENCE 2.2: in the first minute)."""
    if draft.kind not in ("layoff", "refusal") or len(draft.sentences) <= _EARLY:
        return []
    first = next((s for s in draft.sentences if s.has("info") and _context()["decision"].search(draft.cut(s))), None)
    if first is None or first.index < _EARLY:
        return []
    return [
        Finding(
            "decision_late",
            first.start,
            first.end,
            first.text,
            "The decision comes after several other sentences. Until then the reader waits for the blow.",
            "Say it in the first two sentences, then stay with the person.",
            _BY_RULE,
            "hard",
            "You may want to prepare them. One line is enough for that.",
            f"rule decision_late v{version}",
        ),
    ]
