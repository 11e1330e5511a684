"""Names out of the reading: whoever is spoken of is read as the same person.

A model has seen some names more often than others, and would read the same sentence differently for Emily and
Lakisha (SCIENCE 7). So every word that looks like a person's name stands as one and the same name before the
encoder sees it. Offsets of findings aren't touched: only what the encoder reads is.
"""

import re
from functools import cache

from hearten.data import load_yaml

NEUTRAL = "Sam"

# A word with one capital at its front, perhaps with a second part (Jun-ho, O'Neill, Al-Amin); not all capitals.
_CAPITALISED = re.compile(
    r"(?<![\w@/#.-])(?:\[NAME\]|(?:Mc|Mac|De|La|Le|Da|Di|Du|Ja|Ra|Ta|[A-Z]['’])?[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]+(?:[-'’](?!(?:s|ll|d|re|ve|m|t)\b)[^\W\d_]+)*)(?![\w@])"
)
_RUN = re.compile(rf"\b{NEUTRAL}(?: {NEUTRAL})+\b")


@cache
def _known() -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "known.yaml")["known"])


@cache
def _kept() -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "words.yaml")["capitalised"])


def neutral(text: str) -> str:
    """Put one name for every capitalised word that is no known English word; two in a row become one."""
    if text.islower():
        return text
    return _RUN.sub(NEUTRAL, _CAPITALISED.sub(_put, text))


def _put(match: re.Match[str]) -> str:
    word = match.group()
    return word if word in _kept() or word.lower() in _known() else NEUTRAL
