"""Writes results/README.md from the JSON files beside it."""

import json
from pathlib import Path
from typing import Any

INTRO = """# Results

Made by `python -m benchmarks` from the JSON files in this folder; do not edit. Every figure says on how many cases it
rests; intervals are 95 % (bootstrap, or exact binomial for shares of pairs). Where a peer does better, it stands here.
"""


def render(results: list[dict[str, Any]]) -> str:
    """Render the results as one Markdown page: budgets first, then each benchmark."""
    parts = [INTRO]
    budgets = [row for result in results for t in result["tables"] for row in t["rows"] if row.get("verdict") in ("met", "missed")]
    if budgets:
        columns = ["measure", "measured", "unit", "budget", "verdict", "n"]
        parts += ["## Budgets\n", _grid(columns, budgets)]
    return "\n".join([*parts, *(_section(result) for result in results)])


def write(folder: Path) -> Path:
    """Write `folder`/README.md from every JSON file in `folder`."""
    results = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    page = folder / "README.md"
    page.write_text(render(results), encoding="utf-8")
    return page


def _section(result: dict[str, Any]) -> str:
    machine, versions = result["machine"], ", ".join(f"{k} {v}" for k, v in result["versions"].items())
    busy = result["benchmark"] == "speed" and (machine["load"] or 0) > 0.5
    lines = [
        f"## {result['benchmark'].capitalize()}\n",
        f"`{result['command']}`, {result['date']}, {result['seconds'] / 60:.1f} minutes, model {result['model']}"
        + (", **a quick run on small samples: no figure to quote**" if result["quick"] else "")
        + ".",
        f"{machine['cores']} cores of {machine['processor']}, {machine['system']}, load {machine['load']} at the start; {versions}.\n",
        *(["**Other work kept the machine busy: times are longer than they would be.**\n"] if busy else []),
    ]
    for t in result["tables"]:
        lines += [f"### {t['title']}\n", t["about"] + "\n", _grid(t["columns"], t["rows"])]
    if result["skipped"]:
        lines += ["Left out:\n", *(f"- {word}" for word in result["skipped"]), ""]
    return "\n".join(lines)


def _grid(columns: list[str], rows: list[dict[str, Any]]) -> str:
    shown = [c for c in columns if any(row.get(c) not in (None, "") for row in rows)]
    head = [f"| {' | '.join(shown)} |", f"|{'---|' * len(shown)}"]
    return "\n".join([*head, *(f"| {' | '.join(cell(row.get(c)) for c in shown)} |" for row in rows), ""])


def cell(value: Any) -> str:
    """Show a value in a cell: three figures that count, an interval as a range."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        size = abs(value)
        return f"{value:,.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}" if size >= 1 else f"{value:.3f}"
    if isinstance(value, list | tuple):
        return " to ".join(cell(v) for v in value)
    return str(value).replace("|", "\\|").replace("\n", " ")
