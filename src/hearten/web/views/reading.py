"""Everything the Draft page shows about one draft."""

from dataclasses import dataclass, field
from typing import Any

from hearten.app import Hearten
from hearten.domain import Check, Read, Sensitive
from hearten.errors import EmptyText, InputError
from hearten.web.forms import DraftForm
from hearten.web.tables import content
from hearten.web.views.findings import Place, places
from hearten.web.views.marks import marks
from hearten.web.views.numbers import Numbers, numbers, own_words
from hearten.web.views.theirs import Theirs, theirs


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence in the ribbon: which, what the reader meets there, and its words."""

    index: int
    part: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """The gap only the leader can fill: what it asks for, and whether it stands before the text or after it."""

    ask: str
    early: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading for the page. `state`: empty, unread (`said` tells why), stopped, foreign or read."""

    state: str
    said: str = ""
    first: str = ""
    well: tuple[Place, ...] = ()
    hard: tuple[Place, ...] = ()
    stops: tuple[Sensitive, ...] = ()
    careful: tuple[Sensitive, ...] = ()
    before: tuple[dict[str, str], ...] = ()
    ribbon: tuple[Segment, ...] = ()
    order: str = ""
    blank: Blank | None = None
    numbers: Numbers | None = None
    theirs: Theirs | None = None
    theirs_said: str = ""
    own: str = ""
    read_as: str = ""
    marks: str = field(default_factory=lambda: marks(None, "", (), ""))


def read_form(hearten: Hearten, form: DraftForm) -> Reading:
    """Read what the form holds; what cannot be read is said, and the rest is read all the same.

    Raises:
        ModelError: the model is missing or broken.
    """
    read, theirs_said = _their_message(hearten, form.theirs)
    stops = tuple(s for s in read.sensitive if s.stop) if read else ()
    view = theirs(read) if read else None
    nothing: dict[str, Any] = {"theirs": view, "theirs_said": theirs_said, "stops": stops, "marks": marks(None, "", (), form.revision)}
    try:
        check = hearten.check(form.draft, form.theirs if read else None, form.kind, form.suggestions)
    except EmptyText:
        return Reading("stopped" if stops else "empty", **nothing)
    except InputError as error:
        return Reading("stopped" if stops else "unread", said=str(error), **nothing)
    stops += tuple(s for s in check.sensitive if s.stop)
    if stops:
        return Reading("stopped", **{**nothing, "stops": stops}, own=own_words(check))
    return _whole(check, form, view, theirs_said)


def _their_message(hearten: Hearten, text: str) -> tuple[Read | None, str]:
    if not text.strip():
        return None, ""
    try:
        return hearten.read(text), ""
    except InputError as error:
        return None, str(error)


def _whole(check: Check, form: DraftForm, view: Theirs | None, theirs_said: str) -> Reading:
    words = content("words")
    found = places(check, form.draft)
    foreign = check.heard.score is None
    gap = check.blank.replace("____", "").strip() if check.blank else ""
    return Reading(
        "foreign" if foreign else "read",
        said=" ".join(check.notes),
        first=check.first,
        well=tuple(p for p in found if p.tone == "well"),
        hard=tuple(p for p in found if p.tone == "hard"),
        careful=tuple(s for s in check.sensitive if not s.stop),
        before=tuple(content("before").get(check.kind, ())),
        ribbon=tuple(Segment(s.index, part, words["parts"][part], s.text) for s, part in zip(check.sentences, check.order.parts, strict=True)),
        order="" if check.order.respected is None else check.order.why,
        blank=Blank(gap, check.blank_at == check.sentences[0].start) if gap and check.sentences else None,
        numbers=numbers(check),
        theirs=view,
        theirs_said=theirs_said,
        own=own_words(check),
        read_as="" if foreign or form.kind != "auto" else words["read_as"].get(check.kind, ""),
        marks=marks(check, form.draft, found, form.revision),
    )
