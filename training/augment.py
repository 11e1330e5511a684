"""Changes to a row that must not change its labels: another pronoun, a neutral word about oneself. Names are neutral already."""

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
    return {**table, "swaps": swaps, "pronouns": re.compile(rf"\b(?:{'|'.join(swaps)})\b")}


def names() -> list[str]:
    """List given names that no word list may take for English words."""
    found: list[str] = _table()["names"]
    return found


def vary(row: Row, rng: random.Random) -> Row:
    """Give the row as another person's, and now and then with a neutral word about the writer before it."""
    table = _table()
    text, context = row.text, row.context
    if rng.random() < table["gender_share"]:
        text, context = (table["pronouns"].sub(lambda m: table["swaps"][m.group()], t) for t in (text, context))
    if row.raw.get("emotions") == ["neutral"] and not row.raw.get("masked") and rng.random() < table["identity_share"]:
        text = f"{rng.choice(table['identities'])} {text}"
    return replace(row, text=text, context=context)
