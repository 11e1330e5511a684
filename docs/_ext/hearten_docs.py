"""A directive that puts what the code says of itself on a page: {hearten} settings."""

from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from tables import PARTS


class HeartenPart(SphinxDirective):
    """Render one of the tables as Markdown, headings included."""

    required_arguments = 1
    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the part and parse it where the directive stands."""
        name = self.arguments[0]
        if name not in PARTS:
            raise self.error(f"There is no part {name!r}; there are {', '.join(PARTS)}.")
        # What the part is made of changes outside this page; always read it again.
        self.env.note_reread()
        return self.parse_text_to_nodes(PARTS[name](), allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("hearten", HeartenPart)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
