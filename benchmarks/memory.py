"""How much memory Hearten holds: for one check, and while it tags files of different lengths."""

import json
from typing import Any

from benchmarks import processes, texts
from benchmarks.given import Given, inputs
from benchmarks.tables import BUDGETS, Row, plain, table

CHECK = "import sys\nfrom hearten import Hearten\nHearten().check(sys.argv[1], sys.argv[2])"
TAG = "import pathlib, sys\nfrom hearten import Hearten\nHearten().tag(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])"
ABOUT = (
    "The most memory a process held, Python, onnxruntime and model included. Memory is flat when ten times the lines take about the same; "
    "the budget is that of a million messages."
)


def run(given: Given) -> dict[str, Any]:
    """Measure one check and the tagging of files of two lengths."""
    draft = inputs("drafts.yaml")["drafts"][0]
    rows = [plain("one check with the message it answers", processes.peak_memory(CHECK, draft["text"], draft["reply_to"]), "MB", 1)]
    long = 1000 if given.quick else 10_000
    pairs = texts.pool(given, long)
    for role in ("leader", "employee"):
        short = _tag(given, pairs[: long // 10], role)
        full = _tag(given, pairs, role)
        rows.append(plain(f"tagging {long // 10:,} lines, role {role}", short, "MB", 1))
        note = f"{full - short:+.0f} MB for ten times the lines"
        rows.append(BUDGETS["memory"].row(f"tagging {len(pairs):,} lines, role {role}", full, 1, note))
    return {"tables": [table("Memory", ABOUT, rows)]}


def _tag(given: Given, pairs: list[tuple[str, str]], role: str) -> float:
    source, target = given.scratch / "lines.jsonl", given.scratch / "tagged.jsonl"
    rows: list[Row] = [{"id": i, "text": text, "context": context} for i, (text, context) in enumerate(pairs)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    target.unlink(missing_ok=True)
    return processes.peak_memory(TAG, str(source), str(target), role)
