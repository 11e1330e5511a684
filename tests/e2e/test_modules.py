"""The editor's pure modules, in the browser that runs them."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install playwright")
pytestmark = pytest.mark.e2e


def test_what_was_taken_over_is_told_from_ones_own_words(open_page):
    page = open_page("/about")
    table = {
        ("You should take a day off.", "Would it help to take a day off?"): ["Would it help to"],
        ("I'm sorry if", "I'm sorry that"): ["that"],
        ("I know how you feel", "It sounds as if ____"): ["It sounds as if"],
        ("You always", "On ____ you"): ["On", "you"],
        ("just ", ""): [],
        (", but", ". And"): ["And"],
    }
    run = "async rows => { const { taken } = await import('/static/js/draft/taken.js'); return rows.map(([was, text]) => taken(was, text)); }"
    assert page.evaluate(run, [list(row) for row in table]) == list(table.values())


def test_an_edit_is_undone_when_its_old_words_stand_again(open_page):
    page = open_page("/about")
    table = {
        ("Please send it ASAP.", "ASAP", "by ____"): True,
        ("Please send it by noon.", "ASAP", "by ____"): False,
        ("I'm sorry that it came late.", "I'm sorry if", "I'm sorry that"): False,
        ("I'm sorry if that came late.", "I'm sorry if", "I'm sorry that"): True,
    }
    run = (
        "async rows => { const m = await import('/static/js/draft/taken.js'); return rows.map(([now, was, text]) => m.undone(now, { was, text })); }"
    )
    assert page.evaluate(run, [list(row) for row in table]) == list(table.values())


def test_stretches_follow_every_kind_of_change(open_page):
    page = open_page("/about")
    # before, after -> the stretch of "bb" in "aa bb cc" afterwards
    table = {
        ("aa bb cc", "xaa bb cc"): [[4, 6]],
        ("aa bb cc", "aa bb"): [[3, 5]],
        ("aa bb cc", "aa xx bb cc"): [[6, 8]],
        ("aa bb cc", "aa bbx cc"): [[3, 5]],
        ("aa bb cc", "aa bxb cc"): [],
        ("aa bb cc", "bb cc"): [[0, 2]],
        ("aa bb cc", ""): [],
        ("aa bb cc", "aa bb cc"): [[3, 5]],
    }
    run = """async rows => {
        const { change, shift } = await import('/static/js/draft/spans.js');
        return rows.map(([before, after]) => shift([{ start: 3, end: 5 }], change(before, after)).map(s => [s.start, s.end]));
    }"""
    assert page.evaluate(run, [list(row) for row in table]) == list(table.values())
