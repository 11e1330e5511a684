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
    decision = re.compile(table["decision"], re.IGNORECASE)
    return {"raised": raised, "decision": decision, "decision_late": table["decision_late"], "cancels": frozenset(table["cancels"])}


def cancels() -> frozenset[str]:
    """List the findings that take back what else a sentence does well."""
    found: frozenset[str] = _context()["cancels"]
    return found


def find(draft: Draft, model: str) -> tuple[Finding, ...]:
    """Find in every sentence what the rules name; order of the text, what may land hard before what may land well."""
    table, version = rules()
    cuts = [(sentence, draft.cut(sentence)) for sentence in draft.sentences]
    found = [f for sentence, text in cuts for rule in table for f in _apply(rule, sentence, text, draft, model)]
    # What lands hard in a sentence takes back what else it does well; saying both would only confuse.
    spoilt = {f.start for f in found if f.id in cancels()}
    found = [f for f in found if f.tone == "hard" or f.start not in spoilt]
    found += _late_decision(draft, version)
    return tuple(sorted(found, key=lambda f: (f.start, f.tone != "hard")))


def _apply(rule: Rule, sentence: Sentence, text: str, draft: Draft, model: str) -> Iterator[Finding]:
    if (rule.hard and not draft.hard) or (rule.kinds and draft.kind not in rule.kinds) or (rule.unless_solicited and draft.solicited):
        return
    hit = _pattern(rule, text)
    label = next((x for x in (*sentence.moves, *sentence.flags) if x.label in rule.moves | rule.flags), None)
    if hit is None and label is None:
        return
    if rule.skip_if_raised and _raised(rule, text, draft):
        return
    confidence = round(max(_BY_RULE if hit else 0.0, label.p if label else 0.0), 3)
    span = Span(sentence.start, sentence.end)
    source = f"rule {rule.id} v{rules()[1]}" if hit else model
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


def _late_decision(draft: Draft, version: int) -> list[Finding]:
    """Flag bad news that comes late (SCIENCE 2.2: in the first minute); it looks at the whole draft, not at one sentence."""
    row = _context()["decision_late"]
    if draft.kind not in row["kinds"]:
        return []
    first = next((s for s in draft.sentences if s.has("info") and _context()["decision"].search(draft.cut(s))), None)
    if first is None or first.index < row["after"]:
        return []
    source = f"rule {row['id']} v{version}"
    return [Finding(row["id"], first.start, first.end, first.text, row["why"], row["next"], _BY_RULE, row["tone"], row["other"], source)]
