"""Figures of heads that may give several labels at once: F1 at the shipped thresholds, crossfit, AUC."""

import numpy as np

from benchmarks.stats import auc, bootstrap, f1, macro_f1
from benchmarks.tables import Row

# The same procedure as training/calibrate.py: a label with few positives is drawn towards the head's common threshold.
GRID = np.arange(0.15, 0.91, 0.02)
PRIOR = 12


def choose(p: np.ndarray, truth: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Choose a threshold a label for its F1: the middle of those within .01 of the best, drawn to the common one."""
    each = np.array([[f1((p[:, k] >= t) & counted[:, k], truth[:, k] & counted[:, k]) for t in GRID] for k in range(p.shape[1])])
    seen = truth.any(0)
    own = np.array([np.median(GRID[row >= row.max() - 0.01]) if row.max() > 0 else 0.5 for row in each])
    mean = each[seen].mean(0)
    common = np.median(GRID[mean >= mean.max() - 0.005])
    positives = (truth & counted).sum(0)
    return np.asarray((positives * own + PRIOR * common) / (positives + PRIOR))


def crossfit(p: np.ndarray, truth: np.ndarray, counted: np.ndarray, seed: int = 1) -> np.ndarray:
    """Say what thresholds chosen on the other half of the rows give: (rows, labels)."""
    order = np.random.default_rng(seed).permutation(len(p))
    halves = (order[: len(order) // 2], order[len(order) // 2 :])
    said = np.zeros_like(truth)
    for fit, rest in (halves, halves[::-1]):
        said[rest] = p[rest] >= choose(p[fit], truth[fit], counted[fit])
    return said


def overview(task: str, p: np.ndarray, truth: np.ndarray, counted: np.ndarray, at: np.ndarray) -> Row:
    """Give one line for a head."""
    said, fair = p >= at, crossfit(p, truth, counted)
    share = (truth & counted).sum(0) / counted.sum(0).clip(1)
    areas = [auc(p[counted[:, k], k], truth[counted[:, k], k]) for k in range(p.shape[1])]
    return {
        "task": task,
        "n": len(p),
        "measure": f"macro-F1 of {int(truth.any(0).sum())} labels" if p.shape[1] > 1 else "F1",
        "value": macro_f1(said, truth, counted),
        "95 %": bootstrap(len(p), lambda i: macro_f1(said[i], truth[i], counted[i])),
        "crossfit": macro_f1(fair, truth, counted),
        "AUC": float(np.nanmean(areas)) if truth.any() else None,
        "chance": float(share[truth.any(0)].mean()),
    }


def each_label(names: list[str], p: np.ndarray, truth: np.ndarray, counted: np.ndarray, at: np.ndarray) -> list[Row]:
    """Give a line a label: cases, precision, recall, F1, AUC."""
    rows = []
    for k, name in enumerate(names):
        where = counted[:, k]
        said, there = p[where, k] >= at[k], truth[where, k]
        hit = int((said & there).sum())
        rows.append(
            {
                "label": name,
                "cases": int(there.sum()),
                "given": int(said.sum()),
                "precision": hit / int(said.sum()) if said.any() else None,
                "recall": hit / int(there.sum()) if there.any() else None,
                "F1": f1(said, there) if there.any() else None,
                "AUC": auc(p[where, k], there),
            },
        )
    return rows
