"""How the documentation is built: Sphinx with MyST and furo; what describes the code is taken from the code."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from hearten import __version__

project = "Hearten"
author = "The Hearten authors"
copyright = "2026, The Hearten authors"  # noqa: A001 -- the name Sphinx asks for
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "hearten_docs"]
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = f"Hearten {__version__}"
html_static_path = [folder for folder in ["_static"] if (Path(__file__).parent / folder).is_dir()]
html_copy_source = False
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Names from elsewhere cannot be resolved without the network; our own must be.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!hearten\b).*"),
    # Named in signatures, described in words: the inside of the reading is not part of the public face.
    (r"py:.*", r"hearten\.(?:nlp|drafts)\..*"),
]
