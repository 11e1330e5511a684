"""hearten doctor: whether everything is in place, and what is set."""

import sys
from typing import Annotated, Any

import typer


def run(
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,  # noqa: FBT002 -- how Typer writes a flag
) -> None:
    """Look whether everything is in place: the reading model, the settings, the folders, the port."""
    from hearten.cli.source import put_json  # noqa: PLC0415 -- keeps --help fast
    from hearten.doctor import examine  # noqa: PLC0415

    report = examine()
    if as_json:
        put_json(report)
    else:
        _show(report)
    if not report["ok"]:
        raise typer.Exit(5)


def _show(report: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(file=sys.stdout, highlight=False)
    for part in report["parts"]:
        console.print(f"{'ok  ' if part['ok'] else 'FAIL'}  {part['name']}: {part['says']}", markup=False, soft_wrap=True)
    table = Table("setting", "value", "from", "what for", box=None, pad_edge=False)
    for row in report["settings"]:
        table.add_row(row["name"], str(row["value"]), row["origin"], row["help"])
    console.print()
    console.print(table)
