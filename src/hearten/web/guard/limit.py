"""A limit on what a request may carry."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearten.web.pages import Pages

MOST = 2 * 1024 * 1024


class BodyLimit:
    """Refuses a body of more than MOST bytes, said or streamed."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        """Stand before `app`; refusals are said with `pages`."""
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        body: list[Message] = []
        size = int(said) if said.isdigit() else 0
        while size <= MOST:
            message = await receive()
            body.append(message)
            if message["type"] != "http.request" or not message.get("more_body"):
                break
            size = max(size, sum(len(m.get("body", b"")) for m in body))
        if size > MOST or sum(len(m.get("body", b"")) for m in body) > MOST:
            await self._pages.fault(Request(scope), "413", 413)(scope, receive, send)
            return
        rest = iter(body)

        async def replayed() -> Message:
            return next(rest, None) or await receive()

        await self._app(scope, replayed, send)
