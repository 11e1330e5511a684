"""Is kindness politeness? Blunt and kind must stand above polite and empty (SCIENCE, T4)."""

from benchmarks import pairs
from benchmarks.accuracy.figures import Measured
from benchmarks.given import Given
from benchmarks.tables import Row, table

ABOUT = (
    "Pairs of a blunt, kind draft and a polite, empty one, written by us: share in which the kind one stands above, ties as half. "
    "An average gap under 0 would mean that manners are rewarded over kindness."
)


def measure(given: Given) -> Measured:
    """Measure the feel-heard score, care, candour and care times candour."""
    couples = given.some(pairs.load("directness"), quick=20)
    read = pairs.read(given, couples)
    rows: list[Row] = []
    asked: dict[str, list[tuple[float | None, float | None]]] = {
        "feel-heard": [(a.heard, b.heard) for a, b in read],
        "care": [(a.care, b.care) for a, b in read],
        "candour": [(a.candour, b.candour) for a, b in read],
        "care x candour": [(a.both, b.both) for a, b in read],
    }
    for name, scores in asked.items():
        gaps = [a - b for a, b in scores if a is not None and b is not None]
        rows.append({"score": name, **pairs.share(pairs.wins(scores)), "mean gap": sum(gaps) / len(gaps) if gaps else None})
    overview = [
        {"task": f"directness, {r['score']}", "n": r["n"], "measure": "share", "value": r["share"], "95 %": r["95 %"], "chance": 0.5}
        for r in rows
        if r["score"] in ("feel-heard", "care x candour")
    ]
    return overview, [table("Pairs: blunt and kind above polite and empty", ABOUT, rows)]
