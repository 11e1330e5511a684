"""Medians, F1, AUC and the intervals around them. Plain and small, checked by hand in tests/unit/test_benchmarks.py."""

import math
from collections.abc import Callable, Sequence

import numpy as np

Interval = tuple[float, float]


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value under which `share` (0-1) of `values` lie, interpolated."""
    return float(np.quantile(np.asarray(values, dtype=float), share))


def median(values: Sequence[float]) -> float:
    """Give the middle value."""
    return percentile(values, 0.5)


def auc(scores: Sequence[float] | np.ndarray, positive: Sequence[bool] | np.ndarray) -> float:
    """Give the chance that a positive scores above a negative, ties as half; nan when either is missing."""
    score, is_positive = np.asarray(scores, dtype=float), np.asarray(positive, dtype=bool)
    n_positive, n_negative = int(is_positive.sum()), int((~is_positive).sum())
    if not n_positive or not n_negative:
        return math.nan
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]
    return float((ranks[is_positive].sum() - n_positive * (n_positive + 1) / 2) / (n_positive * n_negative))


def f1(said: np.ndarray, truth: np.ndarray) -> float:
    """F1 of one label, both given as booleans; 0 when nothing was hit."""
    hit = int((said & truth).sum())
    return 2 * hit / int(said.sum() + truth.sum()) if hit else 0.0


def macro_f1(said: np.ndarray, truth: np.ndarray, counted: np.ndarray | None = None) -> float:
    """Mean F1 of the labels that occur, (rows, labels). Where `counted` is false a cell is neither asked for nor held against."""
    if counted is not None:
        said, truth = said & counted, truth & counted
    hits, total = (said & truth).sum(0), said.sum(0) + truth.sum(0)
    seen = truth.any(0)
    return float((2 * hits[seen] / total[seen]).mean()) if seen.any() else math.nan


def one_hot(values: Sequence[str], labels: Sequence[str]) -> np.ndarray:
    """Turn one label a row into booleans (rows, labels)."""
    return np.array([[value == label for label in labels] for value in values], dtype=bool).reshape(len(values), len(labels))


def bootstrap(
    size: int,
    statistic: Callable[[np.ndarray], float],
    groups: Sequence[object] | None = None,
    times: int = 1000,
    seed: int = 1,
) -> Interval:
    """Give a 95 % percentile bootstrap interval.

    Args:
        size: how many rows there are.
        statistic: takes row numbers, drawn with replacement, and gives the figure for those rows.
        groups: what each row belongs to (a conversation, an author); whole groups are drawn, as their rows are alike.
        times: how many draws.
        seed: of the draws.
    """
    rng = np.random.default_rng(seed)
    if groups is None:
        draws = (rng.integers(0, size, size) for _ in range(times))
    else:
        names = {name: k for k, name in enumerate(dict.fromkeys(groups))}
        which = np.array([names[g] for g in groups])
        members = [np.flatnonzero(which == k) for k in range(len(names))]
        draws = (np.concatenate([members[k] for k in rng.integers(0, len(members), len(members))]) for _ in range(times))
    found = [value for rows in draws if not math.isnan(value := statistic(rows))]
    return (percentile(found, 0.025), percentile(found, 0.975)) if found else (math.nan, math.nan)


def binomial_interval(successes: float, n: int, level: float = 0.95) -> Interval:
    """Give the exact (Clopper-Pearson) interval of a share. `successes` may hold halves, for ties."""
    if n == 0:
        return (0.0, 1.0)
    tail = (1 - level) / 2
    low = _beta_quantile(tail, successes, n - successes + 1) if successes > 0 else 0.0
    high = _beta_quantile(1 - tail, successes + 1, n - successes) if successes < n else 1.0
    return (low, high)


def _beta_quantile(share: float, a: float, b: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _beta_below(middle, a, b) < share else (low, middle)
    return (low + high) / 2


def _beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by Lentz's continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_below(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    tiny, c, d = 1e-30, 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 300):
        for term in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + term * d or tiny)
            c = 1 + term / c or tiny
            fraction *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return front * fraction
