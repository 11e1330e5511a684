"""The settings table as the page shows it, and the keeping of changes."""

from dataclasses import dataclass
from typing import Any

from hearten.app import Hearten
from hearten.errors import SettingError
from hearten.settings import SETTINGS, Setting, load, save, settings_file

# Read once at the start; the others hold from the next page on. The page shows the two apart.
_AT_START = ("home", "port", "threads", "model")
_TITLES = {"help_contact": "Help contact", "longest_draft": "Longest draft", "home": "Your folder", "model": "Reading model"}


@dataclass(frozen=True, slots=True)
class Row:
    """A setting on the page. A `locked` one was given from outside, which goes before the file."""

    setting: Setting
    title: str
    value: str
    origin: str
    locked: str
    restart: bool
    fault: str

    @property
    def input(self) -> str:
        """Name the kind of input that fits."""
        return "number" if self.setting.kind is int else "text"


def rows(hearten: Hearten, faults: dict[str, str], sent: dict[str, str]) -> tuple[Row, ...]:
    """List every setting with its value (what was sent, where that was faulty) and its origin."""
    return tuple(
        Row(
            setting,
            _TITLES.get(setting.name, setting.name.capitalize()),
            sent.get(setting.name, str(hearten.settings[setting.name])),
            _origin(hearten, setting),
            _locked(hearten, setting),
            setting.name in _AT_START,
            faults.get(setting.name, ""),
        )
        for setting in SETTINGS
    )


def keep(hearten: Hearten, sent: dict[str, str]) -> tuple[dict[str, str], str]:
    """Save what changed. Gives what was wrong by setting, and what to say; nothing is saved when anything is wrong."""
    faults: dict[str, str] = {}
    changes: dict[str, Any] = {}
    for setting in SETTINGS:
        if setting.name not in sent or _locked(hearten, setting):
            continue
        try:
            value = setting.parse(sent[setting.name].strip(), "")
        except SettingError as error:
            faults[setting.name] = str(error).removeprefix(": ")
            continue
        if value != hearten.settings[setting.name]:
            changes[setting.name] = value
    if faults:
        return faults, "Nothing was saved yet. Mend what is marked."
    if not changes:
        return {}, "Nothing had changed."
    try:
        save(changes)
    except OSError as error:
        return {"": str(error)}, f"The file {settings_file()} cannot be written: {error.strerror}. Nothing was changed."
    given = {name: hearten.settings[name] for name, origin in hearten.settings.origins.items() if origin == "given"}
    hearten.settings = load(given)
    waits = [name for name in changes if name in _AT_START]
    return {}, "Saved." + (f" {', '.join(waits).capitalize()} will hold when Hearten starts again." if waits else "")


def _origin(hearten: Hearten, setting: Setting) -> str:
    origin = hearten.settings.origins[setting.name]
    said = {"default": "Default", "environment": f"Set by {setting.env}", "given": "Given when Hearten was started"}
    return said.get(origin, "Set in settings.toml")


def _locked(hearten: Hearten, setting: Setting) -> str:
    """Say why a setting can't be changed here, if so."""
    origin = hearten.settings.origins[setting.name]
    if origin == "environment":
        return f"The environment variable {setting.env} goes before what is saved here."
    return "What was given at the start goes before what is saved here." if origin == "given" else ""
