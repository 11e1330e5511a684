"""Puts the web face together: guards outside, pages inside."""

from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from hearten import __version__
from hearten.app import Hearten
from hearten.errors import HeartenError
from hearten.web.guard import BodyLimit, CatchAll, Door, OriginCheck, SecurityHeaders
from hearten.web.pages import Pages
from hearten.web.routes import about, draft, home, settings

STATIC = Path(__file__).parent / "static"


def create_app(hearten: Hearten, token: str) -> FastAPI:
    """Build the web app.

    Args:
        hearten: what reads, and whose settings the pages follow.
        token: opens the pages once, as `/?token=...`; a session cookie takes its place.
    """
    app = FastAPI(title="Hearten", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    pages = Pages(hearten)
    for room in (home, draft, settings, about):
        app.include_router(room.router(hearten, pages))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        return pages.fault(request, str(error.status_code), error.status_code)

    @app.exception_handler(HeartenError)
    async def failed(request: Request, error: HeartenError) -> Response:
        return pages.fault(request, "hearten", error.http_status, said=str(error))

    # The last one added is met first.
    app.add_middleware(CatchAll, pages=pages)
    app.add_middleware(Door, pages=pages, token=token)
    app.add_middleware(BodyLimit, pages=pages)
    app.add_middleware(OriginCheck, pages=pages)
    app.add_middleware(SecurityHeaders)
    return app
