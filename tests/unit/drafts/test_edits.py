"""Small changes: what a draft says before and after each, with nothing in it that the leader didn't write."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten.data import load_yaml
from hearten.drafts import check
from hearten.testing import FLAGS, MOVES, ScriptedTagger

pytestmark = pytest.mark.unit

TABLE = load_yaml("hearten.drafts", "edits.yaml", "rules")["edits"]
ALL = [*MOVES, *FLAGS]


def edits(text, labels=(), **given):
    """Check a draft whose every sentence carries `labels`."""

    class Every(ScriptedTagger):
        def leader(self, pairs):
            self._leader = {t: labels for t, _ in pairs}
            return super().leader(pairs)

    return check(text, Every(), kind="reply", **given).edits


def applied(text, found):
    for edit in reversed(found):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


ADVICE, HARSH = ["advice_unsol"], ["absolute", "judge"]
CHANGES = {
    "why_didnt": ("Why didn't you call me?", [], "What made it hard to call me?"),
    "why_didnt_inside": ("I wonder why didn't you call.", [], "I wonder what made it hard to call."),
    "why_did": ("Why did you leave early?", ["judge"], "What led you to leave early?"),
    "why_would": ("Why would you say that?", ["blame"], "What led you to say that?"),
    "sorry_if": ("I'm sorry if I hurt you.", [], "I'm sorry that I hurt you."),
    "sorry_if_long": ("I am sorry if that was rushed.", [], "I'm sorry that that was rushed."),
    "sorry_you_feel": ("I'm sorry you feel that way.", [], "I'm sorry for ____."),
    "know_how_you_feel": ("I know exactly how you feel.", [], "It sounds as if ____."),
    "understand_how_you_feel": ("And I totally understand how you're feeling.", [], "And it sounds as if ____."),
    "calm_down": ("Calm down, we can mend it.", [], "We can mend it."),
    "calm_down_and": ("Please calm down and tell me.", [], "Tell me."),
    "calm_down_alone": ("I read it. You need to calm down. We can mend it.", [], "I read it. We can mend it."),
    "dont_be": ("Don't be so dramatic. We can mend it.", [], "We can mend it."),
    "obviously": ("You obviously missed the note.", [], "You missed the note."),
    "as_i_said": ("As I've already told you, the pump is off.", [], "The pump is off."),
    "per_my_last": ("Per my last email, the pump is off.", [], "The pump is off."),
    "clearly": ("Clearly, the pump is off.", [], "The pump is off."),
    "just_need_to": ("You just need to call Ana.", ADVICE, "You could call Ana."),
    "just": ("Just try again with Ana.", ADVICE, "Try again with Ana."),
    "just_inside": ("Then just ignore the noise.", ["minimise"], "Then ignore the noise."),
    "should": ("You should call Ana.", ADVICE, "Would it help to call Ana?"),
    "should_thought": ("I think you should call Ana.", ADVICE, "Would it help to call Ana?"),
    "should_clause": ("If you are tired, you should rest.", ADVICE, "If you are tired, would it help to rest?"),
    "should_title": ("You need to call Dr. Lee.", ADVICE, "Would it help to call Dr. Lee?"),
    "should_decimals": ("You have to cut 2.5 hours!", ADVICE, "Would it help to cut 2.5 hours?"),
    "should_emoji": ("You should rest. 😊", ADVICE, "Would it help to rest? 😊"),
    "should_no_stop": ("you should rest", ADVICE, "Would it help to rest?"),
    "are_always": ("You're always late.", HARSH, "On ____ you were late."),
    "always": ("You always interrupt Ana.", HARSH, "On days like ____ you interrupt Ana."),
    "never": ("I see that you never listen to me.", HARSH, "I see that on days like ____ you don't listen to me."),
    "failed_to": ("You failed to send it.", [], "You didn't send it."),
    "asap": ("Send it ASAP.", [], "Send it by ____."),
    "as_soon": ("I need it as soon as possible, please.", [], "I need it by ____, please."),
    "need_to_talk": ("We need to talk.", [], "Can we talk about ____?"),
    "need_to_talk_when": ("We need to talk tomorrow.", [], "Can we talk about ____ tomorrow?"),
    "need_to_talk_name": ("We need to talk, Ana.", [], "Can we talk about ____, Ana?"),
    "let_go": ("We have to let you go.", [], "Your job ends on ____."),
    "letting_go": ("I'm sorry that we're letting you go.", [], "I'm sorry that your job ends on ____."),
    "decided_to_let_go": ("We've decided to let you go.", [], "Your job ends on ____."),
    "but": ("I hear how tired you are, but the plan stands.", ["reflect"], "I hear how tired you are. And the plan stands."),
    "reason": ("I read it. Everything happens for a reason. Call me.", [], "I read it. Call me."),
    "could_be_worse": ("It could be worse, and the pump is on.", [], "And the pump is on."),
    "stay_positive": ("Just stay positive and call me.", [], "Call me."),
    "offence": ("No offence, but the pump is off.", [], "The pump is off."),
    "honest": ("To be honest, the pump is off.", [], "The pump is off."),
    "honest_inside": ("And, to be honest, the pump is off.", [], "And, the pump is off."),
    "respect": ("With all due respect, the pump is off.", [], "The pump is off."),
    "personally": ("Don't take this personally. The pump is off.", [], "The pump is off."),
    "curly": ("I’m sorry if I hurt you.", [], "I'm sorry that I hurt you."),
    "wrapped": ("I think you\nshould call Ana.", ADVICE, "Would it help to call Ana?"),
    "capitals": ("YOU NEED TO CALL ANA.", ADVICE, "WOULD IT HELP TO CALL ANA?"),
    "two": ("Why didn't you call? We need to talk.", [], "What made it hard to call? Can we talk about ____?"),
}  # fmt: skip


def _tidy(text):
    return " ".join(text.split())


@pytest.mark.parametrize(("before", "labels", "after"), CHANGES.values(), ids=CHANGES)
def test_change(before, labels, after):
    """With every change taken, the draft reads like this."""
    assert _tidy(applied(before, edits(before, labels))) == after


UNTOUCHED = {
    "think_question": ("Why do you think that is?", ["explore_open"]),
    "want_to_be_honest": ("I want to be honest with you.", []),
    "calm_inside": ("It took me a day to calm down.", []),
    "should_after_what": ("What you should do is call Ana.", ADVICE),
    "should_after_if": ("If you have to leave, call me.", ADVICE),
    "should_have": ("You should have called.", ADVICE),
    "should_not": ("You should not call Ana.", ADVICE),
    "should_be": ("You need to be more careful.", ADVICE),
    "should_look": ("You should look on the bright side.", ADVICE),
    "harness": ("You need to wear the harness.", ADVICE),
    "must": ("You must wear the helmet.", ADVICE),
    "should_of_a_thing": ("The form you must file is late.", ADVICE),
    "should_without_advice": ("You should get your papers on Friday.", []),
    "always_welcome": ("You're always welcome here.", HARSH),
    "always_without_harm": ("You always find a way.", []),
    "never_past": ("You never told me.", HARSH),
    "go_home": ("We'll let you go home early.", []),
    "talk_about": ("We need to talk about the rota.", []),
    "i_think_talk": ("I think we need to talk.", []),
    "clearly_praised": ("You clearly explained the plan.", ["affirm"]),
    "but_without_warmth": ("The pump is on, but the line is off.", ["info"]),
    "want_you_positive": ("I want you to stay positive.", []),
    "just_left": ("Ana just left.", ADVICE),
    "quoted": ("You said 'I'm sorry if I hurt you' on Monday.", []),
    "quote_mail": ("Thank you for it.\n\n> We need to talk.\n> Calm down.", []),
}


@pytest.mark.parametrize(("text", "labels"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_untouched(text, labels):
    """Near words are left as they are."""
    assert edits(text, labels) == ()


def test_every_row_is_tried():
    """Each row of the table changes one of the texts above."""
    whys = [e.why for before, labels, _ in CHANGES.values() for e in edits(before, labels)]
    tried = set(whys)
    assert [row["find"] for row in TABLE if row["why"] not in tried] == []
    finds = [[re.search(row["find"], before.replace("’", "'"), re.IGNORECASE) for before, _, _ in CHANGES.values()] for row in TABLE]
    assert [row["find"] for row, hits in zip(TABLE, finds, strict=True) if not any(hits)] == []


def test_advice_asked_for_stays():
    """Advice that was asked for is not turned into a question."""
    given = {"reply_to": "What would you do?"}
    assert edits("You should call Ana.", ADVICE, **given) == ()


WORDS = re.compile(r"\w+")
PARTS = (
    [before for before, _, _ in CHANGES.values()]
    + [text for text, _ in UNTOUCHED.values() if "\n" not in text]
    + ["Obviously why didn't you just call Ana on 3 May?"]
)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5), st.lists(st.sampled_from(ALL), max_size=6, unique=True))
def test_any_draft(parts, labels):
    """Changes lie in order and apart, inside one sentence, and bring no number and no name."""
    text = " ".join(parts)
    checked = check(text, ScriptedTagger(dict.fromkeys([p.replace("’", "'") for p in parts], labels)), kind="reply")
    found = checked.edits
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [e for e in found if not any(s.start <= e.start and e.end <= s.end for s in checked.sentences)] == []
    draft_words = {w.lower() for w in WORDS.findall(text)}
    openings = {s.start for s in checked.sentences}
    for edit in found:
        new = [w for w in WORDS.findall(edit.text) if w.lower() not in draft_words and w.strip("_")]
        assert [w for w in new if re.search(r"\d", w)] == []
        # A capital of its own stands only at the opening of a sentence, or in "I" and ". And".
        inner = new[1:] if edit.start in openings else new
        assert [w for w in inner if w[0].isupper() and w not in ("I", "And")] == []


def test_schema():
    """Every row has its fields and nothing else, patterns compile, and what is put holds no digit and no name."""
    for row in TABLE:
        assert {"find", "put", "why"} <= set(row) <= {"find", "put", "why", "needs", "not_with", "question", "at"}
        assert set(row.get("needs", [])) | set(row.get("not_with", [])) <= set(ALL)
        assert row.get("at", "clause") in ("clause", "sentence")
        assert re.compile(row["find"]).match("") is None
        assert re.findall(r"\d|(?<!^)(?<!\. )\b(?!I\b)[A-Z]", row["put"]) == []
        assert row["why"].endswith(".")


BLANKS = {
    "condolence": (
        "I am sorry for your loss. I read the note.",
        "condolence",
        {},
        "Something I remember about them, or about how you spoke of them: ____",
    ),
    "layoff": ("I read the note. It is hard.", "layoff", {}, "The decision, in one plain sentence with its date: ____"),
    "layoff_reason": ("The pump is off. It is hard.", "layoff", {"The pump is off.": ["info"]}, "The reason, as it was approved: ____"),
    "feedback": ("I read the note. It is hard.", "feedback", {}, "What I saw, and when: ____"),
    "layoff_judged": (
        "The pump is off. It is hard.",
        "layoff",
        {"The pump is off.": ["info"], "It is hard.": ["judge"]},
        "The reason, as it was approved: ____",
    ),
    "layoff_whole": ("It ends because the line closed. I saw you hold it.", "layoff", {"It ends because the line closed.": ["info", "affirm"]}, None),
    "announced": ("It starts on Monday. It is hard.", "announcement", {}, "The thing I'd most like to hear from you: ____"),
    "condoled": ("I am sorry for your loss. I read the note.", "condolence", {"I read the note.": ["affirm"]}, None),
    "judged": ("I read the note. It is hard.", "reply", {"It is hard.": ["judge"]}, "What I saw or heard, and when: ____"),
    "announcement": ("I read the note. It is hard.", "announcement", {}, "What changes for you, and from which day: ____"),
    "noticed": ("I read the note. It is hard.", "reply", {}, "What I have noticed you do, lately and in particular: ____"),
    "question": ("I read the note. It is hard.", "reply", {"It is hard.": ["affirm"]}, "The thing I'd most like to hear from you: ____"),
    "none": ("I read the note. It is hard.", "reply", {"It is hard.": ["affirm", "explore_open"]}, None),
}


@pytest.mark.parametrize(("text", "kind", "script", "expected"), BLANKS.values(), ids=BLANKS)
def test_blank(text, kind, script, expected):
    """The one gap is what this kind of draft most lacks, and it stands at the edge of a sentence."""
    checked = check(text, ScriptedTagger(script), kind=kind)
    assert checked.blank == expected
    edges = {None, *(s.start for s in checked.sentences), *(s.end for s in checked.sentences)}
    assert {checked.blank_at} <= edges
    assert (checked.blank_at is None) == (checked.blank is None)


def test_blank_for_a_feeling():
    """Their feeling, not yet named in the draft, is the gap; it stands before the first sentence."""
    tagger = ScriptedTagger({}, {"I am worn out.": {"emotions": ["exhaustion"]}})
    checked = check("Hi Ana,\n\nI read the note.", tagger, kind="reply", reply_to="I am worn out.")
    assert (checked.blank, checked.blank_at) == ("What I think this has been like for you, and please correct me: ____", 9)


def test_blank_before_a_postscript():
    """What is added belongs to the message, before its postscript."""
    checked = check("I read the note.\n\nBest,\nAna\n\nP.S. Bring the key. It is blue.", ScriptedTagger(), kind="reply")
    assert checked.blank_at == len("I read the note.")


def test_blanks_schema():
    """Every blank ends in a gap and asks for something only the leader knows."""
    rows = load_yaml("hearten.drafts", "blanks.yaml", "rules")["blanks"]
    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["id"] for row in rows if not {"id", "text"} <= set(row) <= {"id", "text", "kinds", "without", "lacks", "finding", "reply"}] == []
    assert [row["id"] for row in rows if not row["text"].endswith(": ____")] == []
    assert [row["id"] for row in rows if not set(row.get("without", [])) <= set(MOVES)] == []


SHARES = {
    "none": ("I read your note twice.", (), (1.0, 5, 0)),
    "all": ("Would it help to rest?", ("Would it help to rest?",), (0.0, 5, 5)),
    "some": ("I read your note. Would it help?", ("Would it help",), (0.57, 7, 3)),
    "gone": ("I read your note.", ("Would it help",), (1.0, 4, 0)),
    "changed": ("Would it be of help?", ("Would it help",), (1.0, 5, 0)),
    "case": ("would IT help", ("Would it help",), (0.0, 3, 3)),
    "curly": ("I’m sorry that it hurt.", ("I'm sorry that",), (0.4, 5, 3)),
    "repeated_text": ("Rest well. Rest well.", ("Rest well",), (0.5, 4, 2)),
    "repeated_suggestion": ("Rest well. Rest well.", ("Rest well", "Rest well"), (0.0, 4, 4)),
    "gap": ("I'm sorry for the noise today.", ("I'm sorry for ____",), (0.5, 6, 3)),
    "empty_suggestion": ("I read it.", ("", "____", "..."), (1.0, 3, 0)),
}


@pytest.mark.parametrize(("text", "suggestions", "expected"), SHARES.values(), ids=SHARES)
def test_own_words(text, suggestions, expected):
    """The share counts words taken over from suggestions, once for each, where they still stand."""
    share = check(text, ScriptedTagger(), suggestions=suggestions).own_words
    assert (share.share, share.words, share.suggested) == expected
    table = load_yaml("hearten.drafts", "own_words.yaml", "rules")
    assert share.note == (table["low"] if expected[0] < table["nudge_below"] else table["enough"])
