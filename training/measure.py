"""Measures of the shipped model: F1 a label, macro averages, agreement. Run through onnxruntime, as users run it."""

from collections.abc import Callable
from typing import Any

import numpy as np

from hearten.nlp import Encoder
from training.data import Row, folded_name
from training.labels import HEADS, names


def logits(encoder: Encoder, rows: list[Row], head: str) -> np.ndarray:
    """Score `rows` on one head: (rows, labels) of probabilities for multi heads, logits otherwise."""
    raw = encoder.run([(folded_name(r.text), folded_name(r.context[:300])) for r in rows], (head,))[head]
    return 1 / (1 + np.exp(-raw)) if HEADS[head]["kind"] == "multi" else raw


def f1(present: np.ndarray, target: np.ndarray, counted: np.ndarray) -> float:
    """F1 of one label over the rows where it counts (optional labels are neither asked for nor held against)."""
    hit = float((present & target & counted).sum())
    wrong = float((present & ~target & counted).sum())
    missed = float((~present & target & counted).sum())
    return 2 * hit / (2 * hit + wrong + missed) if hit else 0.0


def best_thresholds(p: np.ndarray, target: np.ndarray, counted: np.ndarray, floor: float = 0.15) -> list[float]:
    """Choose each label's threshold for its F1, smoothed: the middle of all thresholds within .01 of the best."""
    grid = np.arange(floor, 0.91, 0.02)
    chosen = []
    for k in range(p.shape[1]):
        scores = np.array([f1(p[:, k] >= t, target[:, k], counted[:, k]) for t in grid])
        good = grid[scores >= scores.max() - 0.01]
        chosen.append(round(float(np.median(good)), 3) if scores.max() > 0 else 0.5)
    return chosen


def best_common(p: np.ndarray, target: np.ndarray, counted: np.ndarray) -> float:
    """Choose one threshold for all labels of a head, for the mean F1."""
    grid = np.arange(0.15, 0.91, 0.02)
    seen = [k for k in range(p.shape[1]) if target[:, k].any()]
    scores = np.array([np.mean([f1(p[:, k] >= t, target[:, k], counted[:, k]) for k in seen]) for t in grid])
    return float(np.median(grid[scores >= scores.max() - 0.005]))


def arrays(rows: list[Row], head: str) -> tuple[np.ndarray, np.ndarray]:
    """Stack targets (rows, labels) as bool, and where they count."""
    return np.array([r.targets[head] for r in rows]) > 0.5, np.array([r.weights[head] for r in rows]) > 0


def multi(p: np.ndarray, rows: list[Row], head: str, thresholds: list[float]) -> dict[str, Any]:
    """Report F1 a label and their mean over the labels that occur."""
    target, counted = arrays(rows, head)
    each = {n: round(f1(p[:, k] >= thresholds[k], target[:, k], counted[:, k]), 3) for k, n in enumerate(names(head))}
    seen = [n for k, n in enumerate(names(head)) if target[:, k].any()]
    return {"macro_f1": round(float(np.mean([each[n] for n in seen])), 3), "rows": len(rows), "labels": each}


def crossfit(p: np.ndarray, rows: list[Row], head: str, choose: Callable[..., list[float]], seed: int = 1) -> float:
    """Macro-F1 with thresholds chosen on one half and measured on the other, both ways: no row judges its own threshold."""
    target, counted = arrays(rows, head)
    order = np.random.default_rng(seed).permutation(len(rows))
    halves = (order[: len(order) // 2], order[len(order) // 2 :])
    present = np.zeros_like(target)
    for fit, rest in (halves, halves[::-1]):
        thresholds = choose(p[fit], target[fit], counted[fit])
        present[rest] = p[rest] >= np.array(thresholds)
    each = [f1(present[:, k], target[:, k], counted[:, k]) for k in range(p.shape[1]) if target[:, k].any()]
    return round(float(np.mean(each)), 3)


def choice(raw: np.ndarray, rows: list[Row], head: str) -> dict[str, Any]:
    """Report macro-F1 and accuracy of a choose-one head; an answer among the row's alternatives counts as right."""
    labels, also = names(head), {"stance": "alt_stance", "seeks": "alt_seeks"}.get(head, "")
    gold = [str(r.raw[head]) for r in rows]
    said = [labels[i] for i in raw.argmax(1)]
    said = [g if s in r.raw.get(also, []) else s for s, g, r in zip(said, gold, rows, strict=True)]
    each = {}
    for label in labels:
        hit = sum(s == g == label for s, g in zip(said, gold, strict=True))
        total = sum(s == label for s in said) + sum(g == label for g in gold)
        each[label] = round(2 * hit / total, 3) if total else 0.0
    right = sum(s == g for s, g in zip(said, gold, strict=True)) / len(rows)
    return {"macro_f1": round(float(np.mean(list(each.values()))), 3), "accuracy": round(right, 3), "rows": len(rows), "labels": each}
