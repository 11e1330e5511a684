"""Findings: each rule fires on the words it's for, on nothing near them, and shows its evidence."""

import re

import pytest

from hearten.data import load_yaml
from hearten.drafts import KINDS, check
from hearten.testing import FLAGS, MOVES, ScriptedTagger

pytestmark = pytest.mark.unit

TABLE = load_yaml("hearten.drafts", "findings.yaml", "rules")["findings"]
# Under which kind each rule is tried: the hard-message rules apply only where the message is one.
HARD = {row["id"] for row in TABLE if row.get("hard")}

HITS = {
    "minimise": [
        "At least you still have a job.",
        "Other people have it much worse.",
        "Look on the bright side, it's Friday.",
        "It could be worse, honestly.",
        "Everyone here is stressed.",
        "We're all in the same boat.",
        "It’s not the end of the world.",
        "It could have been worse.",
    ],
    "judge": [
        "You are being too sensitive.",
        "You're so unprofessional.",
        "Even a trainee could have spotted it.",
        "You clearly don't care.",
        "You’re not a team player.",
        "You are clearly overreacting.",
    ],
    "pressure": [
        "Maybe this isn't the right place for you.",
        "I'd hate to see this hurt your review.",
        "There will be consequences.",
        "Think carefully about your future.",
        "Plenty of people would love your job.",
        "You're lucky to be here.",
        "Don't make me call HR.",
        "You should be grateful you have a job.",
        "If you can't, there's the door.",
    ],
    "blame": [
        "This is your fault.",
        "It is all your fault that we lost them.",
        "You let the team down.",
        "You let down the client.",
        "You've let me down.",
        "You've failed us again.",
    ],
    "absolute": [
        "You never listen to me.",
        "You're always late.",
        "You constantly interrupt Ana.",
        "You miss it every single time.",
        "Not once have you asked.",
        "You people all say that.",
    ],
    "sarcasm": [
        "Great, another delay.",
        "Oh, wonderful, just what we needed.",
        "Thanks for nothing.",
        "Nice of you to join us.",
        "How kind of you to finally show up.",
    ],
    "vague_bad_news": [
        "We need to talk.",
        "Can we have a quick chat later?",
        "Quick call this afternoon?",
        "It's nothing to worry about.",
        "Some changes are coming.",
        "More details will follow.",
    ],
    "dismissal": [
        "Anyway, the report is due.",
        "Let's just move on.",
        "That's not important now.",
        "We've already been over this.",
        "You're overthinking it.",
        "Calm down, please.",
        "It is what it is.",
        "Don't be so dramatic.",
        "Grow up.",
        "Deal with it.",
    ],
    "platitude": [
        "Everything happens for a reason.",
        "It may be a blessing in disguise.",
        "You'll be fine, I'm sure.",
        "Time heals, they say.",
        "She is in a better place now.",
        "When one door closes, another opens.",
    ],
    "false_hope": [
        "Things might still change.",
        "I'll see what I can do.",
        "Maybe we can find something.",
        "If things pick up we'll call.",
        "We'd love to hire you back one day.",
        "Never say never.",
        "This is not yet final.",
    ],
    "promise": [
        "I promise you it won't happen again.",
        "I guarantee a reference.",
        "You'll definitely get the next one.",
        "You'll get a glowing reference.",
        "We'll take care of you.",
        "You have my word.",
        "Next year it's yours.",
    ],
    "comparison": [
        "Marta was simply stronger.",
        "The others were better than you.",
        "Unlike you, Ben met his numbers.",
        "We kept the people with fewer errors.",
        "Your colleagues were performing better.",
    ],
    "protected_ref": [
        "Given your age you may enjoy it.",
        "The team needs fresh blood.",
        "You are overqualified for it.",
        "You're close to retirement anyway.",
        "Now that you're pregnant you need rest.",
        "It's hard with small children at home.",
        "With your ADHD it is too busy here.",
        "We need someone younger.",
        "You're a bit old for this.",
        "Given that you have kids, travel is hard.",
        "With your condition it may be too much.",
    ],
    "protected_activity": [
        "After your complaint the team changed.",
        "Given your sick leave we decided this.",
        "Because of your parental leave the role moved.",
        "Following the grievance your job changes.",
        "Your complaint played no part in this decision.",
        "You've been off sick a lot, so we chose Tom.",
    ],
    "distancing": [
        "My hands are tied.",
        "It's not my call.",
        "I don't agree with this.",
        "HR told me to tell you.",
        "Head office decided.",
        "If it were up to me you'd stay.",
        "It's out of my hands.",
        "I'm just the messenger.",
    ],
    "self_centre": [
        "This is harder for me than you think.",
        "I feel terrible about it.",
        "I haven't slept all week.",
        "It's the worst day of my career.",
        "Imagine how I feel.",
        "It breaks my heart.",
    ],
    "euphemism": [
        "We have to let you go.",
        "The company is rightsizing.",
        "We are transitioning you out.",
        "It's time to part ways.",
        "We're going in a different direction.",
        "You can explore other opportunities.",
        "Your services are no longer required.",
        "We are going another way.",
    ],
    "re_litigate": [
        "If you had only met the target.",
        "If only you had asked.",
        "Had you listened, we would not be here.",
        "To be honest, your numbers were weak.",
        "If you'd shown more effort, it would differ.",
    ],
    "family": [
        "We are a family here.",
        "You'll always be part of our family.",
        "We're one big family.",
        "This is a family, after all.",
    ],
}

MISSES = {
    "minimise": [
        "We need at least two people on the night shift.",
        "At least three crates broke.",
        "Everyone here signed the sheet.",
        "The worse of the two reports is yours to keep.",
        "Stay on the positive pole of the battery.",
        "The bright side of the panel faces south.",
    ],
    "judge": [
        "You are being moved to the day shift.",
        "The task is difficult.",
        "You were emotional, and that makes sense.",
        "A junior asked me for the file.",
        "The problem is the pump.",
        "You clearly care about this.",
        "You are a problem solver.",
        "You're difficult to reach on the old number.",
    ],
    "pressure": [
        "Maybe the office isn't open on Monday.",
        "The consequences of the leak are small.",
        "Plenty of people came to the open day.",
        "I'll remember your birthday.",
        "Sign it, or we can wait.",
        "Watch the step by the door.",
        "You're lucky to have Ana beside you.",
        "Don't make me wait too long for the photos!",
    ],
    "blame": [
        "A fault in the pump stopped the line.",
        "Because of the storm we lost a day.",
        "The storm caused the delay.",
        "I let the team know.",
        "You let me know in time.",
        "You let us finish.",
        "It is my fault.",
        "She let us down the hill slowly.",
    ],
    "absolute": [
        "You're always welcome here.",
        "You can always call me.",
        "Never hesitate to ask.",
        "It's never too late.",
        "You always find a way.",
        "The pump never stops.",
        "You never told me that your dog sings!",
        "You're always one step ahead.",
        "You never give up.",
    ],
    "sarcasm": [
        "Great work on the report.",
        "Thanks for everything.",
        "How kind of you to help Ana.",
        "Another crate came in.",
        "Nice to meet you.",
        "Great, another ten orders came in!",
        "Perfect, just what we needed, thank you!",
    ],
    "vague_bad_news": [
        "Can we talk about the shift plan?",
        "We need to talk about Monday's delivery.",
        "Quick chat about the March rota?",
        "The changes are listed below.",
        "Let's talk on Monday at nine about your raise.",
        "More details will follow on 3 May.",
    ],
    "dismissal": [
        "We have already paid it.",
        "That is an important point.",
        "The truck is moving on Monday.",
        "I have time for this at three.",
        "The sea is calm.",
        "Whatever you need, tell me.",
        "Let's move on to item 3.",
        "Anyway, thanks for asking.",
    ],
    "platitude": [
        "The silver crates are late.",
        "A reason was given to everyone.",
        "It's a better place to work.",
        "You will be on line two.",
        "Life on the site is loud.",
        "You'll be fine-tuning it on Monday.",
        "The new chapter of the handbook is out.",
    ],
    "false_hope": [
        "We cannot hire you back.",
        "The decision is final.",
        "The change starts on Monday.",
        "The door to the yard is green.",
        "We can pay until May.",
        "The budget is not final.",
        "The door is open from 9 on.",
    ],
    "promise": [
        "I'll call you on Monday.",
        "The promise of the new line is speed.",
        "You will get your papers on Friday.",
        "The guarantee on the pump ended.",
        "We will send the letter today.",
        "I promise you this: I call you at five.",
        "You will definitely get your laptop today.",
    ],
    "comparison": [
        "It took longer than expected.",
        "It may be better than you think.",
        "More than two roles end.",
        "The criteria were tenure and certificates.",
        "The line is faster now.",
        "We kept the old printer.",
        "Sarah is better after the flu.",
    ],
    "protected_ref": [
        "Your last day is 3 May.",
        "The blood bank called.",
        "The age of the machine is the reason.",
        "Your job ends in May.",
        "The visa office called about the shipment.",
        "Your prayer room is on the second floor.",
    ],
    "protected_activity": [
        "After the storm the team changed.",
        "You can leave at noon.",
        "Since your start in March we have grown.",
        "Your contract ends in May.",
        "The claim form for travel is attached.",
        "After your leave, you come back to the same role.",
    ],
    "distancing": [
        "I decided this.",
        "It was my call.",
        "My hands are cold.",
        "We decided this on Monday.",
        "I made the choice, and I stand by it.",
        "They told me you stayed until midnight.",
        "HR asked me to send you the form.",
    ],
    "self_centre": [
        "This is hard for you.",
        "I feel that this matters to you.",
        "You haven't slept.",
        "The worst part is the wait.",
        "It is harder for the night crew.",
        "I feel terrible that I forgot your review.",
    ],
    "euphemism": [
        "Your job ends on 3 May.",
        "You can go at noon.",
        "The direction of the line changes.",
        "Your role is redundant.",
        "The other options are listed.",
        "We streamlined the form.",
    ],
    "re_litigate": [
        "If you had questions, call me.",
        "To be honest, this is hard.",
        "Your work on line two stays with us.",
        "The review is on Monday.",
        "If only one line stays open, it is line two.",
    ],
    "family": [
        "We are a family business.",
        "Tell your family first.",
        "Family leave is paid.",
        "We are a team.",
        "This is a family-run shop.",
        "It is one of our family of products.",
    ],
}


def found(text, rule, labels=(), **given):
    """Check `text` beside a neutral sentence and list the findings of `rule`."""
    kind = "layoff" if rule in HARD else "reply"
    draft = f"I read the note on Monday.\n\n{text}\n\nIt is on the desk."
    plain = text.replace("’", "'")
    return [f for f in check(draft, ScriptedTagger({plain: labels}), kind=kind, **given).findings if f.id == rule]


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, ts in HITS.items() for t in ts])
def test_fires(rule, text):
    """The rule finds its words, without any help from the model, and shows the sentence."""
    (finding,) = found(text, rule)
    assert finding.text == text
    assert re.fullmatch(rf"rule {rule} v\d+", finding.source)


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r, ts in MISSES.items() for t in ts])
def test_stays_silent(rule, text):
    """The rule leaves near words alone."""
    assert found(text, rule) == []


def test_enough_cases():
    """Every rule with patterns is held to at least four hits and four near-misses."""
    with_patterns = [row["id"] for row in TABLE if row.get("patterns")]
    assert [r for r in with_patterns if len(HITS.get(r, [])) < 4 or len(MISSES.get(r, [])) < 4] == []


LABELLED = [(row["id"], label) for row in TABLE for label in (*row.get("moves", []), *row.get("flags", []))]


@pytest.mark.parametrize(("rule", "label"), LABELLED)
def test_label_fires(rule, label):
    """Each talk move or flag over its threshold gives its finding, named after the model and as sure as it was."""
    text = "The pump is green."
    (finding,) = found(text, rule, [label])
    assert (finding.text, finding.source, finding.confidence) == (text, "scripted-1", 0.8)


def test_every_flag_has_its_finding():
    """No flag of the model is read for nothing."""
    assert sorted(FLAGS) == sorted({f for row in TABLE for f in row.get("flags", [])})


@pytest.mark.parametrize("rule", sorted(HARD))
def test_hard_rules_only_in_hard_messages(rule):
    """A hard-message rule says nothing about an ordinary reply."""
    draft = f"I read the note on Monday. {MISSES[rule][0]} {HITS[rule][1]}"
    checked = check(draft, ScriptedTagger(), kind="reply")
    other = check(draft, ScriptedTagger(), kind="layoff")
    assert [f.id for f in checked.findings if f.id == rule] == ([] if checked.kind == "reply" and not _hard_text(draft) else [rule])
    assert [f.id for f in other.findings if f.id == rule] == [rule]


def _hard_text(text):
    return check(text, ScriptedTagger(), kind="auto").kind in ("layoff", "refusal", "announcement", "condolence")


def test_advice_asked_for():
    """Advice is no finding where the message asked for it, by its words or by what it seeks."""
    tagger = ScriptedTagger({"You should call Ana.": ["advice_unsol"]}, {"I am stuck.": {"seeks": "advice"}})
    answers = [check("You should call Ana.", tagger, reply_to=to).findings for to in ("I am stuck.", "What would you do?", "I am tired.")]
    assert [[f.id for f in row] for row in answers] == [[], [], ["advice_unsol"]]


RAISED = [
    ("protected_ref", "With your ADHD it is too busy here.", "My ADHD makes the open office hard."),
    ("protected_ref", "Now that you're pregnant you need rest.", "I'm pregnant and need to plan."),
    ("protected_activity", "Given your sick leave we decided this.", "About my sick leave in March."),
]


@pytest.mark.parametrize(("rule", "text", "message"), RAISED)
def test_raised_by_them(rule, text, message):
    """What the employee named first may be named in the answer."""
    assert found(text, rule, reply_to=message) == []
    assert [f.id for f in found(text, rule, reply_to="I have a question on the rota.")] == [rule]


def test_quoted_words_are_not_the_leaders():
    """Words in quotation marks, or quoted mail, carry no finding; the same words said do."""
    said = "You said 'you never listen' on Monday."
    tagger = ScriptedTagger({said: ["judge", "absolute", "reflect"], "You said … on Monday.": ["reflect"]})
    checked = check(f"{said} I heard it.\n\n> You are so lazy.\n> It's your fault.", tagger)
    assert [(f.id, f.text) for f in checked.findings] == [("reflect", said)]
    assert [f.id for f in check("You never listen to me.", ScriptedTagger()).findings] == ["absolute"]


def test_mostly_quoted_sentence_is_left_out():
    """A sentence that is nearly all quotation is not read as the leader's."""
    assert [s.text for s in check('"You never listen to me at all." I read that twice.', ScriptedTagger()).sentences] == ["I read that twice."]


LATE = ["I read the note.", "You worked on line two.", "The year was long.", "Your job ends on 3 May."]


def test_decision_late():
    """Bad news after the third sentence is found, with the sentence that holds it."""
    tagger = ScriptedTagger({LATE[3]: ["info"]})
    late, early = check(" ".join(LATE), tagger, kind="layoff"), check(" ".join(reversed(LATE)), tagger, kind="layoff")
    assert [f.text for f in late.findings if f.id == "decision_late"] == [LATE[3]]
    assert [f.text for f in early.findings if f.id == "decision_late"] == []
    assert [f.id for f in check(" ".join(LATE), tagger, kind="feedback").findings if f.id == "decision_late"] == []


def test_findings_are_in_order():
    """Findings follow the text; what may land hard comes before what may land well in the same sentence."""
    tagger = ScriptedTagger({"One is here.": ["reflect", "advice_unsol"], "Two is here.": ["care"]})
    found_here = check("One is here. Two is here.", tagger).findings
    assert [(f.id, f.tone) for f in found_here] == [("advice_unsol", "hard"), ("reflect", "well"), ("care", "well")]
    assert [f.span.of("One is here. Two is here.") for f in found_here] == [f.text for f in found_here]


def test_harm_takes_back_what_lands_well():
    """A sentence that judges isn't said to land well for anything else it does."""
    tagger = ScriptedTagger({"One is here.": ["reflect", "judge"]})
    assert [f.id for f in check("One is here. Two is here.", tagger).findings] == ["judge"]


def test_rule_and_model_agree():
    """Where words and model both show it, there is one finding, as sure as the surer."""
    (finding,) = found("You never listen to me.", "absolute", ["absolute"])
    assert finding.confidence == 0.9


def test_schema():
    """Every rule has its fields and nothing else, known labels and kinds, whole sentences, patterns that compile."""
    ids = [row["id"] for row in TABLE]
    assert len(ids) == len(set(ids))
    allowed = {"id", "tone", "moves", "flags", "patterns", "unless", "kinds", "hard", "unless_solicited", "skip_if_raised", "why", "next", "other"}
    for row in TABLE:
        assert {"id", "tone", "why", "next", "other"} <= set(row) <= allowed
        assert row["tone"] in ("hard", "well")
        assert set(row.get("moves", [])) <= set(MOVES)
        assert set(row.get("flags", [])) <= set(FLAGS)
        assert set(row.get("kinds", [])) <= set(KINDS)
        assert row.get("moves") or row.get("flags") or row.get("patterns")
        assert [row[name] for name in ("why", "next", "other") if not row[name].endswith(".")] == []
        assert [p for p in (*row.get("patterns", []), *row.get("unless", [])) if re.compile(p).match("")] == []


def test_no_words_of_guilt():
    """Findings speak of words, never of the person who wrote them, and never diagnose."""
    banned = re.compile(
        r"\b(?:you are (?:a )?(?:bad|cold|toxic|abusive|manipulative|passive)|toxic|gaslight\w*|manipulat\w*|narciss\w*|liar|bully)\b", re.IGNORECASE
    )
    assert [row["id"] for row in TABLE for name in ("why", "next", "other") if banned.search(row[name])] == []
