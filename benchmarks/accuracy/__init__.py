"""How well the shipped model reads, on labelled data: our own corpus' dev authors and public sets. Nothing is learned here."""

from collections.abc import Callable
from typing import Any

from benchmarks.accuracy import annomi, corpus, directness, emotions, epitome, esconv, questions, replies
from benchmarks.accuracy.figures import Measured
from benchmarks.given import Given, Missing
from benchmarks.tables import Row, table

PARTS: dict[str, Callable[[Given], Measured]] = {
    "corpus": corpus.measure,
    "GoEmotions": emotions.measure,
    "replies": replies.measure,
    "directness": directness.measure,
    "EPITOME": epitome.measure,
    "AnnoMI": annomi.measure,
    "ESConv": esconv.measure,
    "advice": questions.advice,
    "TalkDown": questions.condescension,
    "Dreaddit": questions.stress,
}
ABOUT = (
    "One line a task. Public sets marked evaluation only were never trained on, and their labels mean something near to, not the same as, our moves; "
    "how they were mapped was fixed before looking. `chance` is what a guess reaches, `length alone` what counting words does, as long texts hold "
    "more. Thresholds were chosen on the dev rows of the corpus and of GoEmotions, which flatters F1 there; `crossfit` measures each half with "
    "thresholds from the other, and AUC needs none."
)


def run(given: Given) -> dict[str, Any]:
    """Measure every task whose data is there."""
    overview: list[Row] = []
    details: list[dict[str, Any]] = []
    skipped: list[str] = []
    for name, measure in PARTS.items():
        try:
            rows, more = measure(given)
        except Missing as word:
            skipped.append(f"{name}: {word}")
            continue
        overview += rows
        details += more
    return {"tables": [table("Overview", ABOUT, overview), *details], "skipped": skipped}
