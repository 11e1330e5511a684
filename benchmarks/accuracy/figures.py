"""Figures of one task, each as a row of the overview."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.stats import auc, bootstrap, macro_f1, one_hot
from benchmarks.tables import Row

Measured = tuple[list[Row], list[dict[str, Any]]]


def auc_row(
    task: str, what: str, scores: np.ndarray, positive: np.ndarray, *, texts: Sequence[str] = (), groups: Sequence[object] | None = None
) -> Row:
    """Give the AUC of `scores`, with its interval, and what the number of words in `texts` alone would reach."""
    row: Row = {
        "task": task,
        "n": len(scores),
        "positive": int(positive.sum()),
        "measure": f"AUC of {what}",
        "value": auc(scores, positive),
        "95 %": bootstrap(len(scores), lambda i: auc(scores[i], positive[i]), groups),
        "chance": 0.5,
    }
    if texts:
        by_length = auc([len(text.split()) for text in texts], positive)
        row["length alone"] = max(by_length, 1 - by_length)
    return row


def classes_row(
    task: str, what: str, said: Sequence[str], truth: Sequence[str], labels: Sequence[str], *, groups: Sequence[object] | None = None
) -> Row:
    """Give the macro-F1 of one class a row; chance is the expected macro-F1 of guessing each class by its share."""
    guess, target = one_hot(said, labels), one_hot(truth, labels)
    return {
        "task": task,
        "n": len(said),
        "measure": f"macro-F1 of {what}",
        "value": macro_f1(guess, target),
        "95 %": bootstrap(len(said), lambda i: macro_f1(guess[i], target[i]), groups),
        "accuracy": float(np.mean([s == t for s, t in zip(said, truth, strict=True)])),
        "chance": float(target.mean(0)[target.any(0)].mean()),
    }


def each_class(said: Sequence[str], truth: Sequence[str], labels: Sequence[str]) -> list[Row]:
    """Give precision, recall and F1 of each class."""
    guess, target = one_hot(said, labels), one_hot(truth, labels)
    rows = []
    for k, label in enumerate(labels):
        hit, given, there = int((guess[:, k] & target[:, k]).sum()), int(guess[:, k].sum()), int(target[:, k].sum())
        precision, recall = hit / given if given else 0.0, hit / there if there else 0.0
        f1 = 2 * hit / (given + there) if hit else 0.0
        rows.append({"label": label, "cases": there, "given": given, "precision": precision, "recall": recall, "F1": f1})
    return rows
