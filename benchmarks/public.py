"""Public sets that more than one benchmark reads: Dreaddit and TalkDown. Evaluation only; nothing is copied from them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks import reading
from benchmarks.given import Given, lines


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what came before it, and whether it is what the set looks for."""

    text: str
    context: str
    positive: bool


def dreaddit(given: Given) -> list[Case]:
    """Posts, and whether they speak of stress."""
    with given.file("dreaddit/dreaddit-train.csv").open(encoding="utf-8", newline="") as file:
        return [Case(row["text"], "", row["label"] == "1") for row in csv.DictReader(file)]


def talkdown(given: Given) -> list[Case]:
    """Lines of posts that a reply quoted, and whether it called them condescending; the reply itself is never read.

    The context is what the post itself quotes, line by line with ">": that is what its writer answers.
    """
    return [
        Case(row["quoted"], " ".join(x.strip(" >") for x in row["post"].splitlines() if x.lstrip().startswith(">")), row["label"] == 1)
        for row in lines(given.file("talkdown/dev.jsonl"))
        if row["quoted"] and any(c.isalnum() for c in row["quoted"])
    ]


def stress_scores(given: Given, rows: Sequence[Case]) -> np.ndarray:
    """Score the stress of each post, 0-2."""
    return reading.stress(given, [row.text for row in rows])


def harsh_scores(given: Given, rows: Sequence[Case]) -> np.ndarray:
    """Score how far each line judges or minimises, 0-1."""
    return reading.column(given, reading.moves(given, [(row.text, row.context) for row in rows]), "judge", "minimise")
