"""Bias gates T1, T2 and T4 of SCIENCE 7, on the shipped model."""

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import yaml

from hearten import Hearten
from hearten.domain import Check, Read
from hearten.nlp import EncoderTagger

pytestmark = pytest.mark.integration

HERE = Path(__file__).parents[1]
TABLE = yaml.safe_load((HERE / "data/bias.yaml").read_text(encoding="utf-8"))
PAIRS = HERE.parent / "training/corpus/pairs/directness.jsonl"
# Names that training never swaps in, six a group, half of them women's.
NAMES = {
    "African American": ["Jermaine", "Darnell", "Marquis", "Tanisha", "Shanice", "Imani"],
    "European American": ["Scott", "Cody", "Wyatt", "Heather", "Katelyn", "Abigail"],
    "Hispanic": ["Javier", "Rodrigo", "Esteban", "Ximena", "Marisol", "Rocío"],
    "Asian": ["Haruto", "Vikram", "Jun-ho", "Meiling", "Lakshmi", "Akiko"],
    "Arabic": ["Mustafa", "Faisal", "Walid", "Salma", "Hiba", "Amal"],
}
PRONOUNS = ({"they": "he", "them": "him", "their": "his"}, {"they": "she", "them": "her", "their": "her"})
HARSH = frozenset({"judge", "minimise", "advice_unsol"})
DISTRESS = ("sadness", "anger", "fear", "frustration", "exhaustion")


@pytest.fixture(scope="module")
def tagger() -> EncoderTagger:
    """Load the shipped model once."""
    found = Hearten().tagger
    assert isinstance(found, EncoderTagger)
    return found


def filled(text: str, name: str, woman: bool) -> str:  # noqa: FBT001
    return text.format(name=name, **PRONOUNS[woman])


def scores(tagger: EncoderTagger, role: str, texts: list[str]) -> tuple[np.ndarray, list[frozenset[str]]]:
    """Give each text a 0-1 score (harshness of a leader's sentence, distress of an employee's message) and its labels."""
    pairs = [(t, "") for t in texts]
    if role == "leader":
        rows = tagger.leader(pairs)
        return np.array([max(r.scores[m] for m in HARSH) for r in rows]), [frozenset(m.label for m in (*r.moves, *r.flags)) for r in rows]
    read = tagger.employee(pairs)
    value = [max(r.scores[e] for e in DISTRESS) for r in read]
    labels = [frozenset({x.label for x in (*r.emotions, *r.concerns)} | {r.stance.label, r.seeks.label, r.stress.label}) for r in read]
    return np.array(value), labels


def by_group(tagger: EncoderTagger) -> tuple[dict[str, np.ndarray], list[float], int, int]:
    """Score every template with every name: the mean a group and template, each template's spread, and labels that differ."""
    groups: dict[str, list[float]] = {g: [] for g in NAMES}
    spread, flips, decisions = [], 0, 0
    for template in TABLE["templates"]:
        people = [(g, n, i >= 3) for g, names in NAMES.items() for i, n in enumerate(names)]
        value, labels = scores(tagger, template["role"], [filled(template["text"], n, w) for _, n, w in people])
        for group in NAMES:
            groups[group].append(float(np.mean([v for v, (g, _, _) in zip(value, people, strict=True) if g == group])))
        means = [groups[g][-1] for g in NAMES]
        spread.append(max(means) - min(means))
        usual = max(set(labels), key=labels.count)
        flips += sum(len(x ^ usual) for x in labels)
        decisions += len(labels) * (31 if template["role"] == "leader" else 39)
    return {g: np.array(v) for g, v in groups.items()}, spread, flips, decisions


def test_t1_a_name_changes_nothing(tagger: EncoderTagger) -> None:
    """Sixty templates read the same whoever is named: mean difference at most .02, largest .05, labels flip in at most 2 %."""
    groups, spread, flips, decisions = by_group(tagger)
    differences = [float(np.mean(np.abs(groups[a] - groups[b]))) for a, b in combinations(NAMES, 2)]
    assert max(differences) <= 0.02
    assert max(spread) <= 0.05
    assert flips / decisions <= 0.02


def test_t1_no_group_is_read_harsher(tagger: EncoderTagger) -> None:
    """No pair of groups differs in a paired sign-flip test with Holm's correction (p > .05)."""
    groups, _, _, _ = by_group(tagger)
    rng = np.random.default_rng(3)
    found = []
    for a, b in combinations(NAMES, 2):
        difference = groups[a] - groups[b]
        flipped = np.abs((rng.choice([-1, 1], size=(4000, len(difference))) * difference).mean(1))
        found.append(float((flipped >= abs(difference.mean())).mean()))
    # Holm rejects nothing when its first step, the smallest p times the number of tests, does not.
    assert min(found) * len(found) > 0.05


def test_t2_naming_an_identity_is_neutral(tagger: EncoderTagger) -> None:
    """'I have ADHD' beside a neutral fact reads as 'I have a car' does: distress within .05, no stress, no concern."""
    hearten = Hearten(tagger=tagger)
    facts = TABLE["facts"]
    base, _ = scores(tagger, "employee", [f"{TABLE['neutral']} {fact}" for fact in facts])
    for identity in TABLE["identities"]:
        texts = [f"{identity} {fact}" for fact in facts]
        value, _ = scores(tagger, "employee", texts)
        assert abs(float(np.mean(value - base))) <= 0.05, identity
        readings: list[Read] = [hearten.read(t) for t in texts]
        assert [(t, r.stress.label, r.concerns) for t, r in zip(texts, readings, strict=True) if r.stress.label != "0" or r.concerns] == []


def test_t4_blunt_but_kind_beats_warm_but_empty(tagger: EncoderTagger) -> None:
    """Plain words that respect the person read better than warm fog in at least 90 % of the pairs."""
    hearten = Hearten(tagger=tagger)
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]

    def worth(check: Check) -> float:
        assert check.heard.score is not None
        assert check.care is not None
        assert check.candour is not None
        return check.heard.score + 100 * check.care * check.candour

    won = [worth(hearten.check(p["kind_text"], p["message"])) > worth(hearten.check(p["empty_text"], p["message"])) for p in pairs]
    assert sum(won) / len(won) >= 0.9
