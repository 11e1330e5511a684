"""Serves the pages on loopback and says where they are."""

import contextlib
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from hearten.app import Hearten
from hearten.errors import HeartenError
from hearten.web.app import create_app

HOST = "127.0.0.1"


def serve(
    hearten: Hearten,
    port: int | None = None,
    open_browser: bool = True,  # noqa: FBT001, FBT002 -- the command line hands on its flag
    say: Callable[[str], None] = print,
) -> None:
    """Serve the pages to this machine until Ctrl-C.

    Args:
        hearten: what reads; its setting `port` is used when `port` is not given.
        port: 0, or one that is taken, gives a free one, and that is said.
        open_browser: whether to open the pages in the browser.
        say: where the address goes.
    """
    wanted = hearten.settings["port"] if port is None else port
    listener, taken = listen(wanted)
    token = secrets.token_urlsafe(24)
    url = f"http://{HOST}:{listener.getsockname()[1]}/?token={token}"
    if taken:
        say(f"Port {wanted} is in use, so a free one was taken. Drafts kept in the browser belong to their port: those of {wanted} are still there.")
    say(f"Hearten is on this machine only, at\n\n  {url}\n\nThe link works once. Press Ctrl-C to stop.")
    server = uvicorn.Server(uvicorn.Config(create_app(hearten, token), log_level="warning", access_log=False, server_header=False, lifespan="off"))
    threading.Thread(target=_warm, args=(hearten,), daemon=True).start()
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


def listen(port: int) -> tuple[socket.socket, bool]:
    """Listen on `port` of loopback, or on a free one; tell whether `port` was taken."""
    taken = False
    listener = _socket()
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        listener, taken = _socket(), True
        listener.bind((HOST, 0))
    # Listening now lets a browser that is quicker than the server wait instead of fail.
    listener.listen(64)
    return listener, taken


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return made


def _warm(hearten: Hearten) -> None:
    """Load the model while the first page is being looked at; what fails here is shown when it is needed."""
    with contextlib.suppress(HeartenError):
        hearten.check("Good morning to you.", reply_to="Good morning to you.")
