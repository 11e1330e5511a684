"""Rows to train on: our corpus and GoEmotions, as one shape with masks for what a row does not say."""

import json
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from hearten.nlp.names import neutral
from training.labels import HEADS, WORK_EMOTION, names
from training.network import base_folder

CORPUS = pathlib.Path(__file__).parent / "corpus"
LONGEST = 160


@dataclass(slots=True)
class Row:
    """A text with its context, its targets a head, and a weight a target (0 where the row says nothing)."""

    text: str
    context: str
    targets: dict[str, list[float]]
    weights: dict[str, list[float]]
    raw: dict[str, Any] = field(default_factory=dict)


def is_dev(path: pathlib.Path) -> bool:
    """Tell whether a batch is held out: dev batches are those of authors D1, D2, ...: never trained on."""
    return path.stem.startswith("D")


def _multi(head: str, present: list[str], optional: list[str]) -> tuple[list[float], list[float]]:
    labels = names(head)
    return (
        [float(label in present) for label in labels],
        [0.0 if label in optional else 1.0 for label in labels],
    )


def _choice(head: str, value: str, also: list[str]) -> tuple[list[float], list[float]]:
    labels = names(head)
    share = 1.0 / (1 + 0.5 * len(also)) if also else 1.0
    target = [share if label == value else (share * 0.5 if label in also else 0.0) for label in labels]
    return target, [1.0]


def leader(raw: dict[str, Any]) -> Row:
    """Turn a leader line of the corpus into a row."""
    moves = _multi("moves", raw["moves"], raw.get("optional", []))
    flags = _multi("flags", raw["flags"], raw.get("optional_flags", []))
    return Row(raw["text"], raw["context"], {"moves": moves[0], "flags": flags[0]}, {"moves": moves[1], "flags": flags[1]}, raw)


def employee(raw: dict[str, Any]) -> Row:
    """Turn an employee line of the corpus into a row."""
    optional = raw.get("optional", [])
    parts = {
        "emotions": _multi("emotions", raw["emotions"], optional),
        "concerns": _multi("concerns", raw["concerns"], optional),
        "stress": _choice("stress", str(raw["stress"]), []),
        "stance": _choice("stance", raw["stance"], raw.get("alt_stance", [])),
        "seeks": _choice("seeks", raw["seeks"], raw.get("alt_seeks", [])),
        "masked": ([float(raw["masked"])], [1.0]),
    }
    return Row(raw["text"], raw["context"], {k: v[0] for k, v in parts.items()}, {k: v[1] for k, v in parts.items()}, raw)


def lines(path: pathlib.Path) -> list[dict[str, Any]]:
    """Read a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def second_labels(kind: str) -> dict[str, dict[str, Any]]:
    """Read the blind second labels of a kind, by id."""
    return {row["id"]: row for path in sorted((CORPUS / "labels").glob(f"{kind}-*.jsonl")) for row in lines(path)}


def merged(raw: dict[str, Any], other: dict[str, Any] | None) -> dict[str, Any]:
    """Make what two annotators see differently optional: neither asked for nor held against an answer."""
    if other is None:
        return raw
    row = {**raw}
    for field_, optional in (("moves", "optional"), ("flags", "optional_flags"), ("emotions", "optional"), ("concerns", "optional")):
        if field_ in raw:
            row[optional] = sorted({*row.get(optional, []), *(set(raw[field_]) ^ set(other[field_]))})
    for field_, also in (("stance", "alt_stance"), ("seeks", "alt_seeks")):
        if field_ in raw and raw[field_] != other[field_]:
            row[also] = sorted({*row.get(also, []), other[field_]})
    return row


def corpus(kind: str, *, dev: bool) -> list[Row]:
    """Read the corpus files of a kind (leader, employee): the dev authors' or all the others'."""
    make = leader if kind == "leader" else employee
    second = second_labels(kind)
    paths = [p for p in sorted((CORPUS / kind).glob("*.jsonl")) if is_dev(p) == dev]
    return [make(merged(raw, second.get(raw["id"]))) for p in paths for raw in lines(p)]


def goemotions(folder: pathlib.Path, part: str) -> list[Row]:
    """Read GoEmotions train or dev (Apache-2.0): text, tab, label numbers."""
    path = folder / "goemotions" / f"{part}.tsv"
    if not path.exists():
        raise SystemExit(f"GoEmotions is missing: {path}. Pass --data the folder that holds goemotions/.")
    labels = names("goemotions")
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, numbers, *_ = line.split("\t")
        present = [labels[int(n)] for n in numbers.split(",")]
        mapped = {WORK_EMOTION[p] for p in present if p in WORK_EMOTION}
        work = [float(e in mapped) for e in names("emotions")]
        known = 0.3 if mapped else 0.0
        weight = [0.0 if e == "exhaustion" else known for e in names("emotions")]
        rows.append(
            Row(
                text,
                "",
                {"goemotions": [float(x in present) for x in labels], "emotions": work},
                {"goemotions": [1.0] * len(labels), "emotions": weight},
            ),
        )
    return rows


def tokenizer() -> Tokenizer:
    """Load the base model's tokenizer without padding or truncation of its own."""
    tok = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tok.no_padding()
    tok.enable_truncation(LONGEST, strategy="longest_first")
    return tok


@dataclass(slots=True)
class Batch:
    """Tensors of a batch: ids, mask, types (rows, tokens), and targets and weights a head."""

    ids: Tensor
    mask: Tensor
    types: Tensor
    targets: dict[str, Tensor]
    weights: dict[str, Tensor]
    index: list[int]


def collate(rows: list[Row], index: list[int], encodings: list[Any]) -> Batch:
    """Pad the encodings of rows[index] to one width."""
    chosen = [encodings[i] for i in index]
    width = max(len(e.ids) for e in chosen)
    pad = lambda values: torch.tensor([[*v, *[0] * (width - len(v))] for v in values])  # noqa: E731 -- three uses, one line
    targets, weights = {}, {}
    for head, spec in HEADS.items():
        blank = [0.0] * len(spec["labels"])
        nothing = blank if spec["kind"] == "multi" else [0.0]
        if any(head in rows[i].targets for i in index):
            targets[head] = torch.tensor([rows[i].targets.get(head, blank) for i in index])
            weights[head] = torch.tensor([rows[i].weights.get(head, nothing) for i in index])
    return Batch(pad([e.ids for e in chosen]), pad([e.attention_mask for e in chosen]), pad([e.type_ids for e in chosen]), targets, weights, index)


def folded_name(text: str) -> str:
    """Make a text what the tagger hands to the encoder."""
    return neutral(" ".join(text.split()))


def encode(rows: list[Row], tok: Tokenizer) -> list[Any]:
    """Tokenize target and context of every row, as the package does: names neutral, spaces single."""
    folded = [(folded_name(r.text), folded_name(r.context)) for r in rows]
    return list(tok.encode_batch([(text, context) if context else text for text, context in folded]))


def batches(rows: list[Row], encodings: list[Any], size: int, rng: Any, *, shuffle: bool = True) -> Iterator[Batch]:
    """Yield batches of rows of like length: less padding, twice the speed on two cores."""
    order = list(range(len(rows)))
    if shuffle:
        rng.shuffle(order)
    pools = [order[i : i + size * 32] for i in range(0, len(order), size * 32)]
    groups = []
    for pool in pools:
        pool.sort(key=lambda i: len(encodings[i].ids))
        groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    if shuffle:
        rng.shuffle(groups)
    for group in groups:
        yield collate(rows, group, encodings)
