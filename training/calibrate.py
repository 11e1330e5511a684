"""Choose the thresholds of the shipped model on dev data, and report what it reaches there.

A threshold chosen and measured on the same rows flatters; the report therefore also gives `crossfit`, where
each half of the rows is measured with thresholds chosen on the other half.
"""

import json
import pathlib
from typing import Any

import numpy as np

from hearten.nlp import Encoder
from training import data, measure
from training.labels import HEADS, names

# A threshold from few positives is drawn towards the head's common one, as if that had been seen this many times.
PRIOR = 12


def thresholds(p: np.ndarray, target: np.ndarray, counted: np.ndarray) -> list[float]:
    """Choose a threshold a label, drawn towards the head's common threshold where positives are few."""
    own = measure.best_thresholds(p, target, counted)
    common = measure.best_common(p, target, counted)
    positives = (target & counted).sum(0)
    return [round(float((n * t + PRIOR * common) / (n + PRIOR)), 3) for n, t in zip(positives, own, strict=True)]


def calibrate(folder: pathlib.Path, shared: pathlib.Path) -> dict[str, Any]:
    """Write thresholds into `folder`/model.json and return the dev report."""
    encoder = Encoder(folder)
    leaders, employees = data.corpus("leader", dev=True), data.corpus("employee", dev=True)
    rows_of = {"moves": leaders, "flags": leaders, "goemotions": data.goemotions(shared, "dev")}
    report: dict[str, Any] = {}
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    for head, spec in HEADS.items():
        rows = rows_of.get(head, employees)
        scores = measure.logits(encoder, rows, head)
        if spec["kind"] == "multi":
            target, counted = measure.arrays(rows, head)
            chosen = thresholds(scores, target, counted)
            card["heads"][head]["thresholds"] = chosen
            report[head] = {**measure.multi(scores, rows, head, chosen), "crossfit": measure.crossfit(scores, rows, head, thresholds)}
        else:
            card["heads"][head]["thresholds"] = [0.0] * len(names(head))
            report[head] = measure.choice(scores, rows, head)
    card["dev"] = {h: r["macro_f1"] for h, r in report.items()}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return report
