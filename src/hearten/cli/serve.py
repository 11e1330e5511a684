"""hearten serve: the pages, on this machine only."""

from typing import Annotated

import typer


def run(
    port: Annotated[int | None, typer.Option(help="The port; 0 takes a free one. The setting `port` when not given.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in your browser.")] = True,  # noqa: FBT002 -- how Typer writes a flag
) -> None:
    """Serve the pages on this machine only, and print the link that opens them."""
    from hearten.app import Hearten  # noqa: PLC0415 -- keeps --help fast
    from hearten.web import serve  # noqa: PLC0415

    hearten = Hearten({} if port is None else {"port": port})
    serve(hearten, hearten.settings["port"], browser)
