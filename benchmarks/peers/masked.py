"""Distress behind positive words: who calls it positive, on the employee dev corpus."""

from typing import Any

import numpy as np

from benchmarks import reading
from benchmarks.given import CORPUS, Given, lines
from benchmarks.peers.install import everyone
from benchmarks.peers.pairs import verdict
from benchmarks.stats import auc, binomial_interval, bootstrap
from benchmarks.tables import Row, table
from hearten.domain import Read

GLAD = {"joy", "gratitude", "pride"}
# VADER's authors take 0.05 as the least positive compound; the others' natural middle is 0.
POSITIVE_FROM = {"VADER": 0.05}
ABOUT = (
    "Messages of the employee dev corpus: distress behind positive or flat words, and messages that are truly glad. `masked called "
    "positive` should be low and `glad called positive` high; AUC tells the two apart at any threshold. Hearten calls a message "
    "positive when it reads only joy, gratitude or pride, no stress and no masking; its AUC is that of its masking score. The corpus is ours."
)


def tables(given: Given, skipped: list[str]) -> list[Row]:
    """Compare all on masked and truly glad messages."""
    rows = [row for path in sorted((CORPUS / "employee").glob("D*.jsonl")) for row in lines(path)]
    masked = given.some([r for r in rows if r["masked"]], quick=30)
    glad = given.some([r for r in rows if is_glad(r)], quick=30)
    texts = [r["text"] for r in masked + glad]
    is_masked = np.array([True] * len(masked) + [False] * len(glad))
    hearten = given.hearten()
    called = {"Hearten": np.array([is_positive(hearten.read(text)) for text in texts])}
    score = {"Hearten": -reading.probabilities(given.encoder, [(text, "") for text in texts], "masked")[:, 0]}
    for peer, scored in everyone(given, texts, skipped).items():
        score[peer] = np.array(scored.scores)
        called[peer] = score[peer] >= POSITIVE_FROM.get(peer, 0) if peer in POSITIVE_FROM else score[peer] > 0
    found = [_row(tool, called[tool], score[tool], score["Hearten"], is_masked) for tool in called]
    return [table("Masked distress", ABOUT, found)]


def is_glad(row: dict[str, Any]) -> bool:
    """Tell whether a corpus row is truly glad: only glad feelings, no stress, nothing masked."""
    return not row["masked"] and row["stress"] == 0 and bool(row["emotions"]) and set(row["emotions"]) <= GLAD


def is_positive(read: Read) -> bool:
    """Tell whether Hearten's reading calls a message positive."""
    return not read.masked and read.stress.label == "0" and {e.label for e in read.emotions} <= GLAD


def _row(tool: str, called: np.ndarray, score: np.ndarray, ours: np.ndarray, is_masked: np.ndarray) -> Row:
    n, glad = int(is_masked.sum()), int((~is_masked).sum())
    wrong, right = int(called[is_masked].sum()), int(called[~is_masked].sum())
    row: Row = {"tool": tool, "masked": n, "glad": glad}
    if tool in ("alex", "write-good"):
        # A checker warns of words; it never calls anything positive.
        row |= {"masked called positive": None, "95 %": None, "glad called positive": None}
    else:
        row |= {"masked called positive": wrong / n, "95 %": binomial_interval(wrong, n), "glad called positive": right / glad}
    row |= {"AUC": auc(score, ~is_masked), "95 % of AUC": bootstrap(len(score), lambda i: auc(score[i], ~is_masked[i]))}
    if tool != "Hearten":
        gap = bootstrap(len(score), lambda i: auc(ours[i], ~is_masked[i]) - auc(score[i], ~is_masked[i]))
        row["verdict"] = verdict(*gap)
    return row
