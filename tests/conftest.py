"""What every test gets: settings of its own, so that a user's never leak in, and nothing else of the machine's."""

import os

import pytest
from hypothesis import settings

settings.register_profile("hearten", deadline=None, derandomize=True, max_examples=60, print_blob=True)
settings.load_profile("hearten")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    for name in [n for n in os.environ if n.startswith("HEARTEN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HEARTEN_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("HEARTEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
