"""Home: one thing to do, and doors with sample material."""

from datetime import datetime

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from hearten.app import Hearten
from hearten.web.pages import Pages

_GREETINGS = ((5, "Good evening"), (12, "Good morning"), (18, "Good afternoon"), (24, "Good evening"))


def greeting(hour: int) -> str:
    """Greet by the hour of the day, 0-23."""
    return next(words for until, words in _GREETINGS if hour < until)


def router(hearten: Hearten, pages: Pages) -> APIRouter:  # noqa: ARG001 -- every room has the same face
    """Build the routes of Home."""
    routes = APIRouter()

    @routes.get("/")
    def home(request: Request) -> HTMLResponse:
        return pages.page(request, "home.html", greeting=greeting(datetime.now().astimezone().hour))

    return routes
