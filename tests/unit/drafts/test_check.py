"""A whole check: whose words are read, what stops it, what is refused, and what its JSON holds."""

import json

import pytest

from hearten.app import Hearten
from hearten.domain import Label
from hearten.domain.wire import check_to_wire, read_to_wire
from hearten.drafts import check, read
from hearten.errors import EmptyText, InputError, OnlyQuotes, TooLong, TooShort
from hearten.nlp import LeaderTags
from hearten.testing import FakeTagger, ScriptedTagger

pytestmark = pytest.mark.unit

GERMAN = "Ich weiß, dass die letzten Wochen schwer für dich waren, und es tut mir leid."


def test_offsets_are_those_of_the_draft():
    """Every sentence, finding and sensitive topic is a true piece of the draft, whatever stands around it."""
    text = "Hi Ana,\r\n\r\n> You said it.\r\n\r\nYou never listen 🎉. I’m sorry if I hurt you.\r\n\r\nBest,\r\nTom"
    checked = check(text, FakeTagger())
    assert [s.text for s in checked.sentences] == ["You never listen 🎉.", "I’m sorry if I hurt you."]
    assert [text[s.start : s.end] for s in checked.sentences] == [s.text for s in checked.sentences]
    assert [text[f.start : f.end] for f in checked.findings] == [f.text for f in checked.findings]
    assert [s.index for s in checked.sentences] == [0, 1]


def test_quoted_mail_is_not_the_leaders_voice():
    """What others wrote below or above gives no sentence, no finding, no sensitive topic."""
    text = "I read it twice.\n\nOn Mon, 3 Mar 2025 at 10:12, Bea wrote:\nI want to die. You never listen. It's your fault."
    checked = check(text, FakeTagger())
    assert ([s.text for s in checked.sentences], checked.findings, checked.sensitive) == (["I read it twice."], (), ())
    assert checked.heard.score is not None


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        ("I read it. I want to die myself.", None),
        ("I read it twice.", "I want to die."),
        ("I read it twice.", "My husband hits me."),
        ("I'll kill him.", None),
    ],
)
def test_crisis_stops_the_score(draft, message):
    """Where somebody may be in danger there is no number, and the human route is said first."""
    checked = check(draft, FakeTagger(), reply_to=message)
    found = (*(checked.reply_to.sensitive if checked.reply_to else ()), *checked.sensitive)
    assert (checked.heard.score, checked.heard.points, checked.care, checked.candour) == (None, (), None, None)
    assert checked.first == f"{found[0].why} {found[0].next}"
    assert "your local emergency number" in checked.first
    assert checked.notes == ("Something here needs a person before it needs better words, so the draft isn't scored.",)


def test_sensitive_topic_does_not_stop():
    """A topic that needs care but not at once is named, and the draft is read."""
    checked = check("Thank you for telling me about the grievance hearing.", FakeTagger())
    assert ([s.route for s in checked.sensitive], checked.heard.score is None) == (["complaint"], False)


def test_contact_and_country():
    """The organisation's own contact and the country's line are in the step."""
    checked = check("I read it twice.", FakeTagger(), reply_to="I want to die.", country="US", contact="Ask Ana")
    assert checked.first.endswith(
        "Ask Ana. If someone is in danger now, call 911. Call or text 988 to reach the Suicide and Crisis Lifeline, day and night."
    )


def test_foreign_draft():
    """A draft in another language is not scored; its sensitive topics are still looked for, and it says so."""
    checked = check(f"{GERMAN} I want to die.", FakeTagger())
    assert (checked.language, checked.heard.score, checked.care, checked.findings, checked.edits) == ("de", None, None, (), ())
    assert [s.route for s in checked.sensitive] == ["self_harm"]
    assert checked.notes[0].startswith("This doesn't look like English (de).")


def test_foreign_message():
    """A message in another language is withheld; the English draft is still read."""
    checked = check("I read it twice.", FakeTagger(), reply_to=GERMAN)
    assert (checked.language, checked.reply_to.language, checked.reply_to.emotions) == ("unknown", "de", ())
    assert checked.heard.score is not None


REFUSED = {
    "empty": ("", EmptyText),
    "blank": (" \n", EmptyText),
    "marks": ("...", EmptyText),
    "emoji": ("👍", EmptyText),
    "one_word": ("Thanks", TooShort),
    "one_word_stop": ("Thanks!", TooShort),
    "greeting": ("Hi Ana,", TooShort),
    "only_quotes": ("> You never listen to me.\n> Not once.", OnlyQuotes),
    "only_quotes_and_greeting": ("Hi Ana,\n> You never listen.", OnlyQuotes),
    "only_quotation": ('"You never listen to me at all."', OnlyQuotes),
    "too_long": ("word " * 12_001, TooLong),
}


@pytest.mark.parametrize(("text", "error"), REFUSED.values(), ids=REFUSED)
def test_refused(text, error):
    """What cannot be read is refused with the error that says what to do."""
    with pytest.raises(InputError) as caught:
        Hearten(tagger=FakeTagger()).check(text)
    assert type(caught.value) is error


def test_unknown_kind():
    """An unknown kind is refused, and the message lists those there are."""
    with pytest.raises(InputError) as caught:
        Hearten(tagger=FakeTagger()).check("I read it.", kind="poem")
    assert str(caught.value) == "There is no kind 'poem'; it may be auto, reply, feedback, layoff, refusal, announcement, condolence."


@pytest.mark.parametrize("message", [None, "", "  ", b"", b" \n"])
def test_no_message(message):
    """No message, or an empty one, is a draft by itself."""
    assert Hearten(tagger=FakeTagger()).check("I read it twice.", message).reply_to is None


def test_bytes_and_text_alike():
    """The bytes of a file and its text give the same check."""
    hearten = Hearten(tagger=FakeTagger())
    assert hearten.check("You should rest. I’m sure.".encode()) == hearten.check("You should rest. I’m sure.")


def test_labels_reach_the_sentences():
    """Moves and flags stand at their own sentence; a sentence of two lines is read as one."""
    tagger = ScriptedTagger({"It was a long week for you and for all of the crew on line two.": ["reflect"], "You lied.": ["judge", "blame"]})
    checked = check("It was a long week for you and for all of the crew on\nline two. You lied.", tagger)
    read_here = [([m.label for m in s.moves], [f.label for f in s.flags]) for s in checked.sentences]
    assert read_here == [(["reflect"], []), (["judge"], ["blame"])]


CHECK_KEYS = [
    "heard",
    "care",
    "candour",
    "first",
    "kind",
    "sentences",
    "order",
    "findings",
    "edits",
    "blank",
    "blank_at",
    "own_words",
    "reply_to",
    "sensitive",
    "language",
    "notes",
    "model",
]
READ_KEYS = ["emotions", "stress", "concerns", "stance", "seeks", "masked", "sensitive", "language", "notes", "model"]
FINDING_KEYS = ["id", "start", "end", "text", "why", "next", "confidence", "tone", "other", "source"]
SENSITIVE_KEYS = ["route", "start", "end", "text", "why", "next", "stop"]


def test_check_wire():
    """The public JSON of a check has exactly the keys of its contract, and is plain JSON."""
    text = "You never listen. I'm sorry if I hurt you. It sounds hard. About the grievance hearing: what happened?"
    wire = check_to_wire(check(text, FakeTagger(), reply_to="I am so tired of the long hours. My complaint is still open."))
    assert json.loads(json.dumps(wire)) == wire
    assert list(wire) == CHECK_KEYS
    assert list(wire["heard"]) == ["score", "points"]
    assert {tuple(p) for p in wire["heard"]["points"]} == {("rule", "points", "sentences", "why")}
    assert {tuple(s) for s in wire["sentences"]} == {("index", "start", "end", "text", "moves", "flags")}
    assert {tuple(m) for s in wire["sentences"] for m in (*s["moves"], *s["flags"])} == {("label", "p")}
    assert list(wire["order"]) == ["parts", "respected", "why"]
    assert {tuple(f) for f in wire["findings"]} == {tuple(FINDING_KEYS)}
    assert {tuple(e) for e in wire["edits"]} == {("start", "end", "text", "why")}
    assert list(wire["own_words"]) == ["share", "words", "suggested", "note"]
    assert {tuple(s) for s in (*wire["sensitive"], *wire["reply_to"]["sensitive"])} == {tuple(SENSITIVE_KEYS)}
    assert list(wire["reply_to"]) == READ_KEYS


def test_check_wire_withheld():
    """A withheld score is null, and the keys are the same."""
    wire = check_to_wire(check(GERMAN, FakeTagger()))
    assert list(wire) == CHECK_KEYS
    assert (wire["heard"], wire["care"], wire["reply_to"]) == ({"score": None, "points": []}, None, None)


def test_read_wire():
    """The public JSON of a reading has exactly the keys of its contract; stress is a level from 0 to 2."""
    tagger = ScriptedTagger({}, {"I am worn out by the hours.": {"emotions": ["exhaustion"], "stress": 2, "concerns": ["workload"], "masked": True}})
    wire = read_to_wire(read("I am worn out by the hours.", tagger))
    assert wire == {
        "emotions": [{"label": "exhaustion", "p": 0.8}],
        "stress": {"level": 2, "p": 0.8},
        "concerns": [{"label": "workload", "p": 0.8}],
        "stance": "other",
        "seeks": "nothing",
        "masked": True,
        "sensitive": [],
        "language": "unknown",
        "notes": [],
        "model": "scripted-1",
    }
    assert list(wire) == READ_KEYS


def test_read_joins_parts():
    """A long message is read in parts: the strongest of each label, the highest stress, and no neutral beside a feeling."""
    calm, worn = " ".join(["The van is on the yard today."] * 14), "I am worn out."
    tagger = ScriptedTagger({}, {calm: {}, worn: {"emotions": ["exhaustion"], "stress": 2, "seeks": "heard", "stance": "concern"}})
    found = read(f"{calm} {worn}", tagger)
    assert ([e.label for e in found.emotions], found.stress.label, found.seeks, found.stance) == (["exhaustion"], "2", "heard", "concern")


def test_read_long_message_says_so():
    """Of a message of more than forty parts the first forty are read, and a note says so."""
    found = read(
        "\n\n".join(f"Line {i} of the long story that I have to tell about the depot and the rota and the van." * 4 for i in range(60)), FakeTagger()
    )
    assert found.notes == ("This is long: its first 40 parts were read.",)


def test_read_only_quotes():
    """A message with nothing of its own is refused."""
    with pytest.raises(OnlyQuotes):
        read("> You never listen.", FakeTagger())


THREAD = "The lift is fixed.\n\nOn Mon, 3 May 2027 at 10:00, Ann wrote:\n> Your job ends on 3 May."


@pytest.mark.parametrize("text", [THREAD, 'You asked whether "your job is redundant" was true. I will find out today.'])
def test_kind_is_told_by_the_leaders_own_words(text):
    """Quoted threads and quoted words don't make a message a layoff."""
    assert check(text, FakeTagger()).kind == "reply"


def test_own_words_are_counted_without_quotes():
    """Words of a quoted thread aren't the leader's, so they don't dilute what came from suggestions."""
    assert check(THREAD, FakeTagger()).own_words.words == 4


def test_rules_see_wrapped_lines_joined():
    """A wrapped line hides nothing from the rules."""
    assert "vague_bad_news" in [f.id for f in check("Please come by, we need to\ntalk.", FakeTagger()).findings]


def test_note_of_a_foreign_message_is_passed_on():
    """When the message answered can't be read, the check says so."""
    assert check("I read it twice.", FakeTagger(), reply_to=GERMAN).notes[0].startswith("This doesn't look like English (de).")


@pytest.mark.parametrize(("message", "silent"), [("I am pregnant and need to plan.", True), ("The printer broke, can you report it to HR?", False)])
def test_what_they_raised_themselves(message, silent):
    """A protected topic is no reference of the leader's only when the message answered names the same topic."""
    draft = "We cannot offer you the post. Now that you are pregnant it would be too much."
    found = [f.id for f in check(draft, FakeTagger(), reply_to=message, kind="refusal").findings]
    assert ("protected_ref" not in found) == silent


@pytest.mark.parametrize(("p", "first"), [(0.7, "One line may be read as a threat."), (0.5, "One line may land harder than you mean.")])
def test_a_doubtful_finding_does_not_lead(p, first):
    """What is read with little confidence is shown, but isn't the first thing said."""
    tags = LeaderTags((), (Label("pressure", p),), {})

    class Doubting(FakeTagger):
        def leader(self, pairs):
            return [tags for _ in pairs]

    checked = check("I will see you on Monday.", Doubting())
    assert [f.id for f in checked.findings] == ["pressure"]
    assert checked.first.startswith(first)


def test_the_message_answered_is_read_once_while_typing():
    """Two states of a draft that answer one message read that message once."""

    class Counting(FakeTagger):
        def __init__(self):
            self.messages = 0

        def employee(self, pairs):
            self.messages += len(pairs)
            return super().employee(pairs)

    tagger = Counting()
    typed = [check(draft, tagger, reply_to="I am tired of it all.").reply_to for draft in ("I read it.", "I read it twice.")]
    assert tagger.messages == 1
    assert typed[0] == typed[1]
