"""A dozen messages side by side, as each tool shows them: an illustration, no measure."""

from typing import Any

from benchmarks.given import Given, inputs
from benchmarks.peers.install import everyone
from benchmarks.peers.masked import is_positive
from benchmarks.tables import Row, table
from hearten import Hearten
from hearten.drafts.heard import weights

ABOUT = (
    "Hand-made and chosen by us: an illustration, no measure. Each cell is what the tool says; for alex and write-good the words they warn of. "
    "Hearten shows the feel-heard score and what may land hard of a leader's line, and what an employee's message expresses."
)
WRONG = (
    "The same by sign alone: hard is under the middle, well over it, and neither is right where the words alone cannot tell. The middle is 0 for a "
    "score and no warning for a checker; for Hearten the points a draft starts with, and anything found that may land hard counts as hard."
)


def tables(given: Given, skipped: list[str]) -> list[Row]:
    """Show every seed beside what each tool makes of it, and count who is right."""
    seeds = inputs("seeds.yaml")["seeds"]
    scored = everyone(given, [s["text"] for s in seeds], skipped)
    rows, right = [], []
    for i, seed in enumerate(seeds):
        said, sign = ours(given.hearten(), seed)
        row: Row = {"seed": seed["id"], "text": seed["text"], "lands": seed["lands"], "Hearten": said}
        for name, s in scored.items():
            row[name] = ", ".join(s.words[i]) or "nothing" if s.words else s.scores[i]
        rows.append(row)
        signs = {"Hearten": sign} | {name: (s.scores[i] > 0) - (s.scores[i] < 0) for name, s in scored.items()}
        right.append({"seed": seed["id"], **{name: _word(value, seed["lands"]) for name, value in signs.items()}})
    return [table("Seeds", ABOUT, rows), table("Seeds: who is right", WRONG, right)]


def ours(hearten: Hearten, seed: dict[str, Any]) -> tuple[str, int]:
    """Say what Hearten shows for a seed, and whether that is hard (-1), neither (0) or well (1)."""
    if seed["who"] == "employee":
        read = hearten.read(seed["text"])
        words = [e.label for e in read.emotions] + [f"stress {read.stress.label}"] + (["masked"] if read.masked else [])
        neutral = {e.label for e in read.emotions} == {"neutral"} and read.stress.label == "0" and not read.masked
        return ", ".join(words), 0 if neutral else 1 if is_positive(read) else -1
    check = hearten.check(seed["text"])
    score = check.heard.score
    hard = dict.fromkeys(f.id for f in check.findings if f.tone == "hard")
    middle = weights()["base"]
    sign = 0 if score is None else (score > middle) - (score < middle)
    return f"{score}: {', '.join(hard) or 'nothing hard'}", -1 if hard else sign


def _word(sign: int, lands: str) -> str:
    if lands == "neither":
        return "right" if sign == 0 else "wrong"
    return "says nothing" if sign == 0 else "right" if (sign > 0) == (lands == "well") else "wrong"
