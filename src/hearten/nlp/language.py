"""Which language a text is in, and the honesty to say 'unknown'."""

import re
from functools import cache
from typing import Any

from hearten.data import load_yaml

# Under this many letters a guess is a coin toss.
SHORTEST = 30
SURE = 0.9

_LETTERS = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|[^\s@]{1,64}@[^\s@]+|[@#]\w+|`[^`]*`")


@cache
def _english() -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "words.yaml")["english"])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> str:
    """Name the language of `text` as a two-letter code, or "unknown".

    Short texts and unsure guesses are "unknown": a wrong alarm would withhold a reading that works.
    """
    plain = _NOISE.sub(" ", text)
    letters = _LETTERS.findall(plain)
    if len(letters) < SHORTEST:
        return "unknown"
    words = re.findall(r"[\w']+", plain.lower())
    if words and sum(w in _english() for w in words) / len(words) >= 0.2:
        return "en"
    code, share = _identifier().classify(plain[:4000])
    return str(code) if share >= SURE else "unknown"


def is_foreign(code: str) -> bool:
    """Tell whether `code` names a language that the model was not made for."""
    return code not in ("en", "unknown")
