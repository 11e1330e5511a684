"""Sensitive routes: topics that stop or slow the flow and show a human route instead."""

import re
from dataclasses import dataclass
from functools import cache

from hearten.data import load_yaml
from hearten.domain import Sensitive
from hearten.domain.text import straight


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


_SPACES = re.compile(r"\s+")


def _folded(text: str) -> tuple[str, list[int]]:
    """Fold each run of blank space to one space (a blank line to a line end) and straighten apostrophes.

    A line wrapped by a mail program, or an odd apostrophe, must hide nothing. Also gives where each character stood.
    """
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for run in _SPACES.finditer(text):
        kept.append(text[at : run.start()])
        places += range(at, run.start() + 1)
        kept.append("\n" if run.group().count("\n") > 1 else " ")
        at = run.end()
    kept.append(text[at:])
    return straight("".join(kept)), [*places, *range(at, len(text) + 1)]


def find_sensitive(text: str, country: str = "*", contact: str = "") -> tuple[Sensitive, ...]:
    """Find what in `text` needs a human route; one entry a route, with the words that show it, stops first."""
    plain, places = _folded(text)
    found = []
    for route in _routes():
        masked = plain
        for pattern in route.unless:
            masked = pattern.sub(lambda m: "\x00" * len(m.group()), masked)
        hit = next((m for p in route.patterns if (m := p.search(masked))), None)
        if hit:
            step = f"{route.next} {help_line(country, contact)}" if route.stop else route.next
            start, end = places[hit.start()], places[hit.end() - 1] + 1
            found.append(Sensitive(route.id, start, end, text[start:end], route.why, step, route.stop))
    return tuple(sorted(found, key=lambda s: not s.stop))
