"""How often the written patterns of findings.yaml are right, on the whole corpus: counts a rule, and precision."""

from typing import Any

from hearten.domain.text import straight
from hearten.drafts.context import blanked
from hearten.drafts.findings import matches, rules
from training import data


def report() -> dict[str, Any]:
    """Count hits, false alarms and misses of every rule that has patterns; what is optional counts as neither."""
    rows = [r.raw for dev in (False, True) for r in data.corpus("leader", dev=dev)]
    texts = [blanked(straight(row["text"])) for row in rows]
    found = {}
    for rule in rules()[0]:
        if not rule.patterns:
            continue
        right = wrong = missed = 0
        for row, text in zip(rows, texts, strict=True):
            wanted = rule.moves | rule.flags
            present = bool(wanted & {*row["moves"], *row["flags"]})
            optional = bool(wanted & {*row.get("optional", []), *row.get("optional_flags", [])})
            hit = matches(rule, text)
            right += hit and present
            wrong += hit and not present and not optional
            missed += present and not hit
        found[rule.id] = {"right": right, "wrong": wrong, "missed": missed, "precision": round(right / max(1, right + wrong), 3)}
    return found
