"""The pages' own tables: every label has its word, every sample reads, every list is whole."""

import pytest

from hearten import Hearten
from hearten.data import load_yaml
from hearten.drafts import KINDS
from hearten.web.tables import content

pytestmark = pytest.mark.integration


def test_every_label_of_the_model_has_a_word():
    labels, words = load_yaml("hearten.nlp", "labels.yaml"), content("words")
    for head in ("emotions", "concerns", "seeks", "stress"):
        assert set(words[head]) == set(labels[head]["labels"])


def test_every_kind_part_and_route_has_a_word():
    words = content("words")
    assert list(words["kinds"]) == list(KINDS)
    assert set(words["read_as"]) == set(KINDS) - {"auto"}
    assert set(words["parts"]) == {"feeling", "inquiry", "permission", "advice", "facts", "none"}
    assert set(words["routes"]) == {r["id"] for r in load_yaml("hearten.privacy", "sensitive.yaml", "rules")["routes"]}
    assert [words[name][-1]["to"] for name in ("care", "candour")] == [1.0, 1.0]


def test_every_hard_kind_has_its_list():
    hard = {row["id"] for row in load_yaml("hearten.drafts", "kinds.yaml", "rules")["kinds"] if row["hard"]}
    assert set(content("before")) == hard
    assert all(set(row) == {"title", "text"} for rows in content("before").values() for row in rows)


def test_every_fault_says_what_happened_what_is_safe_and_the_next_step():
    assert all(set(row) == {"title", "what", "safe", "next"} for row in content("faults").values())


def test_the_samples_are_whole_imperfect_and_of_their_kind(hearten: Hearten):
    for sample in content("samples"):
        assert set(sample) == {"id", "title", "about", "kind", "theirs", "draft"}
        check = hearten.check(sample["draft"], sample["theirs"], "auto")
        assert check.kind == sample["kind"]
        assert {f.tone for f in check.findings} >= {"hard"}
        assert check.edits
        assert not any(s.stop for s in (*check.sensitive, *check.reply_to.sensitive))
