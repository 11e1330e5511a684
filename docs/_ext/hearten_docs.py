"""A directive that puts what the code or the repository says of itself on a page: {hearten} settings."""

from typing import ClassVar

from docutils import nodes
from repository import PAGES, ROOT, led, shown
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from tables import PARTS

ALL = {**PARTS, **{name: shown(name) for name in PAGES}}


class HeartenPart(SphinxDirective):
    """Render one of the tables, or a document of the repository, as Markdown, headings included."""

    required_arguments = 1
    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the part and parse it where the directive stands."""
        name = self.arguments[0]
        if name not in ALL:
            raise self.error(f"There is no part {name!r}; there are {', '.join(ALL)}.")
        # What the part is made of changes outside this page; always read it again.
        self.env.note_reread()
        return self.parse_text_to_nodes(ALL[name](), allow_section_headings=True)


def _lead(app: Sphinx, docname: str, source: list[str]) -> None:
    """Lead links to the repository's documents to their pages."""
    page = ROOT / "docs" / f"{docname}{app.env.doc2path(docname).suffix}"
    source[0] = led(source[0], page, page)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive and the leading of links."""
    app.add_directive("hearten", HeartenPart)
    app.connect("source-read", _lead)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
