"""One table of settings. Environment, settings.toml, the command line, the docs and the settings page follow it."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path

from hearten.errors import SettingError

TYPE_NAMES = {str: "text", int: "a whole number", Path: "a folder"}


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name, what it holds, its default, what it is for, and what it may be."""

    name: str
    kind: type
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    @property
    def env(self) -> str:
        """The environment variable that sets it."""
        return f"HEARTEN_{self.name.upper()}"

    def parse(self, value: object, where: str) -> Any:
        """Turn `value` into the setting's kind, or say what it may be."""
        try:
            parsed = self.kind(str(value)) if self.kind is not str else str(value)
        except ValueError:
            raise SettingError(f"{where}: {self.name} is {value!r}; it must be {TYPE_NAMES[self.kind]}.") from None
        if self.choices and parsed not in self.choices:
            raise SettingError(f"{where}: {self.name} is {value!r}; it may be {', '.join(self.choices)}.")
        if isinstance(parsed, int) and ((self.least is not None and parsed < self.least) or (self.most is not None and parsed > self.most)):
            raise SettingError(f"{where}: {self.name} is {value}; it may be {self.least} to {self.most}.")
        return parsed


SETTINGS: tuple[Setting, ...] = (
    Setting("home", Path, user_data_path("hearten"), "Where what is yours will live; nothing is kept there yet."),
    Setting("port", int, 8765, "The port the pages are served on, on this machine only; 0 takes a free one.", least=0, most=65535),
    Setting("threads", int, 2, "How many processor cores the reading may use.", least=1, most=64),
    Setting("model", Path, Path(__file__).parent / "nlp" / "model", "The folder of the reading model."),
    Setting("theme", str, "system", "Light or dark pages.", choices=("system", "light", "dark")),
    Setting("country", str, "*", "Whose emergency and help lines to show, as a two-letter code; * for none in particular."),
    Setting("help_contact", str, "", "Your organisation's own human help: a name, a number, a page."),
    Setting("longest_draft", int, 60_000, "The longest draft that is read, in characters.", least=1_000, most=1_000_000),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force, and where each came from."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]

    def __getitem__(self, name: str) -> Any:
        """Give the value of the setting `name`."""
        return self.values[name]


def settings_file() -> Path:
    """Where settings.toml is looked for."""
    named = os.environ.get("HEARTEN_SETTINGS")
    return Path(named) if named else user_config_path("hearten") / "settings.toml"


def load(overrides: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """Gather the settings: defaults, then settings.toml, then the environment, then `overrides`.

    Raises:
        SettingError: a value cannot be used, or a name is unknown.
    """
    environ = os.environ if environ is None else environ
    file = file or settings_file()
    table = {s.name: s for s in SETTINGS}
    values = {s.name: s.default for s in SETTINGS}
    origins = dict.fromkeys(values, "default")
    layers: list[tuple[str, Mapping[str, Any]]] = [
        (str(file), _read(file)),
        ("environment", {s.name: environ[s.env] for s in SETTINGS if environ.get(s.env)}),
        ("given", overrides or {}),
    ]
    for where, layer in layers:
        for name, value in layer.items():
            if name not in table:
                raise SettingError(f"{where}: there is no setting {name!r}; there are {', '.join(table)}.")
            values[name], origins[name] = table[name].parse(value, where), where
    return Settings(values, origins)


def save(changes: Mapping[str, Any], file: Path | None = None) -> None:
    """Write `changes` to settings.toml beside what stands there.

    Raises:
        SettingError: a value cannot be used, or a name is unknown.
    """
    file = file or settings_file()
    load(changes, environ={}, file=file)
    kept = {**_read(file), **changes}
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {value if isinstance(value, int) else _quoted(str(value))}" for name, value in sorted(kept.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def _read(file: Path) -> dict[str, Any]:
    if not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingError(f"{file} cannot be read: {error}. Mend the line or remove the file; the defaults will do.") from None
