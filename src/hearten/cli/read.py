"""hearten read: what an employee's message expresses and seeks."""

import sys
from typing import Annotated

import typer


def run(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The message; - reads standard input.")] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,  # noqa: FBT002 -- how Typer writes a flag
) -> None:
    """Read a message you received: what it expresses, what it's about, what it seeks."""
    from hearten.app import Hearten  # noqa: PLC0415 -- keeps --help fast
    from hearten.cli.source import put_json, take  # noqa: PLC0415
    from hearten.domain.wire import read_to_wire  # noqa: PLC0415

    found = Hearten().read(take(file))
    if as_json:
        put_json(read_to_wire(found))
    else:
        from hearten.cli.render import show_read  # noqa: PLC0415 -- rich is only for people

        show_read(found, sys.stdout)
