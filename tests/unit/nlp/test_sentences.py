"""Sentences of real messages: where they begin, where they end, and whose voice they are."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearten.nlp import quoted, split
from hearten.nlp.blocks import _ITEM

pytestmark = pytest.mark.unit


def own(text):
    return [p.text for p in split(text) if p.own]


def kinds(text):
    return [(p.kind, p.text) for p in split(text)]


SENTENCES = {
    "two": ("I read it. Thank you.", ["I read it.", "Thank you."]),
    "no_last_stop": ("I read it. Thank you", ["I read it.", "Thank you"]),
    "question": ("What happened? I want to know.", ["What happened?", "I want to know."]),
    "many_marks": ("Really?! Yes. No!! Stop.", ["Really?!", "Yes.", "No!!", "Stop."]),
    "decimals": ("We missed it by 3.5 days. Version 2.0.1 shipped.", ["We missed it by 3.5 days.", "Version 2.0.1 shipped."]),
    "thousands": ("Costs rose by 1,200.50 EUR. Sales fell.", ["Costs rose by 1,200.50 EUR.", "Sales fell."]),
    "titles": ("Mr. Lee and Dr. Ng met. They left.", ["Mr. Lee and Dr. Ng met.", "They left."]),
    "am": ("We met at 9 a.m. on Monday. It ran late.", ["We met at 9 a.m. on Monday.", "It ran late."]),
    "pm_ends": ("They left at 5 p.m. Nobody spoke.", ["They left at 5 p.m.", "Nobody spoke."]),
    "pm_day": ("Send it by 5 p.m. Friday. Thanks.", ["Send it by 5 p.m. Friday.", "Thanks."]),
    "eg": ("Bring tools, e.g. Ana's drill. I.e. The red one.", ["Bring tools, e.g. Ana's drill.", "I.e. The red one."]),
    "etc_ends": ("We need cups, plates, etc. Please order them.", ["We need cups, plates, etc.", "Please order them."]),
    "etc_goes_on": ("Cups, plates, etc. are missing. Order them.", ["Cups, plates, etc. are missing.", "Order them."]),
    "number_no": ("Ticket no. 5 is late. Please look.", ["Ticket no. 5 is late.", "Please look."]),
    "word_no": ("You asked me. No. It is not final.", ["You asked me.", "No.", "It is not final."]),
    "word_no_and_name": ("The answer is no. Ana knows.", ["The answer is no.", "Ana knows."]),
    "inc": ("He works at Acme Inc. They pay well.", ["He works at Acme Inc.", "They pay well."]),
    "inc_name": ("Acme Inc. Berlin called.", ["Acme Inc. Berlin called."]),
    "us": ("The U.S. team left. The U.K. did too.", ["The U.S. team left.", "The U.K. did too."]),
    "us_government": ("The U.S. Government decided. We wait.", ["The U.S. Government decided.", "We wait."]),
    "day": ("We meet Mon. 3 Mar. and Tue. at noon. OK?", ["We meet Mon. 3 Mar. and Tue. at noon.", "OK?"]),
    "verb_sat": ("In the meeting you sat. Nobody asked you.", ["In the meeting you sat.", "Nobody asked you."]),
    "noun_min": ("It took one min. Then it broke.", ["It took one min.", "Then it broke."]),
    "initials": ("J. R. Smith called. He asked for P. Lee.", ["J. R. Smith called.", "He asked for P. Lee."]),
    "not_initials": ("It was him and I. We left.", ["It was him and I.", "We left."]),
    "contraction": ("I can't. We tried. They don't. Ana won't. Bo did.", ["I can't.", "We tried.", "They don't.", "Ana won't.", "Bo did."]),
    "curly_contraction": ("I can’t. We tried.", ["I can’t.", "We tried."]),
    "ellipsis_goes_on": ("I wonder... maybe not.", ["I wonder... maybe not."]),
    "ellipsis_ends": ("Well… Maybe so. I wonder... Perhaps.", ["Well…", "Maybe so.", "I wonder...", "Perhaps."]),
    "url": ("See https://x.org/a.b?c=d. Then reply.", ["See https://x.org/a.b?c=d.", "Then reply."]),
    "url_end": ("The page is www.example.org/x.", ["The page is www.example.org/x."]),
    "mail_address": ("Write to bea.lee@x.co.uk today. I'll see it.", ["Write to bea.lee@x.co.uk today.", "I'll see it."]),
    "file_name": ("Open report.v2.final.docx first. Then call.", ["Open report.v2.final.docx first.", "Then call."]),
    "emoji_after_stop": ("Great work! 🎉🎉 You saved it. 😊", ["Great work! 🎉🎉", "You saved it. 😊"]),
    "emoji_as_stop": ("Great work 🎉 You saved it 😊 thanks", ["Great work 🎉", "You saved it 😊 thanks"]),
    "emoji_skin": ("Well done 👍🏽 We did it.", ["Well done 👍🏽", "We did it."]),
    "emoji_joined": ("My family 👨\u200d👩\u200d👧 is well. Yours?", ["My family 👨\u200d👩\u200d👧 is well.", "Yours?"]),
    "emoji_only": ("🎉🎉🎉", ["🎉🎉🎉"]),
    "chat": (
        "hey i saw your note. that sounds rough. wanna talk? i have time at 3",
        ["hey i saw your note.", "that sounds rough.", "wanna talk?", "i have time at 3"],
    ),
    "chat_abbreviation": ("the approx. number is fine. ok", ["the approx. number is fine.", "ok"]),
    "wrapped": (
        "I wanted to say that the way you handled the call on Monday was\ncalm and clear. I know that it was not an easy week.",
        ["I wanted to say that the way you handled the call on Monday was\ncalm and clear.", "I know that it was not an easy week."],
    ),
    "lines_without_stops": ("You did well\nI saw it\nGo home", ["You did well", "I saw it", "Go home"]),
    "paragraphs": ("I know you tried\n\n\nand I saw it", ["I know you tried", "and I saw it"]),
    "crlf": ("One.\r\nTwo is here.\r\n\r\nThree is here too. Four.", ["One.", "Two is here.", "Three is here too.", "Four."]),
    "old_mac": ("One is here.\rTwo is here.", ["One is here.", "Two is here."]),
    "line_separators": ("One\u2028Two\u2029Three", ["One", "Two", "Three"]),
    "quote_inside": ('You said "I can\'t. I am done." and left. I heard that.', ['You said "I can\'t. I am done." and left.', "I heard that."]),
    "question_quoted": ('She asked "Why me?" and I had no answer.', ['She asked "Why me?" and I had no answer.']),
    "quote_ends": ("I said: 'We will not do this again.' She nodded.", ["I said: 'We will not do this again.'", "She nodded."]),
    "curly_quote": (
        "You wrote “I am tired. I can’t go on.” and I believe you. Let's talk.",
        ["You wrote “I am tired. I can’t go on.” and I believe you.", "Let's talk."],
    ),
    "inches": ('The pipe is 5" wide. The other is 6" long.', ['The pipe is 5" wide.', 'The other is 6" long.']),
    "open_quote": ('You said "I am done. I heard you. Let us talk.', ['You said "I am done.', "I heard you.", "Let us talk."]),
    "brackets": ("(I know this is hard.) We can talk.", ["(I know this is hard.)", "We can talk."]),
    "inner_brackets": ("I took three days (Mon. to Wed.) off. You covered.", ["I took three days (Mon. to Wed.) off.", "You covered."]),
    "figure": ("The plan (see fig. 2) works. Go.", ["The plan (see fig. 2) works.", "Go."]),
    "marked_up": ("*Important*: read this. _Please_ do. **Now.**", ["*Important*: read this.", "_Please_ do.", "**Now.**"]),
    "inline_numbers": ("What's next? 1. Call. 2. Write.", ["What's next?", "1. Call.", "2. Write."]),
    "year": ("It began in 2024. We kept going.", ["It began in 2024.", "We kept going."]),
    "cyrillic": ("Это тяжело. Давай поговорим завтра.", ["Это тяжело.", "Давай поговорим завтра."]),
    "japanese": ("これは大変ですね。明日話しましょう。", ["これは大変ですね。", "明日話しましょう。"]),
    "chinese_question": ("你好吗？我们谈谈。", ["你好吗？", "我们谈谈。"]),
    "hebrew": ("הדבר הזה קשה. בוא נדבר מחר.", ["הדבר הזה קשה.", "בוא נדבר מחר."]),
    "arabic": ("هذا صعب جدا. نتحدث غدا.", ["هذا صعب جدا.", "نتحدث غدا."]),
    "zero_width": ("It is\u200bhard for you. I see.", ["It is\u200bhard for you.", "I see."]),
    "no_break_space": ("It is hard.\u00a0I see.", ["It is hard.", "I see."]),
    "tabs": ("\tIt is hard.\tI see.", ["It is hard.", "I see."]),
    "accents": ("C'est dur. À demain.", ["C'est dur.", "À demain."]),
    "mid_dash": ("Well -- I think so. Fine.", ["Well -- I think so.", "Fine."]),
    "missing_space": ("Good job.Next time tell me.", ["Good job.Next time tell me."]),
    "percent": ("You are at 95%. Good.", ["You are at 95%.", "Good."]),
    "time": ("Come at 3.30. Bring Ana.", ["Come at 3.30.", "Bring Ana."]),
    "stop_after_number": ("We lost 12. They lost 3.", ["We lost 12.", "They lost 3."]),
    "bullets": ("- First point\n- Second point. It has two.\n- third", ["First point", "Second point.", "It has two.", "third"]),
    "bullet_signs": ("• one thing\n* two things\n– three\n+ four\no five", ["one thing", "two things", "three", "four", "five"]),
    "numbered": ("1. Call the client\n2) Write it up\n(3) Rest", ["Call the client", "Write it up", "Rest"]),
    "lettered": (
        "We have two things:\n\na) the shift plan\nb) the pay. It is late.",
        ["We have two things:", "the shift plan", "the pay.", "It is late."],
    ),
    "wrapped_item": (
        "- You took the Saturday shift when nobody else wanted it and\n  the crew noticed\n- You called",
        ["You took the Saturday shift when nobody else wanted it and\n  the crew noticed", "You called"],
    ),
    "rows": ("The numbers:\nName\tQ1\tQ2\nAna\t12\t14\nYou grew.", ["The numbers:", "You grew."]),
    "bars": ("| a | b |\n|---|---|\n| 1 | 2 |\nYou grew.", ["You grew."]),
    "item_of_cells": ("1.\tCall Ana\tby noon", ["Call Ana\tby noon"]),
    "name_below": ("The lift is out.\n\nBob", ["The lift is out."]),
    "name_and_dash": ("The lift is out.\n- Grace", ["The lift is out."]),
    "name_above_postscript": ("The lift is out.\n\nJo\n\nP.S. Bring cake.", ["The lift is out.", "P.S. Bring cake."]),
    "postscript_only": ("P.S. Bring cake.\nBob", ["P.S. Bring cake.", "Bob"]),
    "name_first": ("Marta,\n\nthe lift is out.", ["the lift is out."]),
    "full_name": ("The lift is out.\r\n\r\nMarta Kowalska\r\n", ["The lift is out."]),
    "name_above_quote": ("The lift is out.\n\nBob\n\nOn Mon, 5 May 2025, Ana wrote:\n> It is out. We know that by now.", ["The lift is out."]),
    "closing_above_quote": ("The lift is out.\n\nBest\nBob\n\nOn Mon, 5 May 2025, Ana wrote:\n> We all know that by now.", ["The lift is out."]),
    "day_below": ("The lift is out until\n\nFriday", ["The lift is out until", "Friday"]),
    "answer_below": ("Who did it?\n\nSorry", ["Who did it?", "Sorry"]),
    "names_in_a_list": ("I asked:\n- Bob\n- Marta", ["I asked:", "Bob", "Marta"]),
    "small_print": (
        "The lift is out.\n\nRegards\nBob\n\nConfidentiality notice: this may be privileged. If you are not the recipient, delete it.",
        ["The lift is out."],
    ),
    "small_print_alone": (
        "The lift is out.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. Delete it.",
        ["The lift is out."],
    ),
    "confidential": (
        "This message is confidential. The lift is out.\nThis e-mail is confidential too.\nWe close on Monday.",
        ["This message is confidential.", "The lift is out.", "This e-mail is confidential too.", "We close on Monday."],
    ),
    "bold_headers": ("The lift is out.\n\n*From:* Bob <b@x.com>\n*Sent:* Monday\n*To:* Me\n\nYou are bad.", ["The lift is out."]),
    "nested_items": ("- One\n  - Two\n  - Three", ["One", "Two", "Three"]),
    "empty": ("", []),
    "blank": (" \n\t\r\n ", []),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text, expected):
    """Each text falls into exactly these sentences, in this order."""
    assert own(text) == expected


MAIL = {
    "whole": (
        "Hi Ana,\n\nThanks for the note. I read it twice.\n\nBest,\nTom",
        [("greeting", "Hi Ana,"), ("prose", "Thanks for the note."), ("prose", "I read it twice."), ("closing", "Best,"), ("signature", "Tom")],
    ),
    "dear_dr": ("Dear Dr. Lee,\nI read it.", [("greeting", "Dear Dr. Lee,"), ("prose", "I read it.")]),
    "dear_all": ("Dear colleagues of the night shift,\nI read it.", [("prose", "Dear colleagues of the night shift,"), ("prose", "I read it.")]),
    "good_morning": ("Good morning everyone!\nThe site closes.", [("greeting", "Good morning everyone!"), ("prose", "The site closes.")]),
    "team": ("Team,\nThe site closes.", [("greeting", "Team,"), ("prose", "The site closes.")]),
    "hi_there": ("hi there\ncan we talk", [("greeting", "hi there"), ("prose", "can we talk")]),
    "hey_name": ("hey sam,\ncan we talk", [("greeting", "hey sam,"), ("prose", "can we talk")]),
    "hi_and": ("Hi Ana and Bo,\nRead this.", [("greeting", "Hi Ana and Bo,"), ("prose", "Read this.")]),
    "two_greetings": ("Hi Ana,\n\nGood morning!\nRead this.", [("greeting", "Hi Ana,"), ("greeting", "Good morning!"), ("prose", "Read this.")]),
    "no_greeting_everyone": ("Everyone is busy here.\nMove on.", [("prose", "Everyone is busy here."), ("prose", "Move on.")]),
    "no_greeting_all": ("All done on my side\nThanks for asking me", [("prose", "All done on my side"), ("prose", "Thanks for asking me")]),
    "no_greeting_hey": ("hey i saw your note\nthat was rough", [("prose", "hey i saw your note\nthat was rough")]),
    "no_greeting_question": ("Hi Ana?\nAre you there?", [("prose", "Hi Ana?"), ("prose", "Are you there?")]),
    "no_greeting_later": ("I read it.\nHello again.", [("prose", "I read it."), ("prose", "Hello again.")]),
    "quote": ("> I am so tired.\n> Really.\n\nThat sounds hard.", [("quote", "> I am so tired.\n> Really."), ("prose", "That sounds hard.")]),
    "quote_nested": (">> Me too.\n> I am tired.\nThat sounds hard.", [("quote", ">> Me too.\n> I am tired."), ("prose", "That sounds hard.")]),
    "interleaved": (
        "> I am tired.\nThat sounds hard.\n> And the pay?\nWe'll look at it.",
        [("quote", "> I am tired."), ("prose", "That sounds hard."), ("quote", "> And the pay?"), ("prose", "We'll look at it.")],
    ),
    "gmail": (
        "I hear you.\n\nOn Mon, 3 Mar 2025 at 10:12, Bea Lee <bea@x.org> wrote:\nI'm done.\n\nYou never listen.",
        [
            ("prose", "I hear you."),
            ("quote", "On Mon, 3 Mar 2025 at 10:12, Bea Lee <bea@x.org> wrote:\nI'm done."),
            ("quote", "You never listen."),
        ],
    ),
    "gmail_two_lines": (
        "I hear you.\n\nOn Mon, 3 Mar 2025 at 10:12,\nBea Lee <bea@x.org> wrote:\nYou never listen.",
        [("prose", "I hear you."), ("quote", "On Mon, 3 Mar 2025 at 10:12,\nBea Lee <bea@x.org> wrote:\nYou never listen.")],
    ),
    "answer_below": (
        "On 3 Mar 2025, at 10:12, Bea Lee wrote:\n\n> I'm done.\n\nThat sounds hard.",
        [("quote", "On 3 Mar 2025, at 10:12, Bea Lee wrote:"), ("quote", "> I'm done."), ("prose", "That sounds hard.")],
    ),
    "answer_below_two_lines": (
        "On 3 Mar 2025, at 10:12,\nBea Lee wrote:\n> I'm done.\nThat sounds hard.",
        [("quote", "On 3 Mar 2025, at 10:12,\nBea Lee wrote:\n> I'm done."), ("prose", "That sounds hard.")],
    ),
    "not_gmail": (
        "On Friday 3 March I did what the client wrote.\nYou should rest.",
        [("prose", "On Friday 3 March I did what the client wrote."), ("prose", "You should rest.")],
    ),
    "not_header_you_wrote": (
        "Here is what you wrote:\nI was tired.\nYou should rest.",
        [("prose", "Here is what you wrote:"), ("prose", "I was tired."), ("prose", "You should rest.")],
    ),
    "name_wrote": ("I hear you.\n\nBea Lee wrote:\nYou never listen.", [("prose", "I hear you."), ("quote", "Bea Lee wrote:\nYou never listen.")]),
    "outlook": (
        "I hear you.\n\nFrom: Bea Lee\nSent: Monday, 3 March\nTo: Tom\nSubject: Leaving\n\nYou never listen.",
        [("prose", "I hear you."), ("quote", "From: Bea Lee\nSent: Monday, 3 March\nTo: Tom\nSubject: Leaving"), ("quote", "You never listen.")],
    ),
    "outlook_german": (
        "Ich höre dich.\n\nVon: Bea\nGesendet: Montag\nAn: Tom\nBetreff: Ende\n\nIch gehe.",
        [("prose", "Ich höre dich."), ("quote", "Von: Bea\nGesendet: Montag\nAn: Tom\nBetreff: Ende"), ("quote", "Ich gehe.")],
    ),
    "one_header_line": ("To: be honest, I forgot.\nI'm sorry.", [("prose", "To: be honest, I forgot."), ("prose", "I'm sorry.")]),
    "original": ("I hear you.\n-----Original Message-----\nYou never listen.",
        [("prose", "I hear you."), ("quote", "-----Original Message-----\nYou never listen.")]),
    "forwarded": ("FYI, please read.\nBegin forwarded message:\nYou never listen.",
        [("prose", "FYI, please read."), ("quote", "Begin forwarded message:\nYou never listen.")]),
    "rule_line": ("I hear you.\n________________________________\nYou never listen.",
        [("prose", "I hear you."), ("quote", "________________________________\nYou never listen.")]),
    "signature": ("Let's talk.\n-- \nTom Berg\nHead of Ops\n+44 20 7946 0000",
        [("prose", "Let's talk."), ("signature", "-- \nTom Berg\nHead of Ops\n+44 20 7946 0000")]),
    "signature_then_reply": ("Let's talk.\n-- \nTom\n\n> You never listen.\n",
        [("prose", "Let's talk."), ("signature", "-- \nTom"), ("signature", "> You never listen.")]),
    "divider": ("The site closes.\n—\nYou should call Ana about the shift plan before noon.",
        [("prose", "The site closes."), ("prose", "—"), ("prose", "You should call Ana about the shift plan before noon.")]),
    "iphone": ("Let's talk.\n\nSent from my iPhone", [("prose", "Let's talk."), ("signature", "Sent from my iPhone")]),
    "galaxy": ("Let's talk.\nSent from my Samsung Galaxy", [("prose", "Let's talk."), ("signature", "Sent from my Samsung Galaxy")]),
    "outlook_ad": ("Let's talk.\nGet Outlook for iOS", [("prose", "Let's talk."), ("signature", "Get Outlook for iOS")]),
    "sent_from_desk": ("Let's talk.\nSent from my heart.", [("prose", "Let's talk."), ("prose", "Sent from my heart.")]),
    "kind_regards": ("Let's talk.\n\nKind regards,\n\nTom Berg\nHead of Ops",
        [("prose", "Let's talk."), ("closing", "Kind regards,"), ("signature", "Tom Berg\nHead of Ops")]),
    "thanks_name": ("Let's talk.\nThanks, Tom", [("prose", "Let's talk."), ("closing", "Thanks, Tom")]),
    "thanks_again": ("Let's talk.\nThanks again!", [("prose", "Let's talk."), ("closing", "Thanks again!")]),
    "thanks_says": ("Let's talk.\nThank you for staying late.", [("prose", "Let's talk."), ("prose", "Thank you for staying late.")]),
    "take_care_of_yourself": ("Let's talk.\nTake care of yourself.", [("prose", "Let's talk."), ("prose", "Take care of yourself.")]),
    "thanks_mid": (
        "I read it.\nThanks!\nYou should try harder.", [("prose", "I read it."), ("prose", "Thanks!"), ("prose", "You should try harder.")]),
    "thanks_then_question": ("I read it.\nThanks!\nCan we meet?", [("prose", "I read it."), ("prose", "Thanks!"), ("prose", "Can we meet?")]),
    "postscript": ("I read it.\n\nBest,\nTom\n\nPS: You should try harder.",
        [("prose", "I read it."), ("closing", "Best,"), ("signature", "Tom"), ("prose", "PS: You should try harder.")]),
    "postscript_dots": ("I read it.\n-- \nTom\nP.S. You should rest.",
        [("prose", "I read it."), ("signature", "-- \nTom"), ("prose", "P.S. You should rest.")]),
    "lone_thanks": ("Thanks!", [("prose", "Thanks!")]),
    "code": ("```\nx = 1. Foo. Bar\n```\nPlease run that. Thanks a lot for it.",
        [("code", "```\nx = 1. Foo. Bar\n```"), ("prose", "Please run that."), ("prose", "Thanks a lot for it.")]),
    "code_unclosed": ("Please run:\n```\nYou should rest.", [("prose", "Please run:"), ("prose", "```"), ("prose", "You should rest.")]),
    "code_holds_quotes": ("```\n> a prompt\n```\nRun it.", [("code", "```\n> a prompt\n```"), ("prose", "Run it.")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MAIL.values(), ids=MAIL)
def test_blocks(text, expected):
    """Each message falls into exactly these pieces; only the writer's own prose is prose."""
    assert kinds(text) == expected


LINES = [
    "Hi Ana,",
    "> quoted",
    "- item",
    "1. item",
    "On 1 Mar 2025, Bea wrote:",
    "From: a",
    "Sent: b",
    "To: c",
    "-- ",
    "--",
    "—",
    "Best,",
    "Tom",
    "",
    "```",
    "PS: one.",
    "Sent from my iPhone",
    "It is hard. I know... yes",
    "e.g. this",
    'You said "I can\'t. No." and left.',
    "  ",
    "____________",
]
MESSY = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from(LINES) | st.text(alphabet="aB1.!?…。 \n\"'“”‘’>-–*:)(🎉\ufe0f\u200d\u200b\u2028\r\t", max_size=30), max_size=12
).map("\n".join)


@given(MESSY)
@example("\r")
@example("-\n- \n-- \n")
@example("1.\n1. \n(a) b")
def test_every_text(text):
    """Whatever the text: offsets are exact, pieces are in order and apart, and nothing but list markers is left out."""
    pieces = split(text)
    assert [text[p.start : p.end] for p in pieces] == [p.text for p in pieces]
    assert all(p.text and p.text == p.text.strip() for p in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    ends = [0, *(p.end for p in pieces)]
    starts = [*(p.start for p in pieces), len(text)]
    between = [text[a:b] for a, b in zip(ends, starts, strict=True)]
    left = [gap.strip() for gap in between if gap.strip()]
    assert [gap for gap in left if not ((m := _ITEM.match(f"{gap} x")) and m.end() == len(gap) + 1)] == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_same_again(text):
    """The same text is split the same way twice."""
    assert split(text) == split(text)


class _Counted(str):
    """A text that counts the characters copied out of it."""

    __slots__ = ("work",)

    def __getitem__(self, key):
        cut = super().__getitem__(key)
        self.work = getattr(self, "work", 0) + len(cut)
        return cut


RUNS = [
    "a",
    "a. ",
    ".",
    "e.g. ",
    "Hi\n",
    "> a\n",
    "x 🎉 Y",
    "😀)",
    "“",
    '"a b" ',
    "'",
    "- a\n",
    "no stop ",
    "Mr. ",
    "1. ",
    "thanks\n",
    "—\n",
    "on 1 Mar\n",
]


@pytest.mark.parametrize("run", RUNS)
def test_linear(run):
    """100,000 characters of anything are split, and no more is copied on the way than a few times their number."""
    text = _Counted((run * 100_000)[:100_000])
    split(text)
    assert getattr(text, "work", 0) <= 60 * len(text)


QUOTED = {
    "double": ('You said "I am tired" then.', ['"I am tired"']),
    "curly": ("You said “I am tired” then.", ["“I am tired”"]),
    "guillemets": ("Du sagtest «ich bin müde» dann.", ["«ich bin müde»"]),
    "single": ("You said 'I am so tired' then.", ["'I am so tired'"]),
    "single_with_apostrophe": ("You said 'I can't go on' then.", ["'I can't go on'"]),
    "curly_single": ("You said ‘I can’t go on’ then.", ["‘I can’t go on’"]),
    "one_word_is_emphasis": ('This is "fine" and "so" on.', []),
    "two": ('"Not me" and "not now" they said.', ['"Not me"', '"not now"']),
    "apostrophes": ("The teams' work and the others' time can't wait.", []),
    "inches": ('A 5" pipe and a 6" pipe.', []),
    "unclosed": ('You said "I am tired.', []),
    "not_over_lines": ('A "start here\nand end" there.', []),
    "curly_over_lines": ("You said “I am\nso tired” then.", ["“I am\nso tired”"]),
    "none": ("Nothing here.", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quoted(text, expected):
    """Exactly these spans stand in quotation marks."""
    assert [text[a:b] for a, b in quoted(text)] == expected


@given(MESSY)
def test_quoted_any(text):
    """Spans are in order, apart, and hold two words at least."""
    spans = quoted(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert all(len(text[a:b].split()) > 1 for a, b in spans)
