"""Who gets in, who may change anything, and what every answer carries."""

import pytest
from fastapi.testclient import TestClient

from hearten.web.guard import headers, limit

pytestmark = pytest.mark.integration
PAGES = ["/", "/draft", "/draft?sample=nurse", "/draft?sample=promotion", "/settings", "/about", "/no-such-page", "/static/css/base.css"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", ["inside", "outside"])
def test_every_answer_carries_the_security_headers(path, who, request):
    answer = request.getfixturevalue(who).get(path)
    assert answer.headers["content-security-policy"] == headers.CSP
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["permissions-policy"].startswith("camera=()")
    assert answer.headers["cache-control"] == ("no-cache" if path.startswith("/static/") else "no-store")


def test_the_policy_allows_nothing_unsafe_and_nothing_from_elsewhere():
    sources = {row.split()[0]: set(row.split()[1:]) for row in headers.CSP.split("; ")}
    assert sources["default-src"] == {"'none'"}
    assert sources["script-src"] == sources["style-src"] == sources["connect-src"] == sources["form-action"] == {"'self'"}
    assert sources["base-uri"] == sources["frame-ancestors"] == {"'none'"}
    assert set.union(*sources.values()) == {"'none'", "'self'", "data:"}


def test_the_token_opens_once_and_leaves_the_address(outside: TestClient):
    first = outside.get("/?token=the-token", follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "the-token" not in cookie
    assert outside.get("/").status_code == 200
    outside.cookies.clear()
    again = outside.get("/?token=the-token")
    assert again.status_code == 403
    assert "This link has done its work" in again.text
    assert "set-cookie" not in again.headers


def test_who_is_inside_may_open_the_used_link_again(inside: TestClient):
    assert inside.get("/?token=the-token", follow_redirects=False).headers["location"] == "/"


@pytest.mark.parametrize("token", ["", "wrong", "THE-TOKEN", "the-token%20"])
def test_a_wrong_token_does_not_open(outside: TestClient, token):
    answer = outside.get(f"/?token={token}", follow_redirects=False)
    assert answer.status_code in (401, 403)
    assert "set-cookie" not in answer.headers
    assert outside.get("/?token=the-token", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("path", ["/", "/draft", "/draft?sample=nurse", "/settings", "/about", "/no-such-page", "/draft?token=the-token"])
def test_without_a_cookie_pages_say_how_to_get_in_and_nothing_else(outside: TestClient, path):
    answer = outside.get(path)
    assert answer.status_code == 401
    assert "This page needs its key" in answer.text
    assert "hearten serve" in answer.text
    assert "Marit" not in answer.text
    assert 'aria-label="Rooms"' not in answer.text


def test_a_made_up_cookie_is_no_key(outside: TestClient):
    outside.cookies.set("hearten_8765", "made-up")
    assert outside.get("/").status_code == 401


@pytest.mark.parametrize("path", ["/draft", "/draft/reading", "/settings", "/settings/theme"])
def test_a_change_without_a_cookie_is_refused(outside: TestClient, path, tmp_path):
    answer = outside.post(path, data={"draft": "You should try harder.", "theme": "dark"})
    assert answer.status_code == 401
    assert "harder" not in answer.text
    assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:80", "127.0.0.1.evil.example:8765", "evil.example:8765", ""])
def test_another_host_is_refused(inside: TestClient, host):
    answer = inside.get("/about", headers={"Host": host})
    assert answer.status_code == 403
    assert "Not under this name" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_loopback_by_any_of_its_names_is_answered(outside: TestClient, host):
    assert outside.get("/about", headers={"Host": host}).status_code == 401


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),  # a plain form under no-referrer
        ({"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": ""}, 403),
        ({"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, 403),
        ({"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_only_our_own_pages_may_ask_for_a_change(inside: TestClient, sent, status):
    assert inside.post("/draft/reading", data={"draft": "Thank you."}, headers=sent).status_code == status


@pytest.mark.parametrize(("origin", "status"), [("http://127.0.0.1:8765", 200), ("null", 403), ("http://evil.example", 403), (None, 403)])
def test_without_fetch_metadata_the_origin_decides(inside: TestClient, origin, status):
    del inside.headers["sec-fetch-site"]
    del inside.headers["origin"]
    answer = inside.post("/draft/reading", data={"draft": "Thank you."}, headers={"Origin": origin} if origin else {})
    assert answer.status_code == status


def test_a_body_over_the_limit_is_refused_said_or_streamed(inside: TestClient):
    body = b"draft=" + b"a" * limit.MOST
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert inside.post("/draft", content=body, headers=kind).status_code == 413
    streamed = inside.post("/draft", content=(body[i : i + 65536] for i in range(0, len(body), 65536)), headers=kind)
    assert streamed.status_code == 413
    assert "too large to read" in streamed.text


def test_two_servers_do_not_put_each_other_out(inside: TestClient):
    assert list(inside.cookies) == ["hearten_8765"]
