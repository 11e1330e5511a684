"""What a browser sends, made plain."""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request

from hearten.drafts import KINDS

# More accepted suggestions than any draft holds; the rest would only slow the count.
_MOST = 200


@dataclass(frozen=True, slots=True)
class DraftForm:
    """The Draft page's form."""

    draft: str = ""
    theirs: str = ""
    kind: str = "auto"
    suggestions: tuple[str, ...] = ()
    revision: str = ""


async def draft_form(request: Request) -> DraftForm:
    """Read the form. A plain form sends line ends as CR LF; offsets are counted with LF, as the browser shows them."""
    sent = await request.form()
    kind = _text(sent, "kind")
    return DraftForm(
        _text(sent, "draft"),
        _text(sent, "theirs"),
        kind if kind in KINDS else "auto",
        tuple(_plain(s) for s in sent.getlist("suggestion") if isinstance(s, str))[:_MOST],
        _text(sent, "revision")[:20],
    )


def _text(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return _plain(value) if isinstance(value, str) else ""


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
