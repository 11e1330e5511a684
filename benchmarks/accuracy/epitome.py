"""EPITOME: do our moves tell responses that react, interpret and explore from those that don't?"""

import csv

import numpy as np

from benchmarks import reading
from benchmarks.accuracy.figures import Measured, auc_row
from benchmarks.given import Given
from benchmarks.tables import Row

# What EPITOME asks for, and which of our moves come nearest. Interpretations there include "I know that from myself".
ASKED: dict[str, list[tuple[str, ...]]] = {
    "emotional-reactions": [("care", "reflect", "validate")],
    "interpretations": [("reflect", "validate"), ("reflect", "validate", "self_disc")],
    "explorations": [("explore_open",), ("explore_open", "explore_closed")],
}


def measure(given: Given) -> Measured:
    """Measure the AUC of our moves for each mechanism (level 1 or 2 against 0)."""
    rows: list[Row] = []
    files: dict[str, list[dict[str, str]]] = {}
    for mechanism in ASKED:
        with given.file(f"epitome/{mechanism}.dev.csv").open(encoding="utf-8", newline="") as file:
            files[mechanism] = given.some(list(csv.DictReader(file)))
    # The three files judge nearly the same responses; each is read once.
    pairs = sorted({(row["response_post"], row["seeker_post"]) for found in files.values() for row in found})
    read = dict(zip(pairs, reading.moves(given, pairs), strict=True))
    for mechanism, sets in ASKED.items():
        found = files[mechanism]
        scores = np.array([read[row["response_post"], row["seeker_post"]] for row in found])
        positive = np.array([int(row["level"]) > 0 for row in found])
        seekers, responses = [row["sp_id"] for row in found], [row["response_post"] for row in found]
        for names in sets:
            what = f"{mechanism} by {', '.join(names)}"
            rows.append(auc_row("EPITOME dev", what, reading.column(given, scores, *names), positive, texts=responses, groups=seekers))
    return rows, []
