"""Which language a text is in, and the honesty to say 'unknown'."""

import re
from functools import cache
from typing import Any

# Under this many letters a guess is a coin toss.
SHORTEST = 30
SURE = 0.9

_LETTERS = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|[@#]\w+|`[^`]*`")
# Words so common that any English sentence of some length holds one; a check against false alarms on names and jargon.
_ENGLISH = frozenset(
    "the and you that for are with this have not was your but what can will from they just about would there been when "
    "more please thanks could should did how is it to of in on we be me my so do at i'm it's don't i a our".split(),
)


@cache
def _identifier() -> Any:  # noqa: ANN401 -- py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- slow import

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def detect(text: str) -> str:
    """Name the language of `text` as a two-letter code, or "unknown".

    Short texts and unsure guesses are "unknown": a wrong alarm would withhold a reading that works.
    """
    plain = _NOISE.sub(" ", text)
    letters = _LETTERS.findall(plain)
    if len(letters) < SHORTEST:
        return "unknown"
    words = re.findall(r"[\w']+", plain.lower())
    if words and sum(w in _ENGLISH for w in words) / len(words) >= 0.2:  # noqa: PLR2004 -- function words alone decide
        return "en"
    code, share = _identifier().classify(plain[:4000])
    return str(code) if share >= SURE else "unknown"


def is_foreign(code: str) -> bool:
    """Tell whether `code` names a language that the model was not made for."""
    return code not in ("en", "unknown")
