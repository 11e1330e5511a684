"""Draft: the page, the same page from a plain form, and the reading alone for the editor."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from hearten.app import Hearten
from hearten.drafts import KINDS
from hearten.web.forms import DraftForm, draft_form
from hearten.web.pages import Pages
from hearten.web.tables import content
from hearten.web.views import Reading, read_form


def router(hearten: Hearten, pages: Pages) -> APIRouter:
    """Build the routes of Draft."""
    routes = APIRouter(prefix="/draft")

    def page(request: Request, form: DraftForm, reading: Reading, sample: str = "") -> HTMLResponse:
        return pages.page(request, "draft/page.html", form=form, reading=reading, sample=sample, kinds=KINDS)

    @routes.get("")
    def draft(request: Request, sample: str = "") -> HTMLResponse:
        if not sample:
            return page(request, DraftForm(), Reading("empty"))
        row = next((s for s in content("samples") if s["id"] == sample), None)
        if row is None:
            raise HTTPException(404)
        form = DraftForm(row["draft"], row["theirs"], row["kind"])
        return page(request, form, read_form(hearten, form), sample)

    @routes.post("")
    async def posted(request: Request) -> HTMLResponse:
        form = await draft_form(request)
        return page(request, form, await run_in_threadpool(read_form, hearten, form))

    @routes.post("/reading")
    async def reading(request: Request) -> HTMLResponse:
        form = await draft_form(request)
        return pages.page(request, "draft/reading.html", form=form, reading=await run_in_threadpool(read_form, hearten, form))

    return routes
