"""The pairs of replies: does the better draft stand above the worse?"""

from benchmarks import pairs
from benchmarks.accuracy.figures import Measured
from benchmarks.given import Given
from benchmarks.tables import Row, table

ABOUT = (
    "Pairs of drafts for one situation (training/corpus/pairs), written by us: share in which the better one has the higher feel-heard score, ties "
    "as half, with the exact binomial interval. "
)
SETS = {
    "replies": "The size of the points was checked on these pairs, so this is dev, not proof.",
    "plain": "Everyday wordings; nothing was tuned on these pairs.",
}


def measure(given: Given) -> Measured:
    """Measure both sets of pairs, by kind, with the kind guessed and told."""
    overviews, tables = [], []
    for name, note in SETS.items():
        couples = given.some(pairs.load(name), quick=20)
        guessed = pairs.read(given, couples)
        won = pairs.wins([(a.heard, b.heard) for a, b in guessed])
        told = pairs.wins([(a.heard, b.heard) for a, b in pairs.read(given, couples, told_kind=True)])
        one = pairs.share(won)
        rows: list[Row] = [{"kind": "all", **one, "withheld": sum(a.heard is None or b.heard is None for a, b in guessed)}]
        rows.append({"kind": "all, the kind told", **pairs.share(told)})
        rows += [
            {"kind": kind, **pairs.share([w for w, c in zip(won, couples, strict=True) if c.kind == kind])}
            for kind in dict.fromkeys(c.kind for c in couples)
        ]
        task = f"pairs ({name}), better reply above"
        overviews.append({"task": task, "n": one["n"], "measure": "share", "value": one["share"], "95 %": one["95 %"], "chance": 0.5})
        tables.append(table(f"Pairs ({name}): better reply above worse", ABOUT + note, rows))
    return overviews, tables
