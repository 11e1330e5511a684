"""Whether a sentence is read the same way every time: run after run, among other sentences, on other numbers of cores."""

import json
import subprocess
import sys
from typing import Any

import numpy as np

from benchmarks import reading, texts
from benchmarks.given import Given, inputs
from benchmarks.tables import Row, table
from hearten import Hearten
from hearten.nlp import Encoder, Pair

CHECK = (
    "import json, sys\nfrom hearten import Hearten\nfrom hearten.domain.wire import check_to_wire\n"
    "print(json.dumps([check_to_wire(Hearten().check(*pair)) for pair in json.load(sys.stdin)]))"
)
ABOUT = (
    "Readings of the same sentences under other conditions: the largest and the mean difference of a p, and the share of sentences that end up with "
    "other moves or flags. The model's int8 arithmetic takes its scale from the whole batch, so company can matter; repeats must not."
)


def run(given: Given) -> dict[str, Any]:
    """Compare readings alone and in batches, with one core and with two, and whole checks in two processes."""
    pairs = texts.pool(given, 200 if given.quick else 1000)
    batch = _read(given.encoder, pairs)
    alone = np.concatenate([_read(given.encoder, [pair]) for pair in pairs])
    rows = [
        {"condition": "the same batch again", **_differ(given, batch, _read(given.encoder, pairs))},
        {"condition": "each sentence alone, not in a batch", **_differ(given, batch, alone)},
        {"condition": "in another order", **_differ(given, batch, _read(given.encoder, pairs[::-1])[::-1])},
        {"condition": "on one core, not two", **_differ(given, batch, _read(Hearten({"threads": 1}).encoder, pairs))},
    ]
    drafts = [(d["text"], d["reply_to"] or None) for d in inputs("drafts.yaml")["drafts"]]
    first, second = (_checks(drafts) for _ in range(2))
    same = sum(a == b for a, b in zip(first, second, strict=True))
    rows.append({"condition": "whole checks in two processes", "n": len(drafts), "sentences read otherwise": 1 - same / len(drafts)})
    return {"tables": [table("Determinism", ABOUT, rows)]}


def _read(encoder: Encoder, pairs: list[Pair]) -> np.ndarray:
    return np.concatenate([reading.probabilities(encoder, pairs, head) for head in ("moves", "flags")], axis=1)


def _differ(given: Given, one: np.ndarray, other: np.ndarray) -> Row:
    at = np.concatenate([reading.thresholds(given.encoder, head) for head in ("moves", "flags")])
    apart = np.abs(one - other)
    changed = ((one >= at) != (other >= at)).any(1)
    return {
        "n": len(one),
        "largest difference": float(apart.max()),
        "mean difference": float(apart.mean()),
        "sentences read otherwise": float(changed.mean()),
    }


def _checks(drafts: list[tuple[str, str | None]]) -> list[Any]:
    done = subprocess.run([sys.executable, "-c", CHECK], input=json.dumps(drafts), check=True, capture_output=True, text=True)
    found: list[Any] = json.loads(done.stdout)
    return found
