"""Looks whether everything is in place, and says what to do where it isn't."""

import platform
import socket
from collections.abc import Callable
from typing import Any

from hearten import __version__, settings
from hearten.app import Hearten
from hearten.errors import HeartenError


def examine() -> dict[str, Any]:
    """Examine this installation: `{"ok", "version", "parts": [{"name", "ok", "says"}], "settings": [...]}`."""
    try:
        hearten = Hearten()
    except HeartenError as error:
        return {"ok": False, "version": __version__, "parts": [{"name": "settings", "ok": False, "says": str(error)}], "settings": []}
    parts = [
        _part("hearten", lambda: f"{__version__} on Python {platform.python_version()}, {platform.system()} {platform.machine()}"),
        _part("settings", lambda: f"{settings.settings_file()}{'' if settings.settings_file().exists() else ' (not there; defaults are used)'}"),
        _part("reading model", lambda: _model(hearten)),
        _part("own folder", lambda: _folder(hearten)),
        _part("port", lambda: _port(hearten)),
    ]
    rows = [
        {"name": s.name, "value": str(hearten.settings[s.name]), "origin": hearten.settings.origins[s.name], "help": s.help, "env": s.env}
        for s in settings.SETTINGS
    ]
    return {"ok": all(p["ok"] for p in parts), "version": __version__, "parts": parts, "settings": rows}


def _part(name: str, look: Callable[[], str]) -> dict[str, Any]:
    try:
        return {"name": name, "ok": True, "says": look()}
    except (HeartenError, OSError) as error:
        return {"name": name, "ok": False, "says": str(error)}


def _model(hearten: Hearten) -> str:
    """Read one sentence, so that a model that loads but can't read is found out."""
    tags = hearten.tagger.leader([("It sounds like the last month has been exhausting for you.", "")])
    return f"{hearten.tagger.version} reads ({', '.join(m.label for m in tags[0].moves) or 'no move'})"


def _folder(hearten: Hearten) -> str:
    home = hearten.settings["home"]
    if not home.exists():
        return f"{home} (not there yet; nothing is kept there)"
    probe = home / ".hearten-probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OSError(f"{home} can't be written ({error.strerror}). Mend its rights, or set `home` to another folder.") from None
    return f"{home} can be written"


def _port(hearten: Hearten) -> str:
    port = hearten.settings["port"]
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return f"{port} is in use (perhaps by Hearten itself); `hearten serve --port 0` takes a free one"
    return f"{port} is free"
