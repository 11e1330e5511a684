"""The dev authors of our own corpus: moves and flags of leaders' sentences; everything read of an employee's message."""

from typing import Any

import numpy as np

from benchmarks import reading
from benchmarks.accuracy import many
from benchmarks.accuracy.figures import Measured, auc_row, classes_row, each_class
from benchmarks.given import CORPUS, Given, lines
from benchmarks.tables import table

OPTIONAL = {"moves": "optional", "flags": "optional_flags", "emotions": "optional", "concerns": "optional"}
ALSO = {"stance": "alt_stance", "seeks": "alt_seeks"}
ABOUT = "Dev authors of the corpus, at the shipped thresholds. A label that is defensible either way is neither asked for nor held against an answer."


def dev(kind: str) -> list[dict[str, Any]]:
    """Read the dev rows of a kind. What a second, blind annotator saw differently is optional."""
    second = {row["id"]: row for path in sorted((CORPUS / "labels").glob(f"{kind}-*.jsonl")) for row in lines(path)}
    rows = [row for path in sorted((CORPUS / kind).glob("D*.jsonl")) for row in lines(path)]
    return [_merged(row, second[row["id"]]) if row["id"] in second else row for row in rows]


def _merged(row: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    found = {**row}
    for field, optional in OPTIONAL.items():
        if field in row:
            found[optional] = sorted({*found.get(optional, []), *(set(row[field]) ^ set(other[field]))})
    for field, also in ALSO.items():
        if field in row and row[field] != other[field]:
            found[also] = sorted({*row.get(also, []), other[field]})
    return found


def measure(given: Given) -> Measured:
    """Measure every head on its rows."""
    overview, details = [], []
    for kind, heads in (("leader", ("moves", "flags")), ("employee", ("emotions", "concerns", "stance", "seeks", "stress", "masked"))):
        rows = given.some(dev(kind))
        pairs = [(row["text"], row["context"]) for row in rows]
        for head in heads:
            p, names = reading.probabilities(given.encoder, pairs, head), reading.labels(given.encoder, head)
            task = f"corpus dev, {head}"
            if head in OPTIONAL:
                truth = np.array([[n in row[head] for n in names] for row in rows])
                counted = np.array([[n not in row.get(OPTIONAL[head], []) for n in names] for row in rows])
                at = reading.thresholds(given.encoder, head)
                overview.append(many.overview(task, p, truth, counted, at))
                details.append(table(f"Corpus dev: {head}", ABOUT, many.each_label(names, p, truth, counted, at)))
            elif head == "masked":
                masked = np.array([[row["masked"]] for row in rows])
                overview.append(many.overview(task, p, masked, np.ones_like(masked), reading.thresholds(given.encoder, head)))
            else:
                truths = [str(row[head]) for row in rows]
                said = [names[i] for i in p.argmax(1)]
                # An answer among the row's alternatives is right.
                said = [t if s in row.get(ALSO.get(head, ""), []) else s for s, t, row in zip(said, truths, rows, strict=True)]
                overview.append(classes_row(task, f"{len(names)} classes", said, truths, names))
                details.append(table(f"Corpus dev: {head}", ABOUT, each_class(said, truths, names)))
                if head == "stress":
                    overview.append(auc_row(task, "some or high against none", p @ np.arange(3), np.array([t != "0" for t in truths])))
    return overview, details
