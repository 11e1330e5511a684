"""Which language a text is in, and the honesty to say 'unknown'."""

import re
from functools import cache
from typing import Any

from hearten.data import load_yaml

# Under this many letters a guess is a coin toss.
SHORTEST = 30
SURE = 0.9

# Letters of other scripts settle that a text isn't English; then a few are enough to ask which language it is.
SHORTEST_OTHER = 8

_LETTERS = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|[^\s@]{1,64}@[^\s@]+|[@#]\w+|`[^`]*`")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "words.yaml")[name])


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
    other_script = 2 * sum(c > "\u024f" for c in letters) > len(letters)
    if len(letters) < (SHORTEST_OTHER if other_script else SHORTEST):
        return "unknown"
    words = re.findall(r"[\w']+", plain.lower())
    english = [w for w in words if w in _words("english")]
    if len(english) >= 0.2 * len(words) and sum(w not in _words("shared") for w in english) >= 0.08 * len(words):
        return "en"
    code, share = _identifier().classify(plain[:4000])
    return str(code) if share >= SURE or (other_script and code != "en") else "unknown"


def is_foreign(code: str) -> bool:
    """Tell whether `code` names a language that the model was not made for."""
    return code not in ("en", "unknown")
