"""Scores texts with the Python peers. Runs inside the peers' own environment, so it imports nothing of ours.

Reads {"texts": [...], "slice": N} from standard input and writes a row a peer: version, scores, and the seconds
that each slice of N texts took, loading aside.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

Score = Callable[[str], float]


def vader() -> Score:
    """Give VADER's compound, -1 to 1."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda text: float(analyzer.polarity_scores(text)["compound"])


def textblob() -> Score:
    """Give TextBlob's polarity, -1 to 1."""
    from textblob import TextBlob

    return lambda text: float(TextBlob(text).sentiment.polarity)


def afinn() -> Score:
    """Give AFINN's sum of word scores."""
    from afinn import Afinn

    lexicon = Afinn()
    return lambda text: float(lexicon.score(text))


def empath() -> Score:
    """Give Empath's positive_emotion less negative_emotion; it has no score of its own."""
    from empath import Empath

    lexicon, names = Empath(), ["positive_emotion", "negative_emotion"]

    def score(text: str) -> float:
        found = lexicon.analyze(text, categories=names, normalize=True) or dict.fromkeys(names, 0.0)
        return float(found["positive_emotion"] - found["negative_emotion"])

    return score


def nrclex() -> Score:
    """Give NRCLex's positive less negative affect frequency."""
    from nrclex import NRCLex

    lexicon = NRCLex()

    def score(text: str) -> float:
        lexicon.load_token_list(re.findall(r"[a-z']+", text.lower()))
        found = lexicon.affect_frequencies
        return float(found.get("positive", 0.0) - found.get("negative", 0.0))

    return score


PEERS: dict[str, tuple[str, Callable[[], Score]]] = {
    "VADER": ("vaderSentiment", vader),
    "TextBlob": ("textblob", textblob),
    "AFINN": ("afinn", afinn),
    "Empath": ("empath", empath),
    "NRCLex": ("NRCLex", nrclex),
}


def main() -> None:
    """Score what standard input holds with every peer asked for."""
    asked = json.load(sys.stdin)
    texts, size = asked["texts"], asked["slice"]
    found: dict[str, Any] = {}
    for name in asked.get("peers") or PEERS:
        package, load = PEERS[name]
        score = load()
        score("A first sentence, so that nothing is loaded while the clock runs.")
        scores, seconds = [], []
        for begin in range(0, len(texts), size):
            start = time.perf_counter()
            scores += [score(text) for text in texts[begin : begin + size]]
            seconds.append(time.perf_counter() - start)
        found[name] = {"version": version(package), "scores": scores, "seconds": seconds}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
