"""GoEmotions dev: its 28 labels, and the states people would name at work."""

import numpy as np

from benchmarks import reading
from benchmarks.accuracy import many
from benchmarks.accuracy.figures import Measured
from benchmarks.given import Given
from benchmarks.tables import table
from training.labels import WORK_EMOTION

ABOUT = (
    "Reddit comments, at the shipped thresholds. For orientation: the paper's BERT-base, over four times the size, reaches a macro-F1 of .46 on the "
    "test part (Demszky et al. 2020), which is not this part."
)
MERGED = (
    "GoEmotions' labels as states at work (training/labels.py); comments with none of them left out, exhaustion has no counterpart. "
    "Thresholds come from the employee corpus, not from these rows."
)


def measure(given: Given) -> Measured:
    """Measure both heads that read emotions."""
    names = reading.labels(given.encoder, "goemotions")
    raw = given.file("goemotions/dev.tsv").read_text(encoding="utf-8").split("\n")
    rows = given.some([line.split("\t") for line in raw if line])
    pairs = [(text, "") for text, *_ in rows]
    present = [[names[int(n)] for n in numbers.split(",")] for _, numbers, *_ in rows]
    truth = np.array([[n in found for n in names] for found in present])
    p, at = reading.probabilities(given.encoder, pairs, "goemotions"), reading.thresholds(given.encoder, "goemotions")
    everywhere = np.ones_like(truth)
    states = reading.labels(given.encoder, "emotions")
    mapped = [{WORK_EMOTION[n] for n in found if n in WORK_EMOTION} for found in present]
    known = [i for i, found in enumerate(mapped) if found]
    keep = [k for k, state in enumerate(states) if state in WORK_EMOTION.values()]
    merged = reading.probabilities(given.encoder, [pairs[i] for i in known], "emotions")[:, keep]
    merged_truth = np.array([[states[k] in mapped[i] for k in keep] for i in known])
    merged_at = reading.thresholds(given.encoder, "emotions")[keep]
    kept = [states[k] for k in keep]
    counted = np.ones_like(merged_truth)
    return (
        [
            many.overview("GoEmotions dev", p, truth, everywhere, at),
            many.overview("GoEmotions dev as states at work", merged, merged_truth, counted, merged_at),
        ],
        [
            table("GoEmotions dev", ABOUT, many.each_label(names, p, truth, everywhere, at)),
            table("GoEmotions dev as states at work", MERGED, many.each_label(kept, merged, merged_truth, counted, merged_at)),
        ],
    )
