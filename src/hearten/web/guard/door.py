"""The door: a token that opens once, then a session cookie."""

import secrets
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hearten.web.pages import Pages


class Door:
    """Lets nobody in but the browser that came with the token; static files hold nothing of anyone's and are free."""

    def __init__(self, app: ASGIApp, pages: Pages, token: str) -> None:
        """Stand before `app`; `token` opens once."""
        self._app, self._pages = app, pages
        self._token: str | None = token
        self._session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, open the door to it, or say how to get in."""
        if scope["type"] != "http":
            return  # nothing but http is spoken here
        if scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        inside = secrets.compare_digest(request.cookies.get(_cookie(scope), "").encode(), self._session.encode())
        answer: Response | None = None
        if scope["path"] == "/" and given:
            answer = self._open(request, given, inside=inside)
        elif not inside:
            answer = self._pages.fault(request, "401", 401)
        await (answer or self._app)(scope, receive, send)

    def _open(self, request: Request, given: str, *, inside: bool) -> Response:
        fits = self._token is not None and secrets.compare_digest(given.encode(), self._token.encode())
        if not fits and not inside:
            return self._pages.fault(request, "used", 403)
        answer = RedirectResponse("/", 303)
        if fits:
            self._token = None
            answer.set_cookie(_cookie(request.scope), self._session, httponly=True, samesite="strict", path="/")
        return answer


def _cookie(scope: Scope) -> str:
    """Name the cookie after the port: cookies know no ports, and two servers would put each other out."""
    return f"hearten_{scope['server'][1] if scope.get('server') else 0}"
