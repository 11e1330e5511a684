"""Settings: every row of the settings table, where its value came from, and a form to change it."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from hearten.app import Hearten
from hearten.settings import settings_file
from hearten.web.pages import Pages
from hearten.web.views.settings import keep, rows


def router(hearten: Hearten, pages: Pages) -> APIRouter:
    """Build the routes of Settings."""
    routes = APIRouter(prefix="/settings")

    def show(request: Request, template: str, faults: dict[str, str], sent: dict[str, str], said: str) -> HTMLResponse:
        return pages.page(request, template, rows=rows(hearten, faults, sent), said=said, faulty=bool(faults), file=settings_file())

    @routes.get("")
    def settings(request: Request) -> HTMLResponse:
        return show(request, "settings.html", {}, {}, "")

    @routes.post("")
    async def save(request: Request) -> HTMLResponse:
        sent = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
        faults, said = await run_in_threadpool(keep, hearten, sent)
        part = request.headers.get("hx-request") == "true"
        return show(request, "settings_form.html" if part else "settings.html", faults, sent if faults else {}, said)

    @routes.post("/theme")
    async def theme(request: Request) -> Response:
        chosen = str((await request.form()).get("theme", ""))
        faults, _ = await run_in_threadpool(keep, hearten, {"theme": chosen})
        return Response(status_code=422 if faults else 204)

    return routes
