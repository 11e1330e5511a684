"""ESConv: the strategy of a supporter's turn, tagged from our moves."""

import numpy as np

from benchmarks import reading
from benchmarks.accuracy.figures import Measured, classes_row, each_class
from benchmarks.given import Given, lines
from benchmarks.tables import table

CLASSES = {
    "Question": ("explore_open", "explore_closed"),
    "Restatement or Paraphrasing": ("restate",),
    "Reflection of feelings": ("reflect",),
    "Self-disclosure": ("self_disc",),
    "Affirmation and Reassurance": ("affirm", "validate", "care"),
    "Providing Suggestions": ("advice_unsol", "advice_perm"),
    "Information": ("info",),
}
LABELS = [*CLASSES, "Others"]
STANCES = ["understand", "advise", "others"]
COARSE = {name: "advise" if name in ("Providing Suggestions", "Information") else "understand" for name in CLASSES} | {"Others": "others"}
ABOUT = (
    "Supporters' turns of the valid part; nothing was trained here. Tagging a given turn is not the published task, which is to predict the next "
    "strategy: do not compare. A turn gets the class whose move lies furthest over its threshold, Others when none does. Annotators gave a whole "
    "turn one strategy, so a turn that does two things counts as wrong half the time."
)


def measure(given: Given) -> Measured:
    """Measure macro-F1 over the seven mapped strategies; the interval draws whole dialogues."""
    cases = []
    for number, row in enumerate(lines(given.file("esconv/valid.jsonl"))):
        said_last: list[str] = []
        supporting = False
        for turn in row["dialog"]:
            if turn["speaker"] == "usr":
                said_last = [turn["text"]] if supporting else [*said_last, turn["text"]]
            elif turn.get("strategy") in LABELS:
                cases.append((turn["text"], " ".join(said_last), turn["strategy"], number))
            supporting = turn["speaker"] == "sys"
    cases = given.some(cases)
    far = reading.margins(given, reading.moves(given, [(text, context) for text, context, *_ in cases]))
    classes = np.stack([reading.column(given, far, *names) for names in CLASSES.values()], axis=1)
    said = [LABELS[int(row.argmax())] if row.max() >= 0 else "Others" for row in classes]
    truth, groups = [c[2] for c in cases], [c[3] for c in cases]
    coarse = [[COARSE[x] for x in found] for found in (said, truth)]
    overview = [
        classes_row("ESConv valid, supporter's turns", "7 mapped strategies", said, truth, list(CLASSES), groups=groups),
        classes_row("ESConv valid, supporter's turns", "understand, advise, others", coarse[0], coarse[1], STANCES, groups=groups),
    ]
    return overview, [table("ESConv valid", ABOUT, each_class(said, truth, LABELS))]
