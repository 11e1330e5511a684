"""Changes to a row that must not change its labels: another name, another pronoun, a neutral word about oneself."""

import pathlib
import random
import re
from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from training.data import Row


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((pathlib.Path(__file__).parent / "augment.yaml").read_text(encoding="utf-8"))
    swaps = {a: b for pair in table["gender"] for a, b in (pair, pair[::-1])}
    names = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table['names']), key=len, reverse=True))})\b")
    return {**table, "swaps": swaps, "pattern": names, "pronouns": re.compile(rf"\b(?:{'|'.join(swaps)})\b")}


def vary(row: Row, rng: random.Random) -> Row:
    """Give the row as another person's: names and pronouns swapped, text and context alike."""
    table = _table()
    text, context = row.text, row.context
    if rng.random() < table["swap_share"]:
        chosen: dict[str, str] = {}

        def rename(match: re.Match[str]) -> str:
            return chosen.setdefault(match.group(), rng.choice(table["names"]))

        text, context = table["pattern"].sub(rename, text), table["pattern"].sub(rename, context)
    if rng.random() < table["gender_share"]:
        text, context = (table["pronouns"].sub(lambda m: table["swaps"][m.group()], t) for t in (text, context))
    if row.raw.get("emotions") == ["neutral"] and not row.raw.get("masked") and rng.random() < table["identity_share"]:
        text = f"{rng.choice(table['identities'])} {text}"
    return replace(row, text=text, context=context)
