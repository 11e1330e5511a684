"""Public labelled messages, which nobody here wrote or chose: stress and condescension."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks import public
from benchmarks.given import Given, Missing
from benchmarks.peers.install import everyone
from benchmarks.peers.pairs import verdict
from benchmarks.stats import auc, bootstrap
from benchmarks.tables import Row, table

MOST = 1500


@dataclass(frozen=True, slots=True)
class Task:
    """Texts, which of them are positive, and Hearten's score for it."""

    title: str
    about: str
    texts: list[str]
    positive: np.ndarray
    ours: np.ndarray


def tables(given: Given, skipped: list[str]) -> list[Row]:
    """Compare all on each public set that is there."""
    found = []
    for make in (_stress, _condescension):
        try:
            task = make(given)
        except Missing as word:
            skipped.append(f"peers on public data: {word}")
            continue
        found.append(_compare(given, task, skipped))
    return found


def _stress(given: Given) -> Task:
    rows = given.some(public.dreaddit(given), full=MOST)
    about = f"Does a post speak of stress? Dreaddit train, {len(rows)} posts; AUC of Hearten's stress and of each peer's score turned round."
    return Task("Stress in public posts", about, [r.text for r in rows], np.array([r.positive for r in rows]), public.stress_scores(given, rows))


def _condescension(given: Given) -> Task:
    rows = given.some(public.talkdown(given), full=MOST)
    about = (
        f"Is the quoted line condescending? TalkDown, {len(rows)} lines from posts; AUC of Hearten's judge and minimise moves and of each peer's "
        "score turned round. The reply that names the condescension is never read."
    )
    positive = np.array([r.positive for r in rows])
    return Task("Condescension in public posts", about, [r.text for r in rows], positive, public.harsh_scores(given, rows))


def _compare(given: Given, task: Task, skipped: list[str]) -> Row:
    scores = {"Hearten": task.ours}
    scores |= {peer: -np.array(scored.scores) for peer, scored in everyone(given, task.texts, skipped).items()}
    words = np.array([float(len(text.split())) for text in task.texts])
    scores["length alone"] = words if auc(words, task.positive) >= 0.5 else -words
    rows = []
    for tool, score in scores.items():
        row: Row = {"tool": tool, "n": len(score), "AUC": auc(score, task.positive), "95 %": _interval(_of(score, task.positive), len(score))}
        if tool != "Hearten":
            first, other = _of(task.ours, task.positive), _of(score, task.positive)
            row["verdict"] = verdict(*_interval(_less(first, other), len(score)))
        rows.append(row)
    return table(task.title, task.about, rows)


def _of(score: np.ndarray, positive: np.ndarray) -> Callable[[np.ndarray], float]:
    return lambda rows: auc(score[rows], positive[rows])


def _less(first: Callable[[np.ndarray], float], other: Callable[[np.ndarray], float]) -> Callable[[np.ndarray], float]:
    return lambda rows: first(rows) - other(rows)


def _interval(statistic: Callable[[np.ndarray], float], size: int) -> tuple[float, float]:
    return bootstrap(size, statistic)
