"""About: what Hearten promises, what the reading is, licences, version."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from hearten.app import Hearten
from hearten.errors import ModelError
from hearten.web.pages import Pages
from hearten.web.tables import content


def router(hearten: Hearten, pages: Pages) -> APIRouter:
    """Build the routes of About."""
    routes = APIRouter()

    @routes.get("/about")
    def about(request: Request) -> HTMLResponse:
        try:
            model, fault = hearten.tagger.version, ""
        except ModelError as error:
            model, fault = "", str(error)
        return pages.page(request, "about.html", about=content("about"), model=model, fault=fault, folder=hearten.settings["model"])

    return routes
