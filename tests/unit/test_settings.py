"""One table of settings: file, environment and given values, each over the one before, and a clear word on a bad value."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten import settings
from hearten.errors import SettingError

pytestmark = pytest.mark.unit


@pytest.fixture
def file(tmp_path):
    """Name a settings.toml of the test's own."""
    return tmp_path / "some" / "settings.toml"


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults(file):
    """With nothing set, every setting has its default, and says so."""
    found = settings.load(environ={}, file=file)
    assert dict(found.values) == {s.name: s.default for s in settings.SETTINGS}
    assert set(found.origins.values()) == {"default"}


def test_layers(file):
    """Given values go before the environment, that before the file, that before the defaults; each value names its origin."""
    write(file, 'port = 1001\ncountry = "US"\ntheme = "dark"\n')
    found = settings.load({"port": 1003}, {"HEARTEN_PORT": "1002", "HEARTEN_COUNTRY": "DE"}, file)
    assert (found["port"], found["country"], found["theme"], found["threads"]) == (1003, "DE", "dark", 2)
    assert [found.origins[n] for n in ("port", "country", "theme", "threads")] == ["given", "environment", str(file), "default"]


def test_empty_environment_counts_for_nothing(file):
    """An environment variable that is set but empty is not a value."""
    assert settings.load(environ={"HEARTEN_PORT": ""}, file=file)["port"] == 8765


def test_strange_environment(file):
    """Variables that name no setting are left alone: other programs may use them."""
    assert settings.load(environ={"HEARTEN_NOTHING": "1"}, file=file).origins["port"] == "default"


def test_file_from_the_environment(tmp_path, monkeypatch):
    """HEARTEN_SETTINGS says where settings.toml is; without it the user's own folder is asked."""
    monkeypatch.setenv("HEARTEN_SETTINGS", str(tmp_path / "mine.toml"))
    assert settings.settings_file() == tmp_path / "mine.toml"
    monkeypatch.delenv("HEARTEN_SETTINGS")
    assert settings.settings_file().name == "settings.toml"
    assert settings.settings_file().parent.name == "hearten"


BAD = {
    "not_a_number": ({"HEARTEN_PORT": "many"}, "environment: port is 'many'; it must be a whole number."),
    "half": ({"HEARTEN_THREADS": "1.5"}, "environment: threads is '1.5'; it must be a whole number."),
    "too_small": ({"HEARTEN_THREADS": "0"}, "environment: threads is 0; it may be 1 to 64."),
    "too_large": ({"HEARTEN_PORT": "70000"}, "environment: port is 70000; it may be 0 to 65535."),
    "no_choice": ({"HEARTEN_THEME": "pink"}, "environment: theme is 'pink'; it may be system, light, dark."),
}


@pytest.mark.parametrize(("environ", "message"), BAD.values(), ids=BAD)
def test_bad_value(environ, message, file):
    """A value that cannot be used is refused, and the message says where it stands and what it may be."""
    with pytest.raises(SettingError) as caught:
        settings.load(environ=environ, file=file)
    assert str(caught.value) == message


@pytest.mark.parametrize("value", [True, False])
def test_yes_is_no_number(file, value):
    """A yes or no in the file is no port."""
    write(file, f"port = {str(value).lower()}\n")
    with pytest.raises(SettingError):
        settings.load(environ={}, file=file)


def test_unknown_name(file):
    """A name that is no setting is refused, and the message lists those there are."""
    write(file, "prot = 8000\n")
    with pytest.raises(SettingError) as caught:
        settings.load(environ={}, file=file)
    assert str(caught.value) == f"{file}: there is no setting 'prot'; there are {', '.join(s.name for s in settings.SETTINGS)}."


@pytest.mark.parametrize("raw", [b"port = \n", b"port = 1\nport = 2\n", b'theme = "d\xff"\n'])
def test_broken_file(file, raw):
    """A file that cannot be read is named, with what to do; nothing is guessed."""
    file.parent.mkdir()
    file.write_bytes(raw)
    with pytest.raises(SettingError) as caught:
        settings.load(environ={}, file=file)
    assert str(caught.value).startswith(f"{file} cannot be read: ")
    assert str(caught.value).endswith(" Mend the line or remove the file; the defaults will do.")


def test_folder_in_place_of_the_file(tmp_path):
    """A folder of that name is refused like a broken file."""
    with pytest.raises(SettingError):
        settings.load(environ={}, file=tmp_path)


def test_save_keeps_the_rest(file):
    """Saving one setting leaves the others as they stood."""
    settings.save({"port": 1234, "help_contact": "Ana"}, file)
    settings.save({"port": 4321}, file)
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"port": 4321, "help_contact": "Ana"}


@pytest.mark.parametrize("changes", [{"port": "many"}, {"theme": "pink"}, {"nothing": 1}, {"threads": 0}])
def test_save_refuses(file, changes):
    """What cannot be used is not written, and what stood there stays."""
    settings.save({"port": 1234}, file)
    with pytest.raises(SettingError):
        settings.save(changes, file)
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"port": 1234}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_round_trip(tmp_path_factory, text):
    """Whatever the characters, what was saved is what is loaded."""
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings.save({"help_contact": text}, file)
    assert settings.load(environ={}, file=file)["help_contact"] == text


def test_round_trip_of_every_kind(file, tmp_path):
    """Texts, numbers and folders come back as what they are."""
    changes = {"home": tmp_path / 'a "b" \\c', "port": 0, "threads": 64, "theme": "light", "country": "DE", "longest_draft": 1000}
    settings.save(changes, file)
    found = settings.load(environ={}, file=file)
    assert {name: found[name] for name in changes} == changes
    assert isinstance(found["home"], Path)


def test_table():
    """Every setting says what it is for in a sentence, has a default that it would take, and a variable of its own."""
    assert [s.name for s in settings.SETTINGS if not s.help.endswith(".")] == []
    assert [s.name for s in settings.SETTINGS if s.parse(s.default, "default") != s.default] == []
    assert [s.env for s in settings.SETTINGS] == [f"HEARTEN_{s.name.upper()}" for s in settings.SETTINGS]
    assert len({s.name for s in settings.SETTINGS}) == len(settings.SETTINGS)
