"""Public sets with one question each: is it advice, is it condescending, is it stress?"""

import csv
import re

import numpy as np

from benchmarks import public, reading
from benchmarks.accuracy.figures import Measured, auc_row
from benchmarks.given import Given

_SPACED = re.compile(r" (?=n't\b|['’](?:s|m|re|ve|ll|d)\b|n’t\b|[.,!?;:)])")


def advice(given: Given) -> Measured:
    """Advice or not, a sentence at a time, without context."""
    rows = []
    for name in ("askparents", "needadvice"):
        with given.file(f"advice/{name}_dev.tsv").open(encoding="utf-8", newline="") as file:
            found = given.some([(_SPACED.sub("", r["Sentence"]), r["DS_Label"] == "1") for r in csv.DictReader(file, delimiter="\t")])
        scores = reading.moves(given, [(text, "") for text, _ in found])
        score = reading.column(given, scores, "advice_unsol", "advice_perm")
        positive, sentences = np.array([yes for _, yes in found]), [text for text, _ in found]
        rows.append(auc_row(f"advice dev, {name}", "advice_unsol, advice_perm", score, positive, texts=sentences))
    return rows, []


def condescension(given: Given) -> Measured:
    """Condescending or not: the quoted line, in the context of what its post answers. The reply is never read."""
    found = given.some(public.talkdown(given))
    positive = np.array([row.positive for row in found])
    return [
        auc_row("TalkDown train, quoted line", "judge, minimise", public.harsh_scores(given, found), positive, texts=[row.text for row in found])
    ], []


def stress(given: Given) -> Measured:
    """Stress or not, a post at a time."""
    found = given.some(public.dreaddit(given))
    positive = np.array([row.positive for row in found])
    return [auc_row("Dreaddit train", "expected stress", public.stress_scores(given, found), positive, texts=[row.text for row in found])], []
