"""What the editor underlines and moves, as JSON with the browser's offsets."""

import json

from hearten.domain import Check
from hearten.web.views.findings import Place
from hearten.web.views.offsets import to_browser


def marks(check: Check | None, text: str, found: tuple[Place, ...], revision: str) -> str:
    """Give sentences, marked places, small edits and the place of the blank. The revision tells a stale answer."""
    at = to_browser(text)
    data = {
        "revision": revision,
        "sentences": [[at(s.start), at(s.end)] for s in check.sentences] if check else [],
        "places": [{"key": p.key, "tone": p.tone, "start": at(p.start), "end": at(p.end)} for p in found],
        "edits": [{"id": c.id, "start": at(c.start), "end": at(c.end), "was": c.was, "text": c.text} for p in found for c in p.changes],
        "blank": at(check.blank_at) if check and check.blank_at is not None else None,
    }
    return json.dumps(data)
