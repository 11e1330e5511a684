"""Names out of the reading: every person's name is read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten.data import load_yaml
from hearten.nlp.names import NEUTRAL, neutral

pytestmark = pytest.mark.unit

NAMES = ["Lakisha", "Emily", "Jun-ho", "Rocío", "O'Neill", "McDonald", "Xiu", "Wanjiru", "D'Angelo", "Agnieszka", "DeShawn"]
READ_AS_ONE = [
    ("{}, thank you for telling me.", f"{NEUTRAL}, thank you for telling me."),
    ("I spoke with {} about the rota.", f"I spoke with {NEUTRAL} about the rota."),
    ("It was {}'s idea.", f"It was {NEUTRAL}'s idea."),
    ("{} was simply stronger.", f"{NEUTRAL} was simply stronger."),
    ("Ask {} or {}.", f"Ask {NEUTRAL} or {NEUTRAL}."),
    ("{} Okonkwo-Reyes leads it.", f"{NEUTRAL} leads it."),
]
LEFT = [
    "We meet on Monday in March.",
    "HR says NO.",
    "I'm sure it is fine. Thanks.",
    "During Ramadan and at Christmas we close early.",
    "she said nothing",
    "See https://Example.org/Path and mail a.Lakisha@b.org.",
    "",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "wanted"), READ_AS_ONE)
def test_any_name_reads_alike(text, wanted, name):
    """A sentence reads the same whoever is named in it."""
    assert neutral(text.format(name, name)) == wanted


@pytest.mark.parametrize("text", LEFT)
def test_other_words_stay(text):
    """Days, feasts, capitals, addresses and plain words are read as they stand."""
    assert neutral(text) == text


@given(st.text(max_size=300))
def test_twice_is_once(text):
    """Making a text neutral a second time changes nothing, whatever the text."""
    assert neutral(neutral(text)) == neutral(text)


def test_word_lists_hold_words():
    """The lists are words only: YAML would read an unquoted yes, no, on or off as true or false."""
    for name, key in (("known.yaml", "known"), ("words.yaml", "capitalised"), ("words.yaml", "english"), ("words.yaml", "common")):
        words = load_yaml("hearten.nlp", name)[key]
        assert [w for w in words if not isinstance(w, str) or not w.strip()] == []
        assert len(set(words)) == len(words)


def test_no_name_is_known():
    """Names of people don't slip into the list of English words."""
    assert {n.lower() for n in NAMES} & set(load_yaml("hearten.nlp", "known.yaml")["known"]) == set()
