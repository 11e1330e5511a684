"""The public JSON of a check and of a reading: the contract every face keeps."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from hearten.domain.draft import Check
from hearten.domain.finding import Label
from hearten.domain.message import Read


def labels_to_wire(labels: Iterable[Label]) -> list[dict[str, Any]]:
    """Give labels as `[{"label", "p"}]`."""
    return [{"label": label.label, "p": label.p} for label in labels]


def read_to_wire(read: Read) -> dict[str, Any]:
    """Give a reading of a message as `hearten read --json` prints it."""
    return {
        "emotions": labels_to_wire(read.emotions),
        "stress": {"level": int(read.stress.label), "p": read.stress.p},
        "concerns": labels_to_wire(read.concerns),
        "stance": read.stance,
        "seeks": read.seeks,
        "masked": read.masked,
        "sensitive": [asdict(s) for s in read.sensitive],
        "language": read.language,
        "notes": list(read.notes),
        "model": read.model,
    }


def check_to_wire(check: Check) -> dict[str, Any]:
    """Give a check as `hearten check --json` prints it. A score that is withheld is null, and `notes` says why."""
    return {
        "heard": {
            "score": check.heard.score,
            "points": [{"rule": p.rule, "points": p.points, "sentences": list(p.sentences), "why": p.why} for p in check.heard.points],
        },
        "care": check.care,
        "candour": check.candour,
        "first": check.first,
        "kind": check.kind,
        "sentences": [
            {"index": s.index, "start": s.start, "end": s.end, "text": s.text, "moves": labels_to_wire(s.moves), "flags": labels_to_wire(s.flags)}
            for s in check.sentences
        ],
        "order": {"parts": list(check.order.parts), "respected": check.order.respected, "why": check.order.why},
        "findings": [asdict(f) for f in check.findings],
        "edits": [asdict(e) for e in check.edits],
        "blank": check.blank,
        "blank_at": check.blank_at,
        "own_words": asdict(check.own_words),
        "reply_to": read_to_wire(check.reply_to) if check.reply_to else None,
        "sensitive": [asdict(s) for s in check.sensitive],
        "language": check.language,
        "notes": list(check.notes),
        "model": check.model,
    }
