"""Gathers the verbs, and turns every error into a message, a code and an exit status."""

import io
import json
import os
import sys
from typing import Annotated

import typer

from hearten import __version__
from hearten.errors import HeartenError

app = typer.Typer(
    name="hearten",
    help="Check your own words before you send them. Everything stays on this machine.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False) -> None:  # noqa: FBT002 -- how Typer writes a flag
    if version:
        typer.echo(f"hearten {__version__}")
        raise typer.Exit


def _register() -> None:
    from hearten.cli import check, doctor, read, serve, tag  # noqa: PLC0415 -- each registers itself on `app`

    for verb in (check, read, tag, doctor, serve):
        app.command(name=verb.__name__.rpartition(".")[2])(verb.run)


_register()


def main() -> None:
    """Run the command line and exit with the status of the error's kind."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows fewer characters gets a mark for those it lacks, not an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except HeartenError as error:
        if "--json" in sys.argv:
            sys.stderr.write(json.dumps({"error": error.as_dict()}) + "\n")
        else:
            sys.stderr.write(f"hearten: {error}\n")
        raise SystemExit(error.exit_status) from None
    except BrokenPipeError:
        # The reader (head, less) has gone; keep Python from complaining as it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
