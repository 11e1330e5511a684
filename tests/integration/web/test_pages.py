"""Every page: well-formed, nothing inline, nothing from elsewhere, in the house's voice."""

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from hearten import Hearten
from hearten.errors import ModelError
from hearten.testing import FakeTagger
from hearten.web import create_app

pytestmark = pytest.mark.integration
PAGES = ["/", "/draft", "/draft?sample=nurse", "/draft?sample=promotion", "/settings", "/about", "/no-such-page"]
VOID = {"meta", "link", "input", "br", "path", "rect", "circle"}


class Look(HTMLParser):
    """Gathers what a page must not hold, its ids, and what stays unclosed."""

    def __init__(self, html: str) -> None:
        """Look through `html`."""
        super().__init__()
        self.inline: list[str] = []
        self.elsewhere: list[str] = []
        self.ids: list[str] = []
        self.refs: list[str] = []
        self.stack: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Note what an element carries."""
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith(("on", "hx-on", "hx-vals"))]
        self.inline += [f"{tag} {value}" for value in given.values() if value and value.strip().lower().startswith(("javascript:", "js:"))]
        self.elsewhere += [given[name] for name in ("src", "href", "action", "hx-post") if name in given and not re.match(r"[/#]", given[name])]
        self.ids += [given["id"]] if "id" in given else []
        self.refs += [r for name in ("for", "aria-labelledby", "aria-controls") for r in (given.get(name) or "").split()]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        """See that what closes is what was opened last."""
        if tag not in VOID:
            assert self.stack.pop() == tag


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_nothing_inline_and_nothing_from_elsewhere(inside: TestClient, path):
    page = Look(inside.get(path).text)
    assert (page.inline, page.elsewhere, page.stack) == ([], [], [])
    assert len(page.ids) == len(set(page.ids))
    assert set(page.refs) <= set(page.ids)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_plainly(inside: TestClient, path):
    html = inside.get(path).text
    words = re.sub(r"<!doctype html>|<[^>]*>", " ", html)
    assert "!" not in words
    assert "—" not in words
    assert not re.search("[\U0001f300-\U0001faff]", words)
    assert html.count("<h1") == 1


def test_everything_a_page_asks_for_is_there(inside: TestClient):
    html = "".join(inside.get(path).text for path in PAGES)
    wanted = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html))
    modules = [path for path in wanted if path.endswith(".js")]
    for path in modules:
        for name in re.findall(r'from "([^"]+)"|import "([^"]+)"', inside.get(path).text):
            found = str(inside.base_url.join(path).join(name[0] or name[1]).path)
            if found not in wanted:
                wanted.add(found)
                modules.append(found)
    assert len(wanted) > 20
    assert {path: inside.get(path).status_code for path in wanted} == dict.fromkeys(wanted, 200)


def test_a_page_that_is_not_there_says_so(inside: TestClient):
    answer = inside.get("/no-such-page")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert inside.get("/draft?sample=nobody").status_code == 404
    assert inside.put("/draft").status_code == 405


class Broken(FakeTagger):
    """A tagger that fails in the way given."""

    def __init__(self, error: Exception) -> None:
        """Remember how to fail."""
        self.error = error

    def leader(self, _pairs):
        """Fail."""
        raise self.error


def broken(error: Exception) -> TestClient:
    base = "http://127.0.0.1:8765"
    client = TestClient(create_app(Hearten(tagger=Broken(error)), "t"), base_url=base, headers={"Origin": base})
    client.get("/?token=t")
    return client


def test_what_nobody_foresaw_is_a_page_with_headers_and_without_words(caplog):
    answer = broken(RuntimeError("kaput")).post("/draft", data={"draft": "My very secret words."})
    assert answer.status_code == 500
    assert "Something broke here, not with you" in answer.text
    assert "content-security-policy" in answer.headers
    assert "kaput" not in answer.text
    assert "secret" not in caplog.text
    assert "POST /draft failed" in caplog.text


def test_a_missing_model_is_said_in_its_own_words_to_the_editor():
    answer = broken(ModelError()).post("/draft/reading", data={"draft": "Thank you for this."}, headers={"HX-Request": "true"})
    assert answer.status_code == 503
    assert "Install Hearten again" in answer.text
    assert "<html" not in answer.text


def test_home_greets_by_the_hour():
    from hearten.web.routes.home import greeting

    assert [greeting(h) for h in (0, 4, 5, 11, 12, 17, 18, 23)] == (
        ["Good evening"] * 2 + ["Good morning"] * 2 + ["Good afternoon"] * 2 + ["Good evening"] * 2
    )
