"""The fake tagger and the real one through the same cases: what holds for one holds for the other."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from hearten.data import load_yaml
from hearten.nlp import Encoder, EncoderTagger
from hearten.settings import SETTINGS
from hearten.testing import FakeTagger, ScriptedTagger

pytestmark = pytest.mark.contract

LABELS = load_yaml("hearten.nlp", "labels.yaml")
FOLDER = next(s.default for s in SETTINGS if s.name == "model")
TAGGERS = {"fake": FakeTagger, "scripted": ScriptedTagger, "encoder": lambda: EncoderTagger(Encoder(FOLDER, threads=1))}


@pytest.fixture(scope="module", params=TAGGERS)
def tagger(request):
    """Give each tagger in turn; the real one is loaded once."""
    return TAGGERS[request.param]()


SENTENCES = [
    "It sounds like the last two weeks have worn you out.",
    "You should just try harder.",
    "At least you still have a job.",
    "What was the hardest part?",
    "ok",
    "🎉🎉",
    "Die letzten Wochen waren schwer.",
    "今週は大変でしたね。",
    "\u200b",
    "a" * 3_000,
    "You never listen. " * 400,
    "It sounds like the last two weeks have worn you out.",
]
PAIRS = [(text, "I am so tired of the hours." if i % 2 else "") for i, text in enumerate(SENTENCES)]


def sure(labels):
    return [x.p for x in labels]


def test_version(tagger):
    """Every tagger says which it is."""
    assert isinstance(tagger.version, str)
    assert tagger.version.rpartition("-")[0] != ""


def test_leader(tagger):
    """A row a sentence; moves and flags of the lists, strongest first, each p from 0 to 1."""
    rows = tagger.leader(PAIRS)
    assert len(rows) == len(PAIRS)
    for row in rows:
        assert {x.label for x in row.moves} <= set(LABELS["moves"]["labels"])
        assert {x.label for x in row.flags} <= set(LABELS["flags"]["labels"])
        for labels in (row.moves, row.flags):
            assert sure(labels) == sorted(sure(labels), reverse=True)
            assert all(0 <= p <= 1 for p in sure(labels))
            assert len({x.label for x in labels}) == len(labels)


def test_employee(tagger):
    """A row a message; never without an emotion, one stance, one thing sought, stress 0 to 2."""
    rows = tagger.employee(PAIRS)
    assert len(rows) == len(PAIRS)
    for row in rows:
        assert row.emotions != ()
        assert {x.label for x in row.emotions} <= set(LABELS["emotions"]["labels"])
        assert {x.label for x in row.concerns} <= set(LABELS["concerns"]["labels"])
        assert row.stress.label in LABELS["stress"]["labels"]
        assert row.stance.label in LABELS["stance"]["labels"]
        assert row.seeks.label in LABELS["seeks"]["labels"]
        assert row.masked.label == "masked"
        for labels in (row.emotions, row.concerns, (row.stress,), (row.stance,), (row.seeks,), (row.masked,)):
            assert sure(labels) == sorted(sure(labels), reverse=True)
            assert all(0 <= p <= 1 for p in sure(labels))


def test_embeddings(tagger):
    """A unit vector of 384 numbers a text."""
    rows = tagger.embed(SENTENCES)
    assert rows.shape == (len(SENTENCES), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert np.isfinite(rows).all()


def test_nothing(tagger):
    """No text gives no row."""
    assert (tagger.leader([]), tagger.employee([])) == ([], [])


def test_masked_threshold(tagger):
    """Masked distress counts from a probability."""
    assert 0 < tagger.masked_from <= 1


def test_order_is_kept(tagger):
    """Each row is its own text's, whatever stands around it."""
    forth, back = tagger.leader(PAIRS), tagger.leader(PAIRS[::-1])
    assert [_names(r) for r in forth] == [_names(r) for r in back[::-1]]


def _names(row):
    return [x.label for x in (*row.moves, *row.flags)]


def test_alone_as_in_a_batch():
    """A text read alone reads as in a batch, but for rounding (no reading is kept between: each has a tagger of its own)."""
    encoder = Encoder(FOLDER, threads=1)
    together = EncoderTagger(encoder).leader(PAIRS)
    for pair, row in zip(PAIRS, together, strict=True):
        (alone,) = EncoderTagger(encoder).leader([pair])
        assert alone.scores.keys() == row.scores.keys()
        assert max(abs(alone.scores[n] - p) for n, p in row.scores.items()) <= 1e-2
    apart = np.vstack([EncoderTagger(encoder).embed([t]) for t in SENTENCES])
    assert np.abs(apart - EncoderTagger(encoder).embed(SENTENCES)).max() <= 1e-2


def test_same_again(tagger):
    """The same texts read the same twice."""
    assert tagger.leader(PAIRS) == tagger.leader(PAIRS)
    assert tagger.employee(PAIRS) == tagger.employee(PAIRS)


def test_threads(tagger):
    """Eight threads that share a tagger all read the same."""
    wanted = (tagger.leader(PAIRS), tagger.employee(PAIRS[:6]))
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: (tagger.leader(PAIRS), tagger.employee(PAIRS[:6])), range(8)))
    assert found == [wanted] * 8


def test_reading_is_remembered():
    """A sentence read before is not read differently in other company, so that a score doesn't flicker while somebody types."""
    tagger = EncoderTagger(Encoder(FOLDER, threads=1))
    first = tagger.leader(PAIRS[:2])
    assert tagger.leader([PAIRS[3], *PAIRS[:2]])[1:] == first


def test_model_carries_the_labels():
    """The shipped model's card lists the heads and labels of labels.yaml, in order, with a threshold each."""
    card = Encoder(FOLDER).card
    heads = {name: head for name, head in LABELS.items() if name in card["heads"]}
    assert {name: card["heads"][name]["labels"] for name in heads} == {name: head["labels"] for name, head in heads.items()}
    needed = {"moves", "flags", "emotions", "stress", "concerns", "stance", "seeks", "masked"}
    assert needed <= set(card["heads"])
    multi = [name for name in needed if card["heads"][name]["kind"] == "multi"]
    assert [n for n in multi if len(card["heads"][n]["thresholds"]) != len(card["heads"][n]["labels"])] == []


def test_missing_model(tmp_path):
    """Without a model the error says where it was looked for and what to do."""
    from hearten.errors import ModelError

    with pytest.raises(ModelError) as caught:
        EncoderTagger(Encoder(tmp_path)).leader([("Hello you.", "")])
    assert str(tmp_path) in str(caught.value)
    assert str(caught.value).endswith("Install Hearten again.")


def test_broken_model(tmp_path):
    """A torn model is an error of ours, not a crash."""
    from hearten.errors import ModelError

    for name in ("model.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "model.onnx").write_bytes((FOLDER / "model.onnx").read_bytes()[:1000])
    with pytest.raises(ModelError) as caught:
        EncoderTagger(Encoder(tmp_path)).leader([("Hello you.", "")])
    assert "is broken" in str(caught.value)
