"""Sensitive routes: topics that stop or slow the flow and show a human route instead."""

import re
from dataclasses import dataclass
from functools import cache

from hearten.data import load_yaml
from hearten.domain import Sensitive


@dataclass(frozen=True, slots=True)
class _Route:
    id: str
    stop: bool
    why: str
    next: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]


@cache
def _routes() -> tuple[_Route, ...]:
    table = load_yaml("hearten.privacy", "sensitive.yaml", "rules")
    return tuple(
        _Route(
            row["id"],
            row["stop"],
            row["why"],
            row["next"],
            tuple(re.compile(p, re.IGNORECASE) for p in row["patterns"]),
            tuple(re.compile(p, re.IGNORECASE) for p in row.get("unless", [])),
        )
        for row in table["routes"]
    )


@cache
def _help() -> dict[str, str]:
    lines: dict[str, str] = load_yaml("hearten.privacy", "help.yaml", "rules")["countries"]
    return lines


def help_line(country: str, contact: str = "") -> str:
    """Say where human help is: the organisation's own contact first, then the country's lines."""
    public = _help().get(country.upper(), _help()["*"])
    return f"{contact}. {public}" if contact else public


def find_sensitive(text: str, country: str = "GB", contact: str = "") -> tuple[Sensitive, ...]:
    """Find what in `text` needs a human route; one entry a route, with the words that show it, stops first."""
    plain = text.replace("\u2019", "'")
    found = []
    for route in _routes():
        masked = plain
        for pattern in route.unless:
            masked = pattern.sub(lambda m: "\x00" * len(m.group()), masked)
        hit = next((m for p in route.patterns if (m := p.search(masked))), None)
        if hit:
            step = f"{route.next} {help_line(country, contact)}" if route.stop else route.next
            found.append(Sensitive(route.id, hit.start(), hit.end(), text[hit.start() : hit.end()], route.why, step, route.stop))
    return tuple(sorted(found, key=lambda s: not s.stop))
