"""The feel-heard reading: every point has its rule, its sentences and its reason, and nothing else moves the score."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearten.data import load_yaml
from hearten.drafts import check
from hearten.drafts.findings import cancels
from hearten.testing import FLAGS, MOVES, ScriptedTagger

pytestmark = pytest.mark.unit

TABLE = load_yaml("hearten.drafts", "heard.yaml", "rules")
# What each rule is worth once; the tests below say how often it counts, so that weights may be tuned.
WORTH = {row["rule"]: row["each"] for row in (*TABLE["gains"], *TABLE["losses"])}
WORTH |= {row["rule"]: row["points"] for row in (*TABLE["advice"].values(), *TABLE["reply"].values())}
WORTH |= {TABLE[name]["rule"]: TABLE[name]["points"] for name in ("self_disclosure", "questions", "order", "fog", "acts")}


# A reading as sure as this counts in full.
SURE = 0.95
# Words, not digits: a number makes a draft specific.
NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def draft(*labels, text="Sentence number {} stands here."):
    """Write a draft of one sentence for each list of labels, and its script."""
    sentences = [text.format(name) for name in NAMES[: len(labels)]]
    return "\n".join(sentences), dict(zip(sentences, labels, strict=True))


def heard(*labels, text="Sentence number {} stands here.", **given):
    body, script = draft(*labels, text=text)
    return check(body, ScriptedTagger(script, given.pop("employee", None), given.pop("p", SURE)), kind=given.pop("kind", "reply"), **given).heard


def points(*labels, **given):
    return [(p.rule, p.points / WORTH[p.rule], p.sentences) for p in heard(*labels, **given).points]


# A neutral fact keeps the fog away; it moves no point.
FACT = ["info"]
RULES = {
    "reflect": ([["reflect"], FACT], [("reflect", 1, (0,))]),
    "reflect_most": ([["reflect"], ["reflect"], ["reflect"]], [("reflect", 2, (0, 1))]),
    "validate": ([FACT, ["validate"]], [("validate", 1, (1,))]),
    "explore_open": ([["explore_open"], ["explore_open"]], [("explore_open", 1, (0,))]),
    "received": ([["ack"], ["restate"], ["ack"]], [("received", 2, (0, 1))]),
    "received_once_a_sentence": ([["ack", "restate"]], [("received", 1, (0,))]),
    "care": ([["care"], FACT], [("care", 1, (0,))]),
    "affirm": ([["affirm"], FACT], [("affirm", 1, (0,))]),
    "permission": ([["advice_perm"], FACT], [("permission", 1, (0,))]),
    "minimise": ([["minimise"], FACT], [("minimise", 1, (0,))]),
    "minimise_most": ([["minimise"]] * 3 + [FACT], [("minimise", 2, (0, 1))]),
    "judge": ([["judge"], FACT], [("judge", 1, (0,))]),
    "blame": ([["blame"], FACT], [("judge", 1, (0,))]),
    "judge_and_blame_are_one": ([["judge", "blame"], FACT], [("judge", 1, (0,))]),
    "pressure": ([["pressure"], FACT], [("pressure", 1, (0,))]),
    "dismissal": ([["dismissal"], FACT], [("dismissal", 1, (0,))]),
    "sting": ([["sarcasm"], FACT], [("sting", 1, (0,))]),
    "withheld": ([["vague_bad_news"], FACT], [("withheld", 1, (0,))]),
    "advice_first": ([["advice_unsol"], FACT], [("advice_first", 1, (0,))]),
    "advice_before_feeling": ([["advice_unsol"], ["reflect"]], [("reflect", 1, (1,)), ("advice_first", 1, (0,))]),
    "advice_after_feeling": ([["reflect"], ["advice_unsol"]], [("reflect", 1, (0,)), ("advice_more", 1, (1,))]),
    "advice_more": ([["advice_unsol"]] * 3 + [FACT], [("advice_first", 1, (0,)), ("advice_more", 2, (1, 2))]),
    "advice_most": ([["advice_unsol"]] * 6 + [FACT], [("advice_first", 1, (0,)), ("advice_more", 3, (1, 2, 3))]),
    "order": ([["reflect"], ["explore_open"]], [("reflect", 1, (0,)), ("explore_open", 1, (1,)), ("order", 1, (0, 1))]),
    "order_wrong": ([["explore_open"], ["reflect"]], [("reflect", 1, (1,)), ("explore_open", 1, (0,))]),
    "silent_is_no_fog": ([[], []], []),
    "fog": ([["care"], []], [("care", 1, (0,)), ("fog", 1, (0, 1))]),
    "one_line_is_no_fog": ([["care"]], [("care", 1, (0,))]),
    "nothing": ([FACT, FACT], []),
    "two_in_one": ([["reflect", "care"], FACT], [("reflect", 1, (0,)), ("care", 1, (0,))]),
    "spoilt": ([["affirm", "judge"], FACT], [("judge", 1, (0,))]),
    "spoilt_spares_the_rest": ([["reflect", "minimise"], ["reflect"]], [("reflect", 1, (1,)), ("minimise", 1, (0,))]),
}


@pytest.mark.parametrize(("labels", "expected"), RULES.values(), ids=RULES)
def test_points(labels, expected):
    """Exactly these points are given, each naming its sentences, and the score is their sum from the base."""
    assert points(*labels) == expected
    assert heard(*labels).score == max(0, min(100, TABLE["base"] + sum(WORTH[rule] * times for rule, times, _ in expected)))


def test_self_centre():
    """Turning the moment to oneself costs only in a hard message."""
    assert points(["self_centre"], FACT, kind="layoff") == [("self_centre", 1, (0,))]
    assert points(["self_centre"], FACT) == []


def test_doubtful_reading_counts_less():
    """The less sure the reading, the fewer the points, but never none; the surest sentences are those that count."""
    unsure, half, sure = (heard(["reflect"], FACT, p=p).points[0].points for p in (0.1, 0.6, SURE))
    assert 0 < unsure < half < sure == WORTH["reflect"]
    hurt = [heard(["judge"], FACT, p=p).points[0].points for p in (0.1, 0.6, SURE)]
    assert hurt == sorted(hurt, reverse=True)


def test_acts():
    """A commitment in a sentence of facts gains; the same words without facts, or spoilt, do not."""
    said = "I'll take the Saturday shift, {}."
    assert points(FACT, text=said) == [("acts", 1, (0,))]
    assert points(["care"], text=said) == [("care", 1, (0,))]
    assert points(["info", "judge"], text=said) == [("judge", 1, (0,))]


def test_question_row():
    """Three questions in a row cost; two, or three with something between them, do not."""
    ask = "What about number {} then?"
    assert points(FACT, FACT, FACT, text=ask) == [("question_row", 1, (0, 1, 2))]
    assert points(FACT, FACT, text=ask) == []
    tagger = ScriptedTagger({"It is here.": FACT})
    assert check("What is it? Who is it? It is here. Where is it?", tagger, kind="reply").heard.points == ()


def test_own_story():
    """A story that takes more than a quarter of a longer message costs; a short one does not."""
    story = "When I was new I lost a client in my second week and my manager took me aside to hear what had happened."
    fact = "The plan stands and the pump on line two is green again since the crew came in to look at it this afternoon."
    tagger = ScriptedTagger({story: ["self_disc"], fact: FACT})
    assert [(p.rule, p.sentences) for p in check(f"{fact} {story}", tagger, kind="reply").heard.points] == [("self_disc_long", (1,))]
    short = ScriptedTagger({"I had that too.": ["self_disc"], fact: FACT})
    assert check(f"{fact} I had that too.", short, kind="reply").heard.points == ()


REPLY = {"I am so worn out by the Saturday shifts.": {"emotions": ["exhaustion"], "seeks": "heard"}}
TIRED = "I am so worn out by the Saturday shifts."


def test_unanswered_feeling():
    """A feeling in their message that the draft passes over costs; one line that answers it, and the cost is gone."""
    assert points(FACT, reply_to=TIRED, employee=REPLY) == [("unanswered_feeling", 1, (0,))]
    assert points(["reflect"], reply_to=TIRED, employee=REPLY) == [("reflect", 1, (0,))]
    assert points(["reflect", "judge"], reply_to=TIRED, employee=REPLY) == [("judge", 1, (0,)), ("unanswered_feeling", 1, (0,))]


def test_unasked_fix():
    """A fix for somebody who wants to be heard costs, unless the feeling came first."""
    fix = points(["advice_unsol"], FACT, reply_to=TIRED, employee=REPLY)
    assert fix == [("advice_first", 1, (0,)), ("unanswered_feeling", 1, (0, 1)), ("unasked_fix", 1, (0,))]
    assert [rule for rule, _, _ in points(["care"], ["advice_unsol"], FACT, reply_to=TIRED, employee=REPLY)] == ["care", "advice_first"]


@pytest.mark.parametrize("seeks", ["information", "decision"])
def test_unanswered_question(seeks):
    """A question or request that the draft leaves open costs; facts or a question back answer it."""
    asked = {"employee": {"Is line two staying?": {"seeks": seeks}}, "reply_to": "Is line two staying?"}
    assert points(["care"], **asked) == [("care", 1, (0,)), ("unanswered_question", 1, (0,))]
    assert points(FACT, **asked) == []
    assert points(["explore_closed"], **asked) == []


def test_picks_up():
    """Two of their own uncommon words, taken up, gain a little; words everybody uses do not."""
    said = "About those Saturday shifts number {}."
    assert points(FACT, reply_to=TIRED, employee={}, text=said) == [("picks_up", 1, (0,))]
    assert points(FACT, reply_to="I think about this week with your team.", employee={}, text="This week I think about your team {}.") == []


def test_rules_are_all_tried():
    """Every rule of heard.yaml stands in a test above; a new one needs a new test."""
    named = [
        row["rule"] for row in (*TABLE["gains"], *TABLE["losses"], TABLE["advice"]["first"], TABLE["advice"]["further"], *TABLE["reply"].values())
    ]
    named += [TABLE[name]["rule"] for name in ("self_disclosure", "questions", "order", "fog")]
    tried = {rule for _, expected in RULES.values() for rule, _, _ in expected}
    tried |= {"self_centre", "question_row", "self_disc_long", "unanswered_feeling", "unasked_fix", "unanswered_question", "picks_up", "acts"}
    assert sorted(WORTH) == sorted(tried)


STORY = "When I was new I lost a client in my second week there and was sorry."
FACTS = "The plan stands and the pump on line two is green again since the crew came in to look at it in the afternoon and the parts are there too."
LABELS = st.lists(st.sampled_from([*MOVES, *FLAGS]), max_size=3, unique=True)
DRAFTS = st.lists(
    st.tuples(LABELS, st.sampled_from(["It is number {} here.", "Is it number {} now?", "I once had a longer story like this one, number {}."])),
    min_size=1,
    max_size=9,
)


def _written(rows):
    sentences = [text.format(name) for name, (_, text) in zip(NAMES, rows, strict=False)]
    return sentences, dict(zip(sentences, (labels for labels, _ in rows), strict=True))


@given(DRAFTS, st.sampled_from(["reply", "layoff"]), st.sampled_from([None, TIRED]))
def test_any_script(rows, kind, message):
    """Whatever is read: the score is 0-100, is the clipped sum of its points, the same again, and rests on sentences that are there."""
    sentences, script = _written(rows)
    checked = check("\n".join(sentences), ScriptedTagger(script, REPLY), kind=kind, reply_to=message)
    assert checked == check("\n".join(sentences), ScriptedTagger(script, REPLY), kind=kind, reply_to=message)
    assert checked.heard.score == max(0, min(100, TABLE["base"] + sum(p.points for p in checked.heard.points)))
    assert 0 <= checked.care <= 1
    assert 0 <= checked.candour <= 1
    indexes = {s.index for s in checked.sentences}
    assert [p for p in checked.heard.points if not p.sentences or not set(p.sentences) <= indexes] == []
    assert len({p.rule for p in checked.heard.points}) == len(checked.heard.points)
    assert all(checked.order.parts[s.index] for s in checked.sentences)
    assert checked.first.endswith((".", "?"))


@given(
    DRAFTS, st.integers(0, 9), st.sampled_from([None, TIRED]), st.sampled_from(["Do it like that.", "Take those Saturday shifts off and rest more."])
)
@example(
    [(["reflect"], "It is hard."), *[(["advice_unsol"], "Do it {}.")] * 3, (["self_disc"], STORY), (["info"], FACTS)], 4, None, "Do it like that."
)
@example([*[(["advice_unsol"], "Do it {}.")] * 4, *[(["info"], "Is it {}?")] * 3], 6, None, "Do it like that.")
@example([*[(["advice_unsol"], "Do it {}.")] * 4, (["info"], "It is so.")], 2, TIRED, "Take those Saturday shifts off and rest more.")
@example([*[(["advice_unsol"], "Do it {}.")] * 4, (["care"], "I care, {}.")], 2, None, "Call Ana on Monday because she knows.")
def test_advice_never_helps(rows, place, message, advice):
    """Advice that wasn't asked for, put anywhere, never raises the score."""
    sentences, script = _written(rows)
    tagger = ScriptedTagger({**script, advice: ["advice_unsol"]}, REPLY)
    longer = [*sentences[:place], advice, *sentences[place:]]
    before, after = (check("\n".join(s), tagger, kind="reply", reply_to=message) for s in (sentences, longer))
    assert after.heard.score <= before.heard.score


@given(LABELS, st.sampled_from(sorted(cancels())))
def test_spoilt_sentence_gains_nothing(labels, harm):
    """A sentence that also hurts earns no gain and no care, whatever else it carries."""
    (gains,) = [[p for p in heard([*{*labels, harm}], FACT).points if p.points > 0]]
    assert gains == []


ORDERS = {
    "respected": ([["reflect"], ["explore_open"], ["advice_perm"]], ("feeling", "inquiry", "permission"), True),
    "permission_asks": ([["reflect"], ["advice_perm"]], ("feeling", "permission"), True),
    "no_inquiry": ([["reflect"], ["advice_unsol"]], ("feeling", "advice"), False),
    "with_inquiry": ([["reflect"], ["explore_open"], ["advice_unsol"]], ("feeling", "inquiry", "advice"), True),
    "advice_first": ([["advice_unsol"], ["reflect"], ["explore_open"]], ("advice", "feeling", "inquiry"), False),
    "inquiry_first": ([["explore_open"], ["reflect"]], ("inquiry", "feeling"), False),
    "feeling_only": ([["reflect"], ["care"]], ("feeling", "feeling"), None),
    "facts": ([["info"], []], ("facts", "none"), None),
    "advice_only": ([["advice_unsol"]], ("advice",), False),
    "advice_outweighs": ([["reflect", "advice_unsol"]], ("advice",), False),
    "feeling_before_facts": ([["ack", "info"]], ("feeling",), None),
}


@pytest.mark.parametrize(("labels", "parts", "respected"), ORDERS.values(), ids=ORDERS)
def test_order(labels, parts, respected):
    """A word a sentence, in the order the reader meets them, and whether a feeling and a question come before advice."""
    body, script = draft(*labels)
    order = check(body, ScriptedTagger(script), kind="reply").order
    assert (order.parts, order.respected) == (parts, respected)
    assert order.why.endswith(".")


def placed(*labels, text="Sentence number {} stands here."):
    body, script = draft(*labels, text=text)
    checked = check(body, ScriptedTagger(script), kind="reply")
    return checked.care, checked.candour


def test_care_and_candour():
    """Warmth lifts care, harm lowers it; facts lift candour, hints lower it; each stays 0-1."""
    plain = placed(FACT, FACT)
    assert placed(["reflect"], FACT)[0] > plain[0] > placed(["judge"], FACT)[0]
    assert placed(FACT, FACT)[1] > placed(["reflect"], ["validate"])[1]
    assert placed(["vague_bad_news"], FACT)[1] < plain[1]
    assert placed(["judge"], ["pressure"], ["minimise"], ["sarcasm"])[0] == 0.0
    assert placed(["reflect"], ["validate"], ["care"], ["affirm"], ["ack"], ["explore_open"])[0] == 1.0


def test_kind_no_keeps_its_care():
    """A plain no with its reason, and a judging no, differ in care, not in candour alone."""
    kind_no = placed(["info"], ["validate"])
    harsh_no = placed(["info"], ["judge"])
    assert kind_no[0] > 0.6
    assert harsh_no[0] < 0.3


def test_schema():
    """Base, points and shares are whole and within bounds, every label named is known, and every marker compiles."""
    ids = {row["id"] for row in load_yaml("hearten.drafts", "findings.yaml", "rules")["findings"]}
    assert 0 <= TABLE["base"] <= 100
    assert all(row["each"] > 0 and row["most"] >= 1 and set(row["findings"]) <= ids for row in TABLE["gains"])
    assert all(row["each"] < 0 and row["most"] >= 1 and set(row["findings"]) <= ids for row in TABLE["losses"])
    assert cancels() <= ids
    known = {*MOVES, *FLAGS, *ids, *TABLE["markers"], "fog"}
    assert [n for axis in ("care", "candour") for side in ("up", "down") for n in TABLE[axis][side] if n not in known] == []
    assert [n for n, p in TABLE["markers"].items() if re.compile(p).match("")] == []
    assert [row for row in (*TABLE["gains"], *TABLE["losses"]) if not row["why"].endswith(".")] == []


def test_first_schema():
    """The one thing said first: each row has one condition of a known kind, and the last always holds."""
    rows = load_yaml("hearten.drafts", "first.yaml", "rules")["first"]
    ids = {row["id"] for row in load_yaml("hearten.drafts", "findings.yaml", "rules")["findings"]} | {"decision_late"}
    rules = {row["rule"] for row in (*TABLE["gains"], *TABLE["losses"], *TABLE["reply"].values(), *TABLE["advice"].values())}
    rules |= {TABLE[name]["rule"] for name in ("self_disclosure", "questions", "order", "fog", "acts")}
    assert [r for r in rows if "finding" in r and r["finding"] not in ids] == []
    assert [r for r in rows if "point" in r and r["point"] not in rules] == []
    assert [r for r in rows if not set(r.get("lacks", [])) <= set(MOVES)] == []
    assert [r for r in rows if not r["text"].endswith((".", "?"))] == []
    assert [bool(r.get("always")) for r in rows] == [False] * (len(rows) - 1) + [True]
