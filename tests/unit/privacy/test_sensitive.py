"""Topics that need a person first: found in many wordings, and not found in ordinary talk."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten.data import load_yaml
from hearten.privacy import find_sensitive
from hearten.privacy.sensitive import help_line

pytestmark = pytest.mark.unit

HITS = {
    "self_harm": [
        "Some days I think about killing myself.",
        "I've been having suicidal thoughts since March.",
        "I just want to end it all.",
        "honestly i dont want to be alive anymore",
        "I don’t want to live any more.",
        "I keep thinking that everyone would be better off without me.",
        "No one would miss me if I didn't turn up again.",
        "I started cutting myself again.",
        "There's no point in living like this.",
        "I wish I was dead.",
        "I can't go on living with this.",
        "If I'm honest, not waking up would be a relief.",
        "I want to die.",
        "He told me she tried to take her own life on Sunday.",
        "I've thought about ending my life.",
        "i wanna die lol",
        "I can't do this life anymore, I'm going to kms",
        "I feel suicidal.",
        "I wish I'd never been born.",
        "There is no reason to go on.",
        "I can't see a reason to keep going.",
        "Life isn't worth living.",
        "I don't see the point of living any more.",
        "I wish I could go to sleep and never wake up.",
        "I want it all to end.",
        "I've got nothing to live for.",
        "I am tired of living.",
        "I took too many pills last night.",
        "I keep thinking about driving my car off the bridge.",
        "I think about jumping off the roof.",
        "I just don't want to wake up tomorrow.",
        "She killed herself last week.",
    ],
    "violence": [
        "I'm going to kill him if he does it again.",
        "He punched me in the loading bay.",
        "Dave shoved me against the racks.",
        "She threatened to stab him.",
        "My supervisor grabbed me by the collar.",
        "He said he'd hurt me if I told anyone.",
        "He brought a knife to work.",
        "I've had death threats from a customer.",
        "I was physically assaulted on shift.",
        "I'm afraid he will hit somebody.",
        "I swear I'll smash his face.",
        "They're going to burn down the place.",
        "he's been threatening to hurt me",
        "A patient attacked her on the ward.",
        "I want to strangle him.",
        "He grabbed my arm and wouldn't let go.",
        "She threatened me with a knife.",
        "I will burn this place down.",
        "Someone should shoot him.",
    ],
    "abuse": [
        "My husband hits me.",
        "my partner threatened me again last night",
        "My ex locked me in the bathroom.",
        "It's domestic violence, if I'm honest.",
        "I was raped.",
        "I've been sexually assaulted.",
        "I'm scared to go home.",
        "I don't feel safe at home.",
        "It's not safe at home right now.",
        "My dad beats me.",
        "My boyfriend choked me on Friday.",
        "She lives with domestic abuse.",
        "My wife hurts me when she drinks.",
        "My husband gets violent when he drinks.",
        "My ex is stalking me.",
        "My partner won't let me leave the house.",
        "I'm afraid of my husband.",
    ],
    "harassment": [
        "He keeps harassing me in the stock room.",
        "I'm being bullied by the shift lead.",
        "This is sexual harassment.",
        "He touched my leg under the table.",
        "She makes jokes about my accent.",
        "They called me a terrorist.",
        "He groped me at the party.",
        "They discriminate against older staff.",
        "There was a racist joke in the canteen.",
        "He makes comments about my body.",
        "Someone used a racial slur.",
        "It's a hostile work environment.",
        "They make fun of my accent every day.",
        "He keeps asking me out after I said no.",
        "She bullies the new ones.",
        "He sent me nude pictures.",
        "They told me to go back to my country.",
        "I am treated differently because I'm a woman.",
        "I get paid less because I am Black.",
        "He keeps commenting on my legs.",
        "This is racism.",
        "He asked me to sleep with him.",
    ],
    "medical": [
        "I've been diagnosed with diabetes.",
        "I have cancer.",
        "My anxiety disorder is back.",
        "I'm pregnant.",
        "I had a miscarriage in May.",
        "The doctor signed me off for two weeks.",
        "My medication makes me slow in the morning.",
        "I'm having surgery on Tuesday.",
        "I've got ADHD and the open office is hard.",
        "I asked for a reasonable adjustment.",
        "I'm on sick leave until May.",
        "My therapist says I need rest.",
        "I was in hospital with pneumonia.",
        "I'm autistic.",
        "I get migraines from the lights.",
        "I'm on antidepressants.",
        "I've been seeing a therapist.",
        "My anxiety is bad again.",
    ],
    "union": [
        "We're thinking of joining the union.",
        "I spoke to my union rep.",
        "There's a union meeting on Thursday.",
        "People want to unionise.",
        "They're unionizing the depot.",
        "We vote for strike on Friday.",
        "The works council should be asked.",
        "It's in the collective agreement.",
        "The shop steward came by.",
        "We are going on strike.",
        "The trade union wrote to us.",
        "A strike ballot opens Monday.",
        "We compared our pay and we all signed a letter about it.",
        "We want to strike.",
        "She works for UNISON.",
        "We all refuse overtime.",
    ],
    "complaint": [
        "I want to make a formal complaint.",
        "I've raised a grievance.",
        "I filed a complaint about him.",
        "I'm going to HR about this.",
        "I reported him to HR.",
        "The grievance hearing is on Monday.",
        "My complaint was never answered.",
        "She is a whistleblower.",
        "He used the speak-up line.",
        "I'd like to lodge a grievance.",
        "I put in a written complaint.",
        "I'll report this to HR.",
        "I want to raise a complaint.",
        "I went to HR about it.",
        "I'd like to raise this formally.",
        "He retaliated after that.",
        "I may blow the whistle.",
    ],
    "legal": [
        "I've talked to a lawyer.",
        "My solicitor says to wait.",
        "I'll see you at the employment tribunal.",
        "I'm going to sue you.",
        "This is unfair dismissal.",
        "I'm taking legal action.",
        "I contacted ACAS.",
        "I'll take this to court.",
        "It was wrongful termination.",
        "I spoke with an employment attorney.",
        "There'll be a lawsuit.",
        "I was unfairly dismissed.",
        "I filed with the EEOC.",
        "This is constructive dismissal.",
    ],
}

MISSES = {
    "self_harm": [
        "This deadline is killing me.",
        "You're killing it this week.",
        "We should kill the process and restart.",
        "I'm dying to see the new office.",
        "I cut myself on the box cutter.",
        "I hurt myself while lifting the crate.",
        "The suicide prevention training is on Monday.",
        "I want to end my shift early.",
        "My feet are killing me.",
        "The build server died again, no point in waiting.",
        "I don't want to be here when the auditors come.",
        "I want to live closer to the plant.",
        "I'm killing myself to get this done.",
        "I nearly killed myself laughing.",
        "It was so boring that I wanted to die.",
        "There is no point in going on about it.",
        "Nobody would miss me at that meeting.",
        "I cut myself some slack.",
        "I'm drowning myself in tickets.",
        "I never wake up on time.",
        "We got tired of living out of boxes.",
    ],
    "violence": [
        "We killed the feature in review.",
        "He hit me up on Slack.",
        "She pushed me to apply for the role.",
        "Can you shoot me an email?",
        "They beat us to market.",
        "That killed the idea.",
        "He grabbed me a coffee.",
        "The news hit us hard.",
        "I'll kill the query.",
        "He pushed her to finish on time.",
        "The cuts will hurt us next year.",
        "She kicked off the project.",
        "He hit me with a lot of questions.",
        "She grabbed him after the meeting to ask about it.",
        "They attack us on price.",
        "She kicked me off the project.",
        "He pushed me into taking the lead.",
    ],
    "abuse": [
        "My partner hit me with a great idea.",
        "My son beat me at chess.",
        "I got home late.",
        "The API is abused by bots.",
        "My wife locked the shop.",
        "The rapeseed delivery is late.",
        "I feel safe at home now that I work remotely.",
        "My ex-colleague threatened to leave.",
        "It's safe to go home early today.",
        "We sell rape seed oil.",
    ],
    "harassment": [
        "He touched on my report in the meeting.",
        "The new accent colour on the page is nice.",
        "Her comments on my draft helped.",
        "She called me at nine.",
        "We discriminate between the two error types.",
        "He calls me Sam.",
        "They rubbed out the board.",
        "Jokes about the weather again.",
        "The bulldog logo looks good.",
        "The harassment training is due.",
        "Do the anti-bullying module.",
        "It touched me that you came.",
        "The talk touched me.",
        "The client keeps asking for a date.",
    ],
    "medical": [
        "Our client runs a cancer charity.",
        "The depressed key on the panel sticks.",
        "The health and safety audit is on Monday.",
        "The surgery opens at eight.",
        "Let's operate the crane carefully.",
        "The medical records team needs the list.",
        "I have a headache of a ticket for you.",
        "The doctor's surgery is our client.",
        "I have the mental health awareness poster.",
        "I have the pregnancy policy draft.",
        "My team works on depression research.",
    ],
    "union": [
        "The credit union is our client.",
        "Use UNION ALL in the query.",
        "We flew from Union Square.",
        "The European Union rule applies.",
        "The lightning strike cut the power.",
        "The students' rugby union club came by.",
        "She struck a good tone.",
        "We met at Western Union.",
        "The union of both lists is empty.",
        "The union of the two lists is empty.",
        "We signed the letter of intent.",
        "The on strike price is wrong.",
    ],
    "complaint": [
        "We had three customer complaints today.",
        "A complaint from a guest came in.",
        "No complaints from me.",
        "HR sent the form.",
        "The complaints desk moved.",
        "I can't complain.",
        "The patient complaint was closed.",
        "Please file the report.",
        "Raise the blinds, please.",
        "He reported to me last year.",
        "I'm going to HR with the form.",
        "I went to HR about my holiday days.",
    ],
    "legal": [
        "The legal team reviewed the copy.",
        "Our lawyers approved the text.",
        "It's legal size paper.",
        "Sue will call you.",
        "The basketball court is booked.",
        "The law firm is our client.",
        "We pursue them as a client.",
        "Court dates for the squash league are out.",
        "The courtyard is closed.",
        "My sister is a solicitor.",
        "I asked Sue the same.",
        "I had lunch with my lawyer friend.",
    ],
}

STOPS = {"self_harm", "violence", "abuse"}


def routes(text):
    return [s.route for s in find_sensitive(text)]


@pytest.mark.parametrize(("route", "text"), [(r, t) for r, ts in HITS.items() for t in ts])
def test_found(route, text):
    """The topic is found, whatever else is found beside it."""
    assert [r for r in routes(text) if r == route] == [route]


@pytest.mark.parametrize("text", [t for ts in MISSES.values() for t in ts])
def test_left_alone(text):
    """Ordinary talk raises none of the topics."""
    assert routes(text) == []


def test_enough_cases():
    """Every route is held to at least 12 wordings and 8 near-misses."""
    ids = [row["id"] for row in load_yaml("hearten.privacy", "sensitive.yaml", "rules")["routes"]]
    assert sorted(HITS) == sorted(MISSES) == sorted(ids)
    assert [r for r in ids if len(HITS[r]) < 12 or len(MISSES[r]) < 8] == []


@pytest.mark.parametrize("route", HITS)
def test_evidence(route):
    """A finding is the words themselves, with their place, a reason and a step; only three topics stop everything."""
    text = f"I need to tell you something.\n{HITS[route][0]} Please keep it safe."
    found = next(s for s in find_sensitive(text) if s.route == route)
    assert text[found.start : found.end] == found.text
    assert found.stop == (route in STOPS)
    assert (help_line("*") in found.next) == (route in STOPS)


def test_stops_come_first():
    """Where several topics are named, the one that cannot wait is said first, and each is said once."""
    text = "My solicitor knows. I raised a grievance and then a grievance hearing. I want to die."
    assert routes(text) == ["self_harm", "complaint", "legal"]


def test_curly_apostrophes():
    """Typed and pasted apostrophes are read alike, and the words are given as they stand."""
    (found,) = find_sensitive("I don’t want to live any more.")
    assert found.text == "don’t want to live any more"


COUNTRIES = ["GB", "IE", "US", "CA", "AU", "NZ", "DE", "FR", "NL", "IN"]


@pytest.mark.parametrize("country", COUNTRIES)
def test_help_line(country):
    """Each country has an emergency number and a line of its own; small letters do as well."""
    line = help_line(country)
    assert line == help_line(country.lower())
    assert line.startswith("If someone is in danger now, call ")
    assert re.findall(r"\d{2,}", line) != []


def test_help_elsewhere():
    """Any other country gets the general line, never another country's number."""
    assert help_line("XX") == help_line("") == help_line("*")
    assert re.findall(r"\d", help_line("XX")) == []


def test_help_contact_first():
    """An organisation's own contact comes before the public lines."""
    assert help_line("US", "Call Ana on 42") == f"Call Ana on 42. {help_line('US')}"
    (found,) = find_sensitive("I want to die.", "US", "Call Ana on 42")
    assert found.next.endswith(f"Call Ana on 42. {help_line('US')}")


def test_rules_schema():
    """Every route has its fields and nothing else, ids are unique, every pattern compiles, and the source is named."""
    table = load_yaml("hearten.privacy", "sensitive.yaml", "rules")
    assert sorted(table) == ["routes"]
    ids = [row["id"] for row in table["routes"]]
    assert len(ids) == len(set(ids))
    for row in table["routes"]:
        assert sorted({*row, "unless"}) == ["id", "next", "patterns", "stop", "unless", "why"]
        assert isinstance(row["stop"], bool)
        assert all(row[name].endswith(".") for name in ("why", "next"))
        assert row["patterns"] != []
        for pattern in (*row["patterns"], *row.get("unless", [])):
            assert re.compile(pattern).match("") is None
    assert {row["id"] for row in table["routes"] if row["stop"]} == STOPS


def test_help_schema():
    """Every country's line is whole, the general line is there, and the source is named."""
    table = load_yaml("hearten.privacy", "help.yaml", "rules")
    assert sorted(table) == ["countries", "source"]
    assert sorted(table["countries"]) == sorted([*COUNTRIES, "*"])
    assert all(line.startswith("If someone is in danger now, call ") and line.endswith(".") for line in table["countries"].values())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from([t for ts in HITS.values() for t in ts]))
def test_any(around, text):
    """Whatever stands around it, evidence is a true piece of the text, a topic is named once, and stops come first."""
    text = f"{around}\n{text}\n{around}"
    found = find_sensitive(text)
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert len({s.route for s in found}) == len(found) > 0
    assert [s.stop for s in found] == sorted((s.stop for s in found), reverse=True)


@pytest.mark.parametrize(
    "text", ["I want to kill\nmyself", "I want to kill\r\nmyself", "I don\u2018t want to live any more", "I don`t want to be alive"]
)
def test_wrapped_lines_and_odd_apostrophes_hide_nothing(text):
    """A crisis is found across a wrapped line and whatever apostrophe was typed, with its exact words."""
    (found,) = find_sensitive(text)
    assert (found.route, found.text) == ("self_harm", text[found.start : found.end])
