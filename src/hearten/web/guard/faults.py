"""Whatever goes wrong inside becomes a page in the house's voice."""

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearten.web.pages import Pages

_log = logging.getLogger("hearten.web")


class CatchAll:
    """Catches what nobody foresaw. It stands inside the other guards, so that its page has their headers too."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        """Stand before `app`; the fault is said with `pages`."""
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:
            # The path only: what people write never reaches a log.
            _log.exception("%s %s failed", scope.get("method"), scope.get("path"))
            if started:
                raise
            await self._pages.fault(Request(scope), "500", 500)(scope, receive, send)
