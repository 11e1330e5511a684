"""Reads the YAML tables that stand beside the code that uses them."""

from importlib import resources
from typing import Any

import yaml

# The C reader is ten times faster; wheels carry it, some source builds do not.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(package: str, name: str, folder: str = "data") -> Any:
    """Load `name` from the `folder` of `package`."""
    return yaml.load(resources.files(package).joinpath(folder, name).read_text(encoding="utf-8"), _Loader)  # noqa: S506 -- a safe loader
