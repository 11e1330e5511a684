"""What kind of message a draft is, told from its words."""

import re

import pytest

from hearten.data import load_yaml
from hearten.domain.text import straight
from hearten.drafts import KINDS
from hearten.drafts.context import tell_kind

pytestmark = pytest.mark.unit

TEXTS = {
    "condolence": [
        "I am so sorry for your loss.",
        "My condolences to you and your family.",
        "I heard that your father died on Sunday.",
        "I was sad to read that she passed away.",
        "Take the day for the funeral of your aunt.",
        "I'm sorry to hear about your loss.",
        "Your mother's passing must be hard.",
        "We have bereavement leave, take all of it.",
        "I'm sorry about your terrible loss.",
        "The death of your brother leaves me without words.",
        "I was sorry to hear that your nan has died.",
        "I heard about your mum and I'm so sorry.",
        "My thoughts are with you after Tom's passing.",
        "I am sorry for the loss of your aunt.",
    ],
    "layoff": [
        "Your job ends on 3 May.",
        "Your role has been eliminated.",
        "Your position is redundant.",
        "We have to lay you off.",
        "We are letting you go.",
        "Your last working day is Friday.",
        "We are terminating your contract.",
        "There will be layoffs in March.",
        "Your employment will be terminated.",
        "This is part of a headcount reduction.",
        "Twelve of you will be made redundant.",
        "Your contract will not be renewed.",
        "Your employment with us ends today.",
        "We are eliminating your position.",
        "Fourteen of us stay and 14 jobs will go.",
    ],
    "refusal": [
        "I can't approve your leave in May.",
        "We won't be promoting you this year.",
        "Your request was declined.",
        "The answer is no.",
        "We have gone with another candidate.",
        "You did not get the promotion.",
        "I am unable to grant the transfer.",
        "There will be no pay rise this year.",
        "I have to say no to the Friday shift.",
        "Your application was unsuccessful.",
        "I’m not able to let you work from home.",
        "Your application was not successful.",
        "You weren't selected.",
        "We have decided not to promote you.",
        "The answer to your request is no.",
        "There is no budget for your course.",
        "We chose Maria for the role.",
        "I can't give you a raise.",
    ],
    "feedback": [
        "I want to give you feedback on Monday's call.",
        "Your presentation lost the room halfway.",
        "Your report came without the costs.",
        "I noticed you spoke over Irina twice.",
        "You missed the deadline on Tuesday.",
        "Your tone in the call was sharp.",
        "I saw that you stayed with the client.",
        "The last three were below expectations.",
        "Your performance in March was steady.",
        "Here is what could improve your drafts.",
        "On Monday you interrupted Mira three times.",
        "You were late on Tuesday and on Friday.",
    ],
    "announcement": [
        "Dear all, the office closes at noon.",
        "Hi team, we have a new rota.",
        "Everyone, please read this.",
        "We are introducing a new shift model.",
        "From 1 May all teams work in two shifts.",
        "We will return to office in June.",
        "The reorganisation begins in May.",
        "I'm writing to inform you of the new rules.",
        "Effective immediately, badges are needed.",
        "We are merging the two depots.",
        "To all staff: the lift is out of order.",
        "Good afternoon all, the lift is out.",
        "Hi Sales team,\nthe lift is out.",
        "Subject: lift\n\nHi all,\nthe lift is out.",
        "@channel the lift is out.",
    ],
    "reply": [
        "Thank you for telling me about Saturday.",
        "That sounds exhausting.",
        "What was the hardest part?",
        "Can we talk at three?",
        "I read your note twice.",
        "You kept the client calm on Monday.",
        "I should have asked you sooner.",
        "I will call Ana about the van.",
        "The pump is green again.",
        "I'm at a loss for words, well done!",
        "The job went well on line two.",
        "Let's cut the meeting short.",
        "We lost the key to the shed.",
        "No problem, take your time.",
        "I like how you closed the call.",
        "It isn't a contract that we signed.",
        "The end of the month is busy.",
        "I'd like to hear your side.",
        "You asked what comes next.",
        "How did the visit go?",
        "Would it help if I took the call?",
        "From Monday I'm moving the rota to Tom's team.",
        "I can't give you a number yet, but I'll ask.",
        "The contract ends in June, so let's plan the renewal.",
        "The job is cut out for you!",
        "Your role is over-complicated.",
        "I'm sorry to hear about the loss of the account.",
        "We let people go home early.",
        "You won't get the form until Monday.",
        "I'm not getting the point, sorry.",
        "Thanks for your feedback.",
        "Both of you did well.",
        "Team lead Ana will call you.",
        "All good here, thanks!",
        "Everyone loved your talk.",
        "I won't say no to that.",
        "Could you start with all the rest?",
    ],
}
HARD = {"condolence": True, "layoff": True, "refusal": True, "feedback": False, "announcement": True, "reply": False}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in TEXTS.items() for t in ts])
def test_told(kind, text):
    """The words tell the kind, and whether the rules for hard messages apply."""
    assert tell_kind(straight(text), "auto") == (kind, HARD[kind])


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "auto"])
def test_asked(kind):
    """What the leader says it is, it is; a plain reply stays one."""
    assert tell_kind("The pump is green again.", kind) == (kind, HARD[kind])


def test_hard_words_keep_their_rules():
    """A layoff sent as a reply is still held to the rules for hard messages."""
    assert tell_kind("Your job ends on 3 May.", "reply") == ("reply", True)


def test_enough_cases():
    """Every kind is held to ten texts, and none of them to twenty."""
    assert sorted(TEXTS) == sorted(k for k in KINDS if k != "auto")
    assert [k for k, ts in TEXTS.items() if len(ts) < (20 if k == "reply" else 10)] == []


def test_schema():
    """Every kind has its fields, its patterns compile, and the names are those the command line takes."""
    from hearten.cli.check import Kind

    rows = load_yaml("hearten.drafts", "kinds.yaml", "rules")["kinds"]
    assert [sorted(row) for row in rows] == [["hard", "id", "patterns"]] * len(rows)
    assert {row["id"]: row["hard"] for row in rows} | {"reply": False} == HARD
    assert [p for row in rows for p in row["patterns"] if re.compile(p).match("")] == []
    assert tuple(Kind) == KINDS
