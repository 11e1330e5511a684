"""Reads many texts the way the product does: sentence by sentence for leaders, part by part for employees."""

from collections.abc import Sequence

import numpy as np

from benchmarks.given import Given
from hearten.nlp import Encoder, Pair, Tagger, split

# As the product cuts them: the context of a leader's sentence, and a part of an employee's message.
CONTEXT = 300
PART = 420
CHUNK = 2048


def labels(encoder: Encoder, head: str) -> list[str]:
    """List a head's labels in the order of its outputs."""
    found: list[str] = encoder.card["heads"][head]["labels"]
    return found


def thresholds(encoder: Encoder, head: str) -> np.ndarray:
    """Give a head's shipped thresholds."""
    return np.array(encoder.card["heads"][head]["thresholds"], dtype=float)


def probabilities(encoder: Encoder, pairs: Sequence[Pair], head: str) -> np.ndarray:
    """Read (text, context) pairs whole on one head: (pairs, labels), each between 0 and 1."""
    folded = [(" ".join(text.split()), context[:CONTEXT]) for text, context in pairs]
    raw = encoder.run(folded, (head,))[head].astype(float)
    if encoder.card["heads"][head]["kind"] == "multi":
        return np.asarray(1 / (1 + np.exp(-raw)))
    powers = np.exp(raw - raw.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def sentences(text: str) -> list[str]:
    """Cut `text` into the writer's own sentences, as `hearten tag` does."""
    return [" ".join(p.text.split()) for p in split(text) if p.own] or [" ".join(text.split())]


def parts(text: str) -> list[str]:
    """Join the writer's own sentences into parts of the length an employee's message is read in."""
    found = [""]
    for sentence in sentences(text):
        if found[-1] and len(found[-1]) + len(sentence) > PART:
            found.append("")
        found[-1] = f"{found[-1]} {sentence}".strip()
    return found


def moves(given: Given, pairs: Sequence[Pair]) -> np.ndarray:
    """Read leaders' texts, each with what it answers: the highest p of each talk move over their sentences, (texts, moves)."""
    names, tagger = labels(given.encoder, "moves"), given.tagger()
    flat = [(i, sentence, context[:CONTEXT]) for i, (text, context) in enumerate(pairs) for sentence in sentences(text)]
    found = np.zeros((len(pairs), len(names)))
    for begin in range(0, len(flat), CHUNK):
        chunk = flat[begin : begin + CHUNK]
        for (i, _, _), tags in zip(chunk, _leader(tagger, chunk), strict=True):
            found[i] = np.maximum(found[i], [tags[name] for name in names])
    return found


def _leader(tagger: Tagger, chunk: list[tuple[int, str, str]]) -> list[dict[str, float]]:
    return [tags.scores for tags in tagger.leader([(text, context) for _, text, context in chunk])]


def stress(given: Given, texts: Sequence[str]) -> np.ndarray:
    """Read the expected stress of each message, 0-2: the highest over its parts."""
    flat = [(i, part) for i, text in enumerate(texts) for part in parts(text)]
    each = probabilities(given.encoder, [(part, "") for _, part in flat], "stress") @ np.arange(3)
    found = np.zeros(len(texts))
    np.maximum.at(found, [i for i, _ in flat], each)
    return found


def column(given: Given, scores: np.ndarray, *names: str) -> np.ndarray:
    """Take the highest of the moves `names` for each row of `scores`."""
    known = labels(given.encoder, "moves")
    return np.asarray(scores[:, [known.index(name) for name in names]].max(axis=1))


def margins(given: Given, scores: np.ndarray) -> np.ndarray:
    """Measure how far each move lies over its threshold, in log odds: so moves with different thresholds can be compared."""
    p, at = np.clip(scores, 1e-6, 1 - 1e-6), np.clip(thresholds(given.encoder, "moves"), 1e-6, 1 - 1e-6)
    return np.asarray(np.log(p / (1 - p)) - np.log(at / (1 - at)))
