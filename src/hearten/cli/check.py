"""hearten check: how a draft may land."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

Kind = StrEnum("Kind", ["auto", "reply", "feedback", "layoff", "refusal", "announcement", "condolence"])


def run(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The draft; - reads standard input.")] = "-",
    reply_to: Annotated[str | None, typer.Option("--reply-to", metavar="FILE", help="The message the draft answers.")] = None,
    kind: Annotated[Kind, typer.Option(help="What kind of message it is; auto looks at the text.")] = Kind.auto,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,  # noqa: FBT002 -- how Typer writes a flag
) -> None:
    """Check a draft: sentence by sentence, whether its reader will feel heard."""
    from hearten.app import Hearten  # noqa: PLC0415 -- keeps --help fast
    from hearten.cli.source import put_json, take  # noqa: PLC0415
    from hearten.domain.wire import check_to_wire  # noqa: PLC0415
    from hearten.errors import InputError  # noqa: PLC0415

    if file == "-" and reply_to == "-":
        raise InputError("Draft and message can't both come from standard input. Give one of them as a file.")
    found = Hearten().check(take(file), take(reply_to) if reply_to else None, kind.value)
    if as_json:
        put_json(check_to_wire(found))
    else:
        from hearten.cli.render import show_check  # noqa: PLC0415 -- rich is only for people

        show_check(found, sys.stdout)
