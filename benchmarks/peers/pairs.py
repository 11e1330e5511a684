"""Which tool puts the better of two drafts above: the pairs of our own corpus, the same drafts for all."""

from collections.abc import Sequence

import numpy as np

from benchmarks import pairs
from benchmarks.given import Given
from benchmarks.peers.install import everyone
from benchmarks.stats import bootstrap
from benchmarks.tables import Row, table

ABOUT = {
    "replies": "Share of pairs in which the better draft scores above the worse, ties as half. Written by us, so they favour us; "
    "the peers never see the message answered, and the second row shows Hearten without it.",
    "directness": "Blunt and kind against polite and empty: share of pairs in which the kind one scores above. Written by us.",
}


def tables(given: Given, skipped: list[str]) -> list[Row]:
    """Compare all on both sets of pairs."""
    return [_compare(given, name, skipped) for name in ABOUT]


def _compare(given: Given, name: str, skipped: list[str]) -> Row:
    couples = given.some(pairs.load(name), quick=20)
    ours, alone = (pairs.read(given, couples, with_message=seen) for seen in (True, False))
    won = {
        "Hearten, feel-heard": pairs.wins([(a.heard, b.heard) for a, b in ours]),
        "Hearten, without the message": pairs.wins([(a.heard, b.heard) for a, b in alone]),
    }
    if name == "directness":
        won["Hearten, care x candour"] = pairs.wins([(a.both, b.both) for a, b in ours])
    texts = [text for c in couples for text in (c.better, c.worse)]
    for peer, scored in everyone(given, texts, skipped).items():
        won[peer] = pairs.wins(list(zip(scored.scores[::2], scored.scores[1::2], strict=True)))
    won |= by_length(couples)
    first = won["Hearten, without the message"]
    rows = [{"tool": tool, **pairs.share(found), **({} if tool.startswith("Hearten") else against(first, found))} for tool, found in won.items()]
    return table(
        f"Pairs: {name}",
        f"{ABOUT[name]} The last row chooses by length alone, whichever way does "
        "better here; the last columns compare with Hearten without the message.",
        rows,
    )


def by_length(couples: Sequence[pairs.Couple]) -> dict[str, list[float]]:
    """Choose by the number of words alone, whichever way round does better on these very pairs: what any score must beat."""
    longer = pairs.wins([(len(c.better.split()), len(c.worse.split())) for c in couples])
    return {"longer draft": longer} if sum(longer) * 2 >= len(longer) else {"shorter draft": [1 - x for x in longer]}


def against(ours: list[float], theirs: list[float]) -> Row:
    """Compare with a peer on the same rows: the difference, its interval, and who does better in a word."""
    gap = np.array(ours) - np.array(theirs)
    low, high = bootstrap(len(gap), lambda rows: float(gap[rows].mean()))
    return {"Hearten less peer": float(gap.mean()), "95 % of it": (low, high), "verdict": verdict(low, high)}


def verdict(low: float, high: float) -> str:
    """Say who does better, from the interval of Hearten's figure less the peer's."""
    return "Hearten" if low > 0 else "PEER" if high < 0 else "no clear difference"
