"""The heads and labels the model learns, read from the package's own table."""

import pathlib
from typing import Any

import yaml

TABLE = pathlib.Path(__file__).parents[1] / "src/hearten/nlp/data/labels.yaml"
HEADS: dict[str, dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def names(head: str) -> list[str]:
    """List the labels of a head in the order of the model's outputs."""
    labels: list[str] = HEADS[head]["labels"]
    return labels


# GoEmotions' labels as people at work would name them; annoyance is the nearest thing to frustration.
# Labels that map to nothing (surprise, curiosity ...) say nothing about the work emotions, so they
# are masked out rather than counted as absent. Exhaustion has no counterpart there at all.
WORK_EMOTION = {
    "amusement": "joy", "excitement": "joy", "joy": "joy", "love": "joy", "relief": "joy",
    "gratitude": "gratitude", "pride": "pride", "grief": "sadness", "sadness": "sadness", "remorse": "sadness",
    "disappointment": "sadness", "anger": "anger", "disgust": "anger", "fear": "fear", "nervousness": "fear",
    "annoyance": "frustration", "neutral": "neutral",
}  # fmt: skip
