"""Sets the peers up in folders of their own and asks them for scores; nothing of theirs enters Hearten's environment."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.given import ROOT, Given, Missing

HERE = Path(__file__).parent
NODE = HERE.parent / "node"


@dataclass(frozen=True, slots=True)
class Scored:
    """What a peer makes of each text: `scores`, higher is kinder; for checkers the `words` they warn of."""

    version: str
    scores: list[float]
    seconds: tuple[float, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


def _run(command: Sequence[str], what: str, stdin: str | None = None, folder: Path | None = None) -> str:
    """Run `command`; what it complains of goes to standard error only, as it may name paths and hosts."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr[-2000:])
        raise Missing(f"{what} failed with status {done.returncode}")
    return done.stdout


def python(given: Given) -> Path:
    """Find the peers' interpreter, making their environment from requirements/peers.txt when it isn't there."""
    folder = given.peers_venv or given.scratch / "peers"
    found = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / "hearten-peers"
    if not ready.exists():
        pins = str(ROOT / "requirements/peers.txt")
        _run([sys.executable, "-m", "venv", str(folder)], "making an environment for the Python peers")
        pip = [str(found), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", pins]
        _run(pip, "installing the Python peers")
        ready.touch()
    return found


def lexicons(given: Given, texts: Sequence[str], size: int = 1_000_000, peers: Sequence[str] = ()) -> dict[str, Scored]:
    """Score `texts` with the Python peers, timing slices of `size` texts.

    Raises:
        Missing: they cannot be installed or run here.
    """
    asked = json.dumps({"texts": list(texts), "slice": size, "peers": list(peers)})
    found = json.loads(_run([str(python(given)), "-I", str(HERE / "lexicons.py")], "running the Python peers", asked))
    return {name: Scored(row["version"], row["scores"], tuple(row["seconds"])) for name, row in found.items()}


def checkers(given: Given, texts: Sequence[str]) -> dict[str, Scored]:
    """Count the warnings of alex and write-good, fewer is kinder.

    Raises:
        Missing: npm is not on this machine, or they cannot be installed or run here.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise Missing("alex and write-good: npm is not on this machine")
    folder = given.scratch / "node"
    if not (folder / "node_modules").exists():
        shutil.copytree(NODE, folder, dirs_exist_ok=True)
        _run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], "installing alex and write-good", folder=folder)
    found: dict[str, Any] = json.loads(_run([node, "warnings.mjs"], "running alex and write-good", json.dumps({"texts": list(texts)}), folder))
    return {
        name: Scored(row["version"], [-float(len(words)) for words in row["words"]], words=tuple(tuple(w) for w in row["words"]))
        for name, row in found.items()
    }


def everyone(given: Given, texts: Sequence[str], skipped: list[str]) -> dict[str, Scored]:
    """Score `texts` with every peer that runs here; a word for each group that doesn't goes to `skipped`."""
    found: dict[str, Scored] = {}
    for ask in (lexicons, checkers):
        try:
            found |= ask(given, texts)
        except Missing as word:
            if str(word) not in skipped:
                skipped.append(str(word))
    return found
