"""Many distinct sentences to read, from whatever labelled data is there: for times and memory, where labels don't matter."""

import csv
import random

from benchmarks import reading
from benchmarks.given import CORPUS, Given, Missing, lines
from hearten.nlp import Pair

SHORTEST = 3


def pool(given: Given, size: int) -> list[Pair]:
    """Gather up to `size` distinct sentences, in a fixed random order, each with the message it answers if it has one.

    They come from the corpus and, where the data folder has them, GoEmotions, EPITOME and ESConv.
    """
    found: dict[str, str] = {}
    for text, context in [*_corpus(), *_public(given)]:
        for sentence in reading.sentences(text) if len(text) > 80 else [text]:
            if len(sentence.split()) >= SHORTEST:
                found.setdefault(sentence, context)
    pairs = sorted(found.items())
    random.Random(given.seed).shuffle(pairs)  # noqa: S311 -- an order, not a secret
    return pairs[:size]


def _corpus() -> list[Pair]:
    paths = [path for kind in ("leader", "employee") for path in sorted((CORPUS / kind).glob("*.jsonl"))]
    return [(row["text"], row["context"]) for path in paths for row in lines(path)]


def _public(given: Given) -> list[Pair]:
    found: list[Pair] = []
    try:
        comments = given.file("goemotions/train.tsv").read_text(encoding="utf-8").split("\n")[: 1000 if given.quick else 12_000]
        found += [(line.split("\t")[0], "") for line in comments if line]
        with given.file("epitome/explorations.dev.csv").open(encoding="utf-8", newline="") as file:
            found += [(row["response_post"], row["seeker_post"]) for row in csv.DictReader(file)][: 200 if given.quick else None]
        dialogues = lines(given.file("esconv/valid.jsonl"))
        found += [(turn["text"], "") for row in dialogues[: 10 if given.quick else None] for turn in row["dialog"]]
    except Missing:
        return found
    return found
