"""The settings page: what is shown, what is saved, what is refused."""

import pytest
from fastapi.testclient import TestClient

from hearten import Hearten
from hearten.settings import SETTINGS
from hearten.testing import FakeTagger
from hearten.web import create_app

pytestmark = pytest.mark.integration


def test_every_setting_is_on_the_page_with_its_help_and_origin(inside: TestClient, tmp_path):
    page = inside.get("/settings").text
    assert str(tmp_path / "settings.toml") in page
    for setting in SETTINGS:
        assert f'id="s-{setting.name}"' in page
        assert setting.help.replace("'", "&#39;") in page
    assert "These hold when Hearten starts again." in page


def test_a_change_is_saved_and_holds_at_once(inside: TestClient, tmp_path):
    answer = inside.post("/settings", data={"theme": "dark", "country": "DE", "longest_draft": "60000"})
    assert "Saved." in answer.text
    assert (tmp_path / "settings.toml").read_text() == 'country = "DE"\ntheme = "dark"\n'
    page = inside.get("/settings").text
    assert '<html lang="en" data-theme="dark">' in page
    assert "Set in settings.toml." in page


def test_what_needs_a_new_start_says_so(inside: TestClient):
    assert "Port will hold when Hearten starts again." in inside.post("/settings", data={"port": "9000"}).text


def test_a_faulty_value_is_named_kept_on_the_page_and_nothing_is_saved(inside: TestClient, tmp_path):
    page = inside.post("/settings", data={"port": "99999", "theme": "dark"}, headers={"HX-Request": "true"}).text
    assert "port is 99999; it may be 0 to 65535." in page
    assert 'value="99999"' in page
    assert 'aria-invalid="true"' in page
    assert "Nothing was saved yet" in page
    assert "<html" not in page
    assert not (tmp_path / "settings.toml").exists()


def test_what_is_set_from_outside_is_shown_and_locked(inside: TestClient, tmp_path):
    page = inside.get("/settings").text
    assert "Set by HEARTEN_HOME. The environment variable HEARTEN_HOME goes before what is saved here." in page
    inside.post("/settings", data={"home": "/elsewhere"})
    assert not (tmp_path / "settings.toml").exists()


def test_what_was_given_at_the_start_outlives_a_save():
    hearten = Hearten({"port": 4321}, tagger=FakeTagger())
    base = "http://127.0.0.1:4321"
    client = TestClient(create_app(hearten, "t"), base_url=base, headers={"Origin": base})
    client.get("/?token=t")
    client.post("/settings", data={"theme": "light"})
    assert (hearten.settings["port"], hearten.settings["theme"]) == (4321, "light")
    assert "What was given at the start goes before" in client.get("/settings").text


def test_the_theme_button_keeps_its_choice(inside: TestClient):
    assert inside.post("/settings/theme", data={"theme": "dark"}).status_code == 204
    assert 'data-theme="dark"' in inside.get("/").text
    assert inside.post("/settings/theme", data={"theme": "purple"}).status_code == 422
    assert 'data-theme="dark"' in inside.get("/").text
