"""What Hearten takes on a disk: the model, and everything an installation brings along."""

from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

import hearten

MB = 1_000_000


def folder_size(folder: Path) -> float:
    """Add up the files of `folder` in MB, compiled Python aside."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts) / MB


def runtime(name: str = "hearten") -> dict[str, float]:
    """List the installed packages that `name` needs to run, itself aside, with their size in MB."""
    found: dict[str, float] = {}
    waiting = [(name, frozenset[str]())]
    seen = set(waiting)
    while waiting:
        package, extras = waiting.pop()
        try:
            dist = distribution(package)
        except PackageNotFoundError:
            continue
        if package != name:
            found[dist.name] = _size(dist)
        for needed in _needs(dist, extras):
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)
    return found


def own() -> float:
    """Give the size of the package itself, model and pages included, in MB."""
    return folder_size(Path(hearten.__file__).parent)


def _needs(dist: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in dist.requires or []:
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in (extras or {""})):
            yield wanted.name.lower(), frozenset(wanted.extras)


def _size(dist: Distribution) -> float:
    paths = [Path(str(file.locate())) for file in dist.files or []]
    return sum(p.stat().st_size for p in paths if p.is_file()) / MB
