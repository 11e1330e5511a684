"""Only this machine's own pages may speak to the server: the Host of every request, the origin of every change."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from hearten.web.pages import Pages

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_SAFE = ("GET", "HEAD", "OPTIONS")


class OriginCheck:
    """Refuses a Host that isn't loopback (DNS rebinding) and a change asked for by another site."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        """Stand before `app`; refusals are said with `pages`."""
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if not _own_host(scope, headers):
                await self._pages.fault(Request(scope), "host", 403)(scope, receive, send)
                return
            if scope["method"] not in _SAFE and not _own_origin(headers):
                await self._pages.fault(Request(scope), "origin", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _own_host(scope: Scope, headers: Headers) -> bool:
    port = scope["server"][1] if scope.get("server") else None
    allowed = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    return headers.getlist("host")[:2] in [[host] for host in allowed]


def _own_origin(headers: Headers) -> bool:
    """Tell whether a change comes from our own pages.

    Under `Referrer-Policy: no-referrer` a browser sends `Origin: null` with a plain form; Sec-Fetch-Site, which no
    page can forge, then decides.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"http://{headers['host']}"
    if site is None:
        return origin == own
    return site == "same-origin" and origin in (None, "null", own)
