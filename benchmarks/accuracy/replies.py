"""The pairs of replies: does the better draft stand above the worse?"""

from benchmarks import pairs
from benchmarks.accuracy.figures import Measured
from benchmarks.given import Given
from benchmarks.tables import Row, table

ABOUT = (
    "Pairs of drafts for one situation (training/corpus/pairs), written by us: share in which the better one has the higher feel-heard score, ties "
    "as half, with the exact binomial interval. The size of the points was checked on these pairs, so this is dev, not proof."
)


def measure(given: Given) -> Measured:
    """Measure all pairs, by kind, with the kind guessed and told."""
    couples = given.some(pairs.load("replies"), quick=20)
    guessed = pairs.read(given, couples)
    won = pairs.wins([(a.heard, b.heard) for a, b in guessed])
    told = pairs.wins([(a.heard, b.heard) for a, b in pairs.read(given, couples, told_kind=True)])
    rows: list[Row] = [{"kind": "all", **pairs.share(won), "withheld": sum(a.heard is None or b.heard is None for a, b in guessed)}]
    rows.append({"kind": "all, the kind told", **pairs.share(told)})
    rows += [
        {"kind": kind, **pairs.share([w for w, c in zip(won, couples, strict=True) if c.kind == kind])}
        for kind in dict.fromkeys(c.kind for c in couples)
    ]
    one = pairs.share(won)
    overview = {"task": "pairs, better reply above", "n": one["n"], "measure": "share", "value": one["share"], "95 %": one["95 %"], "chance": 0.5}
    return [overview], [table("Pairs: better reply above worse", ABOUT, rows)]
