"""The Draft page as a leader uses it."""

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install playwright")
expect = sync_api.expect
pytestmark = pytest.mark.e2e
HARD = "At least nobody got hurt."


def write(page, text: str) -> None:
    """Type a draft and wait for its reading."""
    page.get_by_label("Your draft").fill(text)
    expect(page.locator("#marks")).to_have_attribute("data-state", "read")


def marked(page, tone: str) -> list[str]:
    return page.locator(f"#mirror .{tone}").all_inner_texts()


def test_typing_shows_marks_first_and_ribbon(open_page):
    page = open_page("/draft")
    page.get_by_label("Your draft").press_sequentially(f"It sounds heavy. {HARD}")
    expect(page.locator("#mirror .hard")).to_have_text(HARD)
    expect(page.locator("#mirror .well")).to_have_text("It sounds heavy.")
    expect(page.locator("#first")).to_contain_text("may make the matter smaller")
    expect(page.locator("#ribbon .part")).to_have_text(["Feeling", "Other"])
    style = page.locator("#mirror .hard").evaluate("e => [getComputedStyle(e).textDecorationStyle, getComputedStyle(e).textDecorationLine]")
    assert style == ["wavy", "underline"]


def test_marks_follow_the_typing_before_any_answer_comes(open_page):
    page = open_page("/draft")
    write(page, f"Good morning to you. {HARD} What would help?")
    page.route("**/draft/reading", lambda _: None)  # from here on the server is silent
    text = page.get_by_label("Your draft")
    text.press("Control+Home")
    text.press_sequentially("Hi there. ")
    assert marked(page, "hard") == [HARD]
    text.evaluate("(t, at) => t.setSelectionRange(at, at)", text.input_value().index("nobody"))
    text.press_sequentially("x")
    assert marked(page, "hard") == []
    assert marked(page, "well") == ["What would help?"]


def test_the_mirror_breaks_lines_where_the_field_does(open_page):
    page = open_page("/draft", viewport={"width": 390, "height": 800})
    write(page, ("Thanks  for   this — naïve 🙂 wordswithoutanyspaceatallthatgoonandonandonandonandon " * 6 + "\n\n") * 3 + HARD)
    expect(page.locator("#mirror .hard")).to_have_text(HARD)
    sizes = page.evaluate(
        "[document.querySelector('#text').scrollHeight, document.querySelector('#text').clientHeight, document.querySelector('#mirror').clientHeight]"
    )
    assert sizes[0] == sizes[1] == sizes[2]
    overlay = page.evaluate("""() => {
        const text = document.querySelector('#text'), mirror = document.querySelector('#mirror');
        const a = getComputedStyle(text), b = getComputedStyle(mirror);
        const same = ['font', 'letterSpacing', 'wordSpacing', 'padding', 'width', 'tabSize', 'textIndent', 'whiteSpace', 'overflowWrap'];
        return same.filter(name => a[name] !== b[name]);
    }""")
    assert overlay == []


def test_an_accepted_edit_changes_text_and_share_and_can_be_undone(open_page):
    page = open_page("/draft")
    before = "I'm sorry if that came late. We meet on Monday at nine."
    write(page, before)
    expect(page.locator("#own")).to_contain_text("100 %")
    page.get_by_role("button", name="Accept: replace “I'm sorry if”").click()
    text = page.get_by_label("Your draft")
    expect(text).to_have_value(before.replace("sorry if", "sorry that"))
    expect(text).to_be_focused()
    expect(page.locator("#own")).to_contain_text("92 %")
    expect(page.locator("#status")).to_contain_text("takes it back")
    text.press("Control+z")
    expect(text).to_have_value(before)
    expect(page.locator("#own")).to_contain_text("100 %")


def test_a_gap_left_by_an_edit_is_selected_and_drawn(open_page):
    page = open_page("/draft")
    write(page, "Please send it ASAP to me.")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator("#mirror .gap")).to_have_text("____")
    assert page.evaluate("getSelection().toString()") in ("____", "")
    page.keyboard.type("Friday noon")
    expect(page.get_by_label("Your draft")).to_have_value("Please send it by Friday noon to me.")


def test_an_ignored_edit_stays_away(open_page):
    page = open_page("/draft")
    write(page, "Please send it ASAP to me.")
    expect(page.locator("#mirror .hard")).to_have_text("ASAP")
    page.get_by_role("button", name="Ignore").click()
    expect(page.locator("#mirror .hard")).to_have_count(0)
    page.reload()
    expect(page.locator("#marks")).to_have_attribute("data-state", "read")
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    assert marked(page, "hard") == []


def test_a_reload_keeps_everything_typed(open_page):
    page = open_page("/draft")
    page.locator("#theirs-box summary").click()
    page.get_by_label("What they wrote").fill("I am tired of these hours.")
    page.get_by_label("What it is").select_option("refusal")
    write(page, f"It sounds heavy. {HARD}")
    page.reload()
    expect(page.get_by_label("Your draft")).to_have_value(f"It sounds heavy. {HARD}")
    expect(page.locator("#theirs")).to_have_value("I am tired of these hours.")
    expect(page.get_by_label("What it is")).to_have_value("refusal")
    expect(page.locator("#mirror .hard")).to_have_text(HARD)
    expect(page.locator("#theirs-reading")).to_contain_text("It may express exhaustion.")
    expect(page.locator("#theirs-hint")).to_contain_text("I am tired")


def test_clear_can_be_brought_back(open_page):
    page = open_page("/draft")
    write(page, HARD)
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Your draft")).to_have_value("")
    expect(page.locator("#marks")).to_have_attribute("data-state", "empty")
    assert page.evaluate("localStorage.getItem('hearten.draft')") is None
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Your draft")).to_have_value(HARD)
    expect(page.locator("#mirror .hard")).to_have_text(HARD)


def test_a_sample_never_touches_ones_own_draft(open_page):
    page = open_page("/draft")
    write(page, "My own words stay here.")
    page.goto("/draft?sample=nurse")
    expect(page.get_by_label("Your draft")).to_have_value(re.compile("^Hi Marit"))
    page.get_by_label("Your draft").press_sequentially("Changed. ")
    page.reload()
    expect(page.get_by_label("Your draft")).to_have_value(re.compile("Changed. "))
    page.get_by_role("link", name="Put the sample away").click()
    expect(page.get_by_label("Your draft")).to_have_value("My own words stay here.")
    assert page.evaluate("Object.keys(localStorage)") == ["hearten.draft"]


def test_hovering_the_ribbon_lights_its_sentence(open_page):
    page = open_page("/draft")
    write(page, f"It sounds heavy. {HARD}")
    page.locator("#ribbon .part").first.hover()
    expect(page.locator("#mirror .lit")).to_have_text("It sounds heavy.")
    page.locator("#ribbon .part").nth(1).focus()
    expect(page.locator("#mirror .lit")).to_have_text(HARD)


def test_the_blank_takes_ones_own_words(open_page):
    page = open_page("/draft")
    write(page, "Thanks for the report.")
    page.locator("#blank-text").fill("You caught the error in row nine")
    page.locator("#blank-text").press("Enter")
    expect(page.get_by_label("Your draft")).to_have_value("Thanks for the report. You caught the error in row nine.")
    expect(page.locator("#own")).to_contain_text("100 %")


def test_everything_by_keyboard(open_page):
    page = open_page("/draft")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Your draft")).to_be_focused()
    page.keyboard.type(f"{HARD} It sounds heavy. Send it ASAP now.")
    expect(page.locator("#mirror .hard")).to_have_text([HARD, "ASAP"])
    selected = "() => { const t = document.querySelector('#text'); return t.value.slice(t.selectionStart, t.selectionEnd); }"
    seen = []
    for key in ("F8", "F8", "F8", "Shift+F8"):
        page.keyboard.press(key)
        seen.append(page.evaluate(selected))
    assert seen == [HARD, "It sounds heavy.", "ASAP", "It sounds heavy."]
    page.locator("#hard .quote").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(selected) == HARD
    expect(page.locator("#hard .place").first).to_have_attribute("data-current", "")
    page.get_by_role("button", name="Accept").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Your draft")).to_have_value(re.compile("Send it by ____ now"))


def test_danger_shows_the_human_route_alone(open_page):
    page = open_page("/draft")
    page.get_by_label("Your draft").fill("I want to kill myself. You should know.")
    expect(page.locator("#human")).to_contain_text("A person first")
    expect(page.locator("#human")).to_contain_text("findahelpline.com")
    expect(page.locator("#mirror .hard")).to_have_count(0)
    expect(page.locator("#first .first")).to_have_count(0)
    expect(page.locator("#ribbon .part")).to_have_count(0)


def test_an_unreachable_server_is_said_and_tried_again(open_page):
    page = open_page("/draft", expected="Failed to load resource|htmx|fetch")
    write(page, HARD)
    page.route("**/draft/reading", lambda route: route.abort())
    page.get_by_label("Your draft").press_sequentially(" More.")
    expect(page.locator("#trouble")).to_contain_text("Hearten doesn't answer")
    expect(page.locator("#trouble")).to_contain_text("safe in this browser")
    page.unroute("**/draft/reading")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#trouble")).to_be_empty()
    expect(page.locator("#ribbon .part")).to_have_count(2)


def test_a_lost_session_says_how_to_get_in_and_keeps_the_reading(open_page):
    page = open_page("/draft", expected="Failed to load resource|htmx")
    write(page, HARD)
    page.context.clear_cookies()
    page.get_by_label("Your draft").press_sequentially(" More.")
    expect(page.locator("#trouble")).to_contain_text("This page needs its key")
    expect(page.locator("#hard")).to_contain_text(HARD)


def test_only_a_slow_first_reading_shows_that_it_waits(open_page):
    page = open_page("/draft")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/draft/reading", hold)
    page.get_by_label("Your draft").fill(HARD)
    expect(page.locator("#skeleton")).to_be_visible()
    expect(page.locator("#reading-word")).to_be_visible()
    held[0].continue_()
    expect(page.locator("#mirror .hard")).to_have_text(HARD)
    expect(page.locator("#skeleton")).to_be_hidden()


def test_without_scripts_the_page_is_a_plain_form(open_page):
    page = open_page("/draft", java_script_enabled=False)
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()
    page.get_by_label("Your draft").fill(f"It sounds heavy.\n{HARD}")
    page.get_by_role("button", name="Check the draft").click()
    expect(page.locator("#first")).to_contain_text("may make the matter smaller")
    expect(page.get_by_label("Your draft")).to_have_value(f"It sounds heavy.\n{HARD}")
    expect(page.locator("#hard")).to_contain_text(HARD)
