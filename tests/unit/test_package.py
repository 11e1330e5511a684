"""The face of the package: its public names, and how little is loaded before it is needed."""

import subprocess
import sys

import pytest

import hearten

pytestmark = pytest.mark.unit

HEAVY = ["onnxruntime", "tokenizers", "numpy", "py3langid", "fastapi", "uvicorn", "jinja2", "rich", "starlette", "pydantic"]


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_public_names():
    """The package offers these names, and only these."""
    assert hearten.__all__ == ["Hearten", "__version__"]
    assert [name for name in hearten.__all__ if not hasattr(hearten, name)] == []
    assert hearten.Hearten.__module__ == "hearten.app"


def test_other_name():
    """A name that isn't there is an AttributeError, as in any module."""
    with pytest.raises(AttributeError) as caught:
        _ = hearten.Nothing
    assert str(caught.value) == "module 'hearten' has no attribute 'Nothing'"


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("hearten.domain", "Check Edit Finding Heard Label Order OwnWords Point Read Sensitive Sentence Span"),
        ("hearten.drafts", "KINDS check read"),
        ("hearten.nlp", "EmployeeTags Encoder EncoderTagger LeaderTags Pair Piece Tagger detect is_foreign quoted split to_text"),
        ("hearten.privacy", "find_sensitive"),
        ("hearten.cli", "main"),
    ],
)
def test_names_of_parts(module, names):
    """Each part offers these names, each is there, and they stand in order."""
    part = __import__(module, fromlist=["x"])
    assert part.__all__ == names.split()
    assert [name for name in part.__all__ if not hasattr(part, name)] == []


def _imported(code):
    return run(f"{code}\nimport sys; print(' '.join(m for m in {HEAVY!r} if m in sys.modules))")


@pytest.mark.parametrize(
    "code",
    [
        "import hearten",
        "import hearten; hearten.Hearten",
        "import hearten; hearten.Hearten()",
        "import hearten.cli.main",
        "import hearten.nlp, hearten.drafts, hearten.privacy, hearten.doctor",
        "from hearten.testing import FakeTagger; from hearten.drafts import check; check('I read it.', FakeTagger())",
    ],
)
def test_nothing_heavy(code):
    """Nothing slow is loaded until something is read."""
    assert _imported(code) == ""


def test_data_is_typed():
    """The package says that it is typed."""
    from importlib import resources

    assert resources.files("hearten").joinpath("py.typed").is_file()
