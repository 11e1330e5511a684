"""Whatever text comes, a check answers or says why it can't, and every claim stands in the text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten import Hearten
from hearten.domain.wire import check_to_wire
from hearten.drafts import KINDS
from hearten.errors import InputError
from hearten.testing import FakeTagger

pytestmark = pytest.mark.unit

WORDS = [
    "You should rest.",
    "At least",
    "you never",
    "> quoted",
    "Hi Ann,",
    "\n",
    "\r\n",
    '"it is your fault"',
    "Best,",
    "why didn't you",
    "ASAP",
    "😀",
    " ",
]
TEXT = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.binary(max_size=200))


@given(TEXT, st.one_of(st.none(), TEXT), st.sampled_from(KINDS))
def test_any_text_is_read_or_refused_in_words(draft, reply_to, kind):
    """Nothing but an InputError is raised; spans are exact, evidence is verbatim, the JSON is JSON."""
    try:
        check = Hearten(tagger=FakeTagger()).check(draft, reply_to, kind)
    except InputError:
        return
    wire = json.loads(json.dumps(check_to_wire(check)))
    assert wire["heard"]["score"] is None or 0 <= wire["heard"]["score"] <= 100
    count = len(check.sentences)
    assert all(0 <= i < count for p in check.heard.points for i in p.sentences)
    if isinstance(draft, str):
        clean = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in draft)
        assert [x for x in (*check.sentences, *check.findings) if clean[x.start : x.end] != x.text] == []
