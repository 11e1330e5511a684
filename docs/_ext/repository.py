"""Pages for the repository's own documents, and links that lead to them: one text, read in the repository and here."""

import os
import re
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

# A document of the repository: the page that shows it.
PAGES = {
    "ARCHITECTURE.md": "project/architecture.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
    "CHANGELOG.md": "project/changes.md",
    "CODE_OF_CONDUCT.md": "project/conduct.md",
    "src/hearten/nlp/model/README.md": "project/model-card.md",
    "training/README.md": "project/training.md",
    "training/corpus/README.md": "project/corpus-card.md",
    "training/corpus/GUIDE.md": "project/corpus-guide.md",
}
LINK = re.compile(r"(?<=\]\()(?!\w+:|#|/)([^)\s#]+)(#[^)\s]*)?(?=\))")


def led(text: str, source: Path, page: Path) -> str:
    """Turn the relative links of `text`, written for `source`, into links for `page`."""

    def there(found: re.Match[str]) -> str:
        target = (source.parent / found[1]).resolve()
        inside = DOCS / PAGES.get(target.relative_to(ROOT).as_posix(), "") if target.is_relative_to(ROOT) else target
        target = inside if inside != DOCS else target
        return os.path.relpath(target, page.parent) + (found[2] or "")

    return LINK.sub(there, text)


def shown(name: str) -> Callable[[], str]:
    """Give the text of a document of the repository, its links led from its page."""
    return lambda: led((ROOT / name).read_text(encoding="utf-8"), ROOT / name, DOCS / PAGES[name])
