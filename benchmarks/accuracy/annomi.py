"""AnnoMI: what a counsellor's turn mainly does, from our moves."""

import csv

import numpy as np

from benchmarks import reading
from benchmarks.accuracy.figures import Measured, classes_row, each_class
from benchmarks.given import Given
from benchmarks.tables import table

CLASSES = {
    "reflection": ("reflect", "restate"),
    "question": ("explore_open", "explore_closed"),
    "therapist_input": ("info", "advice_perm", "advice_unsol"),
}
LABELS = [*CLASSES, "other"]
ABOUT = (
    "Counsellors' turns; nothing was trained here. A turn is given the class whose move lies furthest over its "
    "threshold in any sentence, other when none does; the context is the client's turn before."
)


def measure(given: Given) -> Measured:
    """Measure macro-F1 over four classes; the interval draws whole conversations."""
    with given.file("annomi/dev.csv").open(encoding="utf-8", newline="") as file:
        turns = list(csv.DictReader(file))
    before = [""] + [t["utterance_text"] for t in turns[:-1]]
    cases = [
        (t, context if t["utterance_id"] != "0" else "")
        for t, context in zip(turns, before, strict=True)
        if t["interlocutor"] == "therapist" and t["main_therapist_behaviour"] in LABELS
    ]
    cases = given.some(cases)
    scores = reading.moves(given, [(t["utterance_text"], context) for t, context in cases])
    far = reading.margins(given, scores)
    classes = np.stack([reading.column(given, far, *names) for names in CLASSES.values()], axis=1)
    said = [LABELS[int(row.argmax())] if row.max() >= 0 else "other" for row in classes]
    truth = [t["main_therapist_behaviour"] for t, _ in cases]
    groups = [t["transcript_id"] for t, _ in cases]
    overview = classes_row("AnnoMI dev, counsellor's turns", "4 classes", said, truth, LABELS, groups=groups)
    return [overview], [table("AnnoMI dev", ABOUT, each_class(said, truth, LABELS))]
