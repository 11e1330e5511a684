"""Renders pages. Everything is escaped; a name that a template doesn't know is an error, not a gap."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from hearten import __version__
from hearten.app import Hearten
from hearten.web.tables import content
from hearten.web.views.findings import sureness

# What the rail shows: path, word, icon. A room is added here when its door works.
ROOMS = (("/", "Home", "home"), ("/draft", "Draft", "draft"), ("/settings", "Settings", "settings"), ("/about", "About", "about"))


def spoken(text: str) -> Markup:
    """Escape a text and show what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts))


class Pages:
    """Renders the templates with what every page shows: the rooms, the theme, the version."""

    def __init__(self, hearten: Hearten) -> None:
        """Load no template yet."""
        self._hearten = hearten
        self._env = Environment(
            loader=PackageLoader("hearten.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._env.globals.update(content=content, sureness=sureness)
        self._env.filters["spoken"] = spoken

    def page(self, request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """Render `template` for this request."""
        path = request.url.path
        return HTMLResponse(
            self._env.get_template(template).render(
                path=path, rooms=ROOMS, theme=self._hearten.settings["theme"], version=__version__, samples=content("samples"), **context,
            ),
            status,
        )  # fmt: skip

    def fault(self, request: Request, name: str, status: int, said: str = "") -> HTMLResponse:
        """Say what is in the way: a page, or only its words where htmx asks for a part."""
        table = content("faults")
        row = {key: text.format(said=said) for key, text in table.get(name, table["404" if status < 500 else "500"]).items()}
        part = request.headers.get("hx-request") == "true"
        return self.page(request, "fault_part.html" if part else "fault.html", status, fault=row, inside=status not in (401, 403))
