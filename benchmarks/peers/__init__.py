"""Hearten beside the tools people use for this now, on the same inputs in the same run."""

from typing import Any

from benchmarks.given import Given
from benchmarks.peers import masked, pairs, public, seeds
from benchmarks.peers.install import everyone
from benchmarks.tables import Row, table

LOST = "Rows above in which a peer does better than Hearten: clearly (its interval leaves no doubt) or only in this sample."


def run(given: Given) -> dict[str, Any]:
    """Compare on pairs of drafts, masked distress, public posts and a dozen seeds."""
    skipped: list[str] = []
    tables = [t for part in (pairs, masked, public, seeds) for t in part.tables(given, skipped)]
    versions = {name: scored.version for name, scored in everyone(given, ["A word."], skipped).items()}
    return {"tables": [*tables, table("Where a peer wins", LOST, wins(tables))], "versions": versions, "skipped": skipped}


def wins(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Gather every figure on which a peer stands above Hearten, and say so when none does."""
    found = []
    for t in tables:
        figure = next((name for name in ("share", "AUC") if name in t["columns"]), None)
        if figure is None:
            continue
        ours = next(row for row in t["rows"] if row["tool"] in ("Hearten", "Hearten, without the message"))
        for row in t["rows"]:
            if not row["tool"].startswith("Hearten") and row[figure] > ours[figure]:
                how = "clearly" if row["verdict"] == "PEER" else "in this sample"
                found.append({"on": t["title"], "figure": figure, "peer": row["tool"], "theirs": row[figure], "Hearten": ours[figure], "how": how})
        if "masked called positive" in t["columns"]:
            found += _fewer(t, ours)
    found += [
        {"on": row["seed"], "figure": "sign", "peer": name, "theirs": "right", "Hearten": row["Hearten"], "how": "a seed"}
        for t in tables
        if t["title"] == "Seeds: who is right"
        for row in t["rows"]
        for name, word in row.items()
        if name not in ("seed", "Hearten") and word == "right" and row["Hearten"] != "right"
    ]
    return found or [{"on": "nothing measured here"}]


def _fewer(t: Row, ours: Row) -> list[Row]:
    """List the peers that call fewer masked messages positive, with what it costs them on the glad ones."""
    figure = "masked called positive"
    return [
        {
            "on": t["title"],
            "figure": figure,
            "peer": row["tool"],
            "theirs": row[figure],
            "Hearten": ours[figure],
            "how": f"calls {row['glad called positive']:.0%} of the glad ones positive, Hearten {ours['glad called positive']:.0%}",
        }
        for row in t["rows"]
        if row.get(figure) is not None and row[figure] < ours[figure]
    ]
