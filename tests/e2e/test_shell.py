"""The frame around every page: getting in, finding one's way, light and dark, and who can use it."""

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install playwright")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python isn't installed")
expect = sync_api.expect
pytestmark = pytest.mark.e2e
PAGES = ["/", "/draft", "/draft?sample=nurse", "/draft?sample=promotion", "/settings", "/about"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_overflows(open_page, width, theme):
    page = open_page("/", viewport={"width": width, "height": 800}, color_scheme=theme, expected="status of (404|401)")
    axe = axe_api.Axe()
    found = {}
    for path in [*PAGES, "/no-such-page"]:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found[path] = [(v["id"], v["nodes"][0]["html"]) for v in axe.run(page).response["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Find a page or an action")).to_be_focused()
    found["palette"] = [(v["id"], v["nodes"][0]["html"]) for v in axe.run(page).response["violations"]]
    page.context.clear_cookies()
    page.goto("/")
    found["locked"] = [(v["id"], v["nodes"][0]["html"]) for v in axe.run(page).response["violations"]]
    assert found == {path: [] for path in found}


def test_the_link_opens_once_and_leaves_no_token_behind(open_page, browser, server):
    page = open_page("/")
    assert page.url == f"{server}/"
    stranger = browser.new_context(base_url=server)
    other = stranger.new_page()
    other.goto("/?token=the-token")
    expect(other.get_by_role("heading", level=1)).to_have_text("This link has done its work")
    other.goto("/draft")
    expect(other.get_by_role("heading", level=1)).to_have_text("This page needs its key")
    stranger.close()


def test_the_palette_finds_pages_and_actions_by_keyboard(open_page):
    page = open_page("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("sett")
    expect(page.locator("#palette [role=option]:visible")).to_have_text(["Go to Settings"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings")
    page.keyboard.press("Control+k")
    page.keyboard.type("zzz")
    expect(page.get_by_text("Nothing by that name.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("exhausted")
    page.keyboard.press("Enter")
    page.wait_for_url("**/draft?sample=nurse")


def test_light_and_dark_are_kept(open_page):
    page = open_page("/", color_scheme="light")
    with page.expect_response("**/settings/theme"):
        page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/about")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(26, 25, 23)"


def test_settings_are_saved_in_place_and_faults_are_named(open_page):
    page = open_page("/settings")
    page.get_by_label("Theme").select_option("dark")
    page.get_by_role("button", name="Save settings").click()
    expect(page.locator("#said")).to_have_text("Saved.")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_label("Port").fill("99999")
    page.get_by_role("button", name="Save settings").click()
    expect(page.locator("#f-port")).to_have_text("port is 99999; it may be 0 to 65535.")
    expect(page.get_by_label("Port")).to_have_value("99999")


def test_home_goes_on_with_the_draft_and_puts_the_samples_away(open_page):
    page = open_page("/")
    expect(page.locator("#resume")).to_be_hidden()
    page.get_by_role("link", name="Check a draft").click()
    page.get_by_label("Your draft").fill("Something I began this morning.")
    expect(page.locator("#marks")).to_have_attribute("data-state", "read")
    page.goto("/")
    expect(page.locator("#resume")).to_contain_text("Something I began this morning.")
    page.get_by_role("button", name="Put the samples away").click()
    page.reload()
    expect(page.get_by_text("Or look around first")).to_be_hidden()
    page.get_by_role("button", name="Show the samples again").click()
    expect(page.get_by_role("link", name="A reply to an exhausted nurse")).to_be_visible()
    page.locator("#resume").click()
    expect(page.get_by_label("Your draft")).to_have_value("Something I began this morning.")
    page.goto("/draft#new")
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()


def test_nothing_is_asked_of_any_other_machine(open_page, server):
    page = open_page("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(server + "/")] == []
