"""Measure Hearten: `python -m benchmarks [--data FOLDER] [--only NAME ...] [--quick]`.

Each benchmark writes one JSON file; README.md beside them is made anew from all of them.
"""

import argparse
import datetime as dt
import importlib
import json
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

NAMES = ("speed", "memory", "determinism", "accuracy", "peers")
RESULTS = Path(__file__).parent / "results"


def measure(name: str, command: str, given: Any) -> dict[str, Any]:
    """Run the benchmark `name` and add what the figures were taken with."""
    from benchmarks import machine

    described, start = machine.describe(), time.monotonic()
    found = importlib.import_module(f"benchmarks.{name}").run(given)
    return {
        "benchmark": name,
        "command": command,
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "seconds": round(time.monotonic() - start, 1),
        "quick": given.quick,
        "model": given.encoder.version,
        "machine": described,
        "versions": {**machine.versions(), **found.pop("versions", {})},
        "tables": found["tables"],
        "skipped": found.get("skipped", []),
    }


def settle() -> None:
    """Leave the user's own settings out of the figures."""
    for name in [n for n in os.environ if n.startswith("HEARTEN_")]:
        del os.environ[name]
    os.environ["HEARTEN_SETTINGS"] = os.devnull


def rounded(value: Any) -> Any:
    """Round every number to what can be repeated; what could not be computed becomes null."""
    if isinstance(value, float):
        return None if math.isnan(value) else float(f"{value:.4g}")
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return [rounded(v) for v in value] if isinstance(value, list | tuple) else value


def main() -> None:
    """Run the benchmarks that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="public labelled data; what it lacks is left out, and said")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=f"any of: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="small samples, to see that everything runs; nothing is published")
    parser.add_argument("--peers-venv", type=Path, metavar="FOLDER", help="keep the peers' environment here instead of making it anew")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where results go; benchmarks/results, or a new folder for a quick run")
    asked = parser.parse_args()
    settle()
    from benchmarks import page
    from benchmarks.given import Given

    out = asked.out or (Path(tempfile.mkdtemp(prefix="hearten-quick-")) if asked.quick else RESULTS)
    out.mkdir(parents=True, exist_ok=True)
    command = "python -m benchmarks" + (" --data FOLDER" if asked.data else "") + (" --quick" if asked.quick else "") + " --only "
    with tempfile.TemporaryDirectory(prefix="hearten-bench-") as scratch:
        given = Given(asked.data, asked.quick, Path(scratch), asked.peers_venv)
        for name in asked.only:
            print(f"{name} ...", file=sys.stderr, flush=True)
            found = rounded(measure(name, command + name, given))
            (out / f"{name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            print(f"{name}: {found['seconds']:.0f} s", file=sys.stderr, flush=True)
            for row in (row for t in found["tables"] for row in t["rows"] if row.get("budget")):
                print(f"{row['verdict']:7} {row['measure']}: {page.cell(row['measured'])} {row['unit']} ({row['budget']})")
    print(page.write(out))


if __name__ == "__main__":
    main()
