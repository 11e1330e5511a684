"""Whatever is posted to the Draft page, it answers without falling over."""

import html
import json
import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.integration

TEXT = st.one_of(
    st.text(max_size=400), st.lists(st.sampled_from(["> ", "\r\n", "Hi,", "😀", "“", "</textarea>", "You never", "?", "\u202e", " "])).map("".join)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=TEXT, theirs=TEXT, kind=st.sampled_from(["auto", "layoff", "", "nonsense"]), taken=st.text(max_size=40))
def test_any_form_is_answered(inside: TestClient, draft, theirs, kind, taken):
    """Any text, kind and list of suggestions is read or refused in words; every mark lies inside the draft."""
    answer = inside.post(
        "/draft/reading", data={"draft": draft, "theirs": theirs, "kind": kind, "suggestions": taken}, headers={"HX-Request": "true"}
    )
    assert answer.status_code in (200, 400, 413, 422)
    found = re.search(r'data-marks="([^"]*)"', answer.text)
    if found:
        text = re.sub(r"\r\n|\r", "\n", draft)
        spans = json.loads(html.unescape(found[1]))["sentences"]
        assert [(a, b) for a, b in spans if not 0 <= a < b <= len(text.encode("utf-16-le")) // 2] == []
