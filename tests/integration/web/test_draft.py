"""The Draft page from a plain form, and the parts the editor asks for."""

import html
import json
import re

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.integration


def read(client: TestClient, draft: str, **more: str) -> str:
    answer = client.post("/draft/reading", data={"draft": draft, **more}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.text


def marks(page: str) -> dict:
    return json.loads(html.unescape(re.search(r'data-marks="([^"]*)"', page)[1]))


def state(page: str) -> str:
    return re.search(r'data-state="([^"]*)"', page)[1]


def test_a_plain_form_renders_the_reading(inside: TestClient):
    answer = inside.post("/draft", data={"draft": "It sounds heavy.\r\nYou should rest.", "theirs": "I am tired of these hours.", "kind": "reply"})
    assert answer.status_code == 200
    page = answer.text
    assert "<html" in page
    assert ">\nIt sounds heavy.\nYou should rest.</textarea>" in page
    assert "What may land well" in page
    assert "It may express exhaustion." in page
    assert '<option value="reply" selected>' in page
    assert marks(page)["sentences"] == [[0, 16], [17, 33]]


def test_every_place_quotes_its_words_and_offers_another_reading(inside: TestClient):
    page = read(inside, "You should just try harder.")
    assert "<q>You should just try harder.</q>" in page
    assert "Another reading" in page
    assert "found by" in page
    assert "Accept" in page


def test_offsets_are_counted_as_a_browser_counts(inside: TestClient):
    draft = "Thanks \U0001f642\U0001f642 so much. You should try harder."
    found = marks(read(inside, draft, revision="7"))
    units = draft.encode("utf-16-le")
    hard = next(p for p in found["places"] if p["tone"] == "hard")
    assert found["revision"] == "7"
    assert units[2 * hard["start"] : 2 * hard["end"]].decode("utf-16-le") == "You should try harder."


def test_each_edit_says_what_stands_in_its_place(inside: TestClient):
    draft = "I'm sorry if that came late. At least nobody got hurt."
    found = marks(read(inside, draft))
    assert [draft[e["start"] : e["end"]] for e in found["edits"]] == [e["was"] for e in found["edits"]]
    assert found["edits"][0]["was"] == "I'm sorry if"
    assert found["edits"][0]["text"] == "I'm sorry that"
    assert {p["key"] for p in found["places"]} >= {"edit-0"}


def test_the_ribbon_has_one_segment_a_sentence(inside: TestClient):
    page = read(inside, "It sounds heavy. What would help? You should rest.")
    assert re.findall(r'class="part part-(\w+)" data-sentence="(\d)"', page) == [("feeling", "0"), ("inquiry", "1"), ("advice", "2")]


@pytest.mark.parametrize(
    ("draft", "expected", "said"),
    [
        ("", "empty", "What will stand here"),
        ("  \n ", "empty", "What will stand here"),
        ("Hello", "unread", "One word says too little"),
        ("> Only what they wrote.", "unread", "only quoted text"),
        ("word " * 20_000, "unread", "100,000 characters"),
        ("Ich möchte dir sagen, dass ich deine Arbeit sehr schätze und mich freue.", "foreign", "like English"),
    ],
)
def test_what_cannot_be_read_is_said(inside: TestClient, draft, expected, said):
    page = read(inside, draft)
    assert state(page) == expected
    assert said in page
    assert marks(page)["places"] == []


def test_a_message_that_cannot_be_read_does_not_hide_the_reading_of_the_draft(inside: TestClient):
    page = read(inside, "You should try harder.", theirs="> quoted only")
    assert state(page) == "read"
    assert "only quoted text" in page


def test_their_message_is_read_before_there_is_a_draft(inside: TestClient):
    page = read(inside, "", theirs="I am tired of these hours.")
    assert state(page) == "empty"
    assert "It may express exhaustion." in page
    assert "how much there is to do" in page


@pytest.mark.parametrize(
    ("draft", "theirs"), [("You should try harder.", "I want to kill myself."), ("", "I want to kill myself."), ("I want to die.", "")]
)
def test_danger_stops_the_coaching_and_shows_the_human_route(inside: TestClient, draft, theirs):
    page = read(inside, draft, theirs=theirs)
    assert state(page) == "stopped"
    assert "A person first" in page
    assert "findahelpline.com" in page
    assert "What may land" not in page
    assert "Feel-heard" not in page
    assert marks(page)["places"] == marks(page)["edits"] == []


@pytest.mark.parametrize("kind", ["layoff", "refusal", "announcement", "condolence"])
def test_hard_messages_have_a_list_before_they_go_out(inside: TestClient, kind):
    page = read(inside, "This is how it will be from now on.", kind=kind)
    assert "Before you send" in page
    assert "Check with HR or counsel" in page


@pytest.mark.parametrize("kind", ["reply", "feedback", "auto", "no such kind"])
def test_others_have_none(inside: TestClient, kind):
    assert "Before you send" not in read(inside, "This is how it will be from now on.", kind=kind)


def test_the_number_is_small_last_and_explained(inside: TestClient):
    page = read(inside, "It sounds heavy. You should rest.")
    number = page.index("Feel-heard reading")
    assert number > page.index("What may land hard")
    assert "of 100" not in page[:number]
    assert not re.search(r"<h\d[^>]*>[^<]*\d", page)
    points = [int(p.replace("\u2212", "-")) for p in re.findall(r'class="points">([^<]+)<', page)]
    base, score = int(re.search(r"starts at (\d+)", page)[1]), int(re.search(r"reading (\d+) of 100", page)[1])
    assert base + sum(points) == score


def test_accepted_suggestions_lower_the_share_of_own_words(inside: TestClient):
    answer = inside.post("/draft/reading", data={"draft": "Would it help to rest?", "suggestion": ["Would it help to"]})
    assert "Your own words: 20 %" in answer.text


def test_what_people_write_is_only_ever_text(inside: TestClient):
    nasty = '</textarea><script>alert(1)</script> "><img src=x onerror=alert(1)> You should try {{ 7 * 7 }} harder.'
    page = inside.post("/draft", data={"draft": nasty, "theirs": nasty, "kind": '"><script>'}).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page


@pytest.mark.parametrize("name", ["nurse", "promotion"])
def test_a_sample_is_labelled_and_can_be_put_away(inside: TestClient, name):
    page = inside.get(f"/draft?sample={name}").text
    assert '<span class="tag">Sample</span>' in page
    assert "Put the sample away" in page
    assert state(page) == "read"
