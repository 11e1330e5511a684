"""What the pages show, made from what the rooms found: plain data, no HTML."""

from hearten.web.views.reading import Reading, read_form

__all__ = ["Reading", "read_form"]
