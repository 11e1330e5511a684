"""hearten tag: many texts, a JSON object a line."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

Role = StrEnum("Role", ["leader", "employee"])


def run(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help='Lines of {"id", "text", "context"?}.')],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="Where the tagged lines go; a run cut off goes on here.")],
    role: Annotated[Role, typer.Option(help="Who wrote the texts.")] = Role.leader,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 3 when a line could not be read.")] = False,  # noqa: FBT002 -- how Typer writes a flag
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,  # noqa: FBT002
) -> None:
    """Tag a file of texts, a JSON object a line. Stops and goes on without losing a line."""
    from rich.console import Console
    from rich.progress import Progress

    from hearten.app import Hearten  # noqa: PLC0415
    from hearten.cli.source import put_json  # noqa: PLC0415
    from hearten.errors import BrokenLine, MissingFile  # noqa: PLC0415

    if not source.is_file():
        raise MissingFile(f"There is no file {source}.")
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Reading", total=source.stat().st_size)
        done = Hearten().tag(source, target, cast("Literal['leader', 'employee']", role.value), lambda n: bar.update(task, completed=n))
    for line in done.broken:
        sys.stderr.write(f"{line}\n")
    if as_json:
        put_json({"written": done.written, "skipped": done.skipped, "broken": list(done.broken)})
    else:
        already = f", {done.skipped} were there already" if done.skipped else ""
        broken = f", {len(done.broken)} could not be read (listed above)" if done.broken else ""
        sys.stderr.write(f"{done.written} lines tagged{already}{broken}.\n")
    if strict and done.broken:
        raise BrokenLine(f"{len(done.broken)} lines could not be read; the others were tagged.")
