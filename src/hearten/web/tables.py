"""The tables that hold the pages' own words: YAML beside the code."""

from functools import cache
from typing import Any

from hearten.data import load_yaml


@cache
def content(name: str) -> Any:
    """Load the table `name` of the folder content; it holds one key of the same name."""
    return load_yaml("hearten.web", f"{name}.yaml", "content")[name]
