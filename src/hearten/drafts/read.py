"""Reads an employee's message: what it expresses, what it's about, what it seeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearten.domain import Label, Read, Sensitive
from hearten.domain.finding import strongest
from hearten.errors import EmptyText, HeartenError, OnlyQuotes
from hearten.nlp import EmployeeTags, Pair, Piece, Tagger, detect, is_foreign, split
from hearten.privacy import find_sensitive

DISTRESS = ("sadness", "anger", "fear", "frustration", "exhaustion")
# As long as the messages the encoder learned from; longer ones are read part by part.
_PART = 420
MOST_PARTS = 40
FOREIGN = (
    "This doesn't look like English ({code}). The reading was made for English, so feelings, moves and points are withheld; "
    "sentences and sensitive topics are still looked for."
)


# While a draft is typed, the message it answers stays the same: it is read once, not at every key stroke.
@lru_cache(maxsize=8)
def read(text: str, tagger: Tagger, country: str = "*", contact: str = "") -> Read:
    """Read one message.

    Args:
        text: the message, as text.
        tagger: what reads its parts.
        country: whose help lines to show.
        contact: the organisation's own human help.

    Raises:
        OnlyQuotes: nothing in it is the writer's own.
    """
    found = read_many([(text, "")], tagger, country, contact)[0]
    if isinstance(found, HeartenError):
        raise found
    return found


def read_many(messages: Sequence[Pair], tagger: Tagger, country: str = "*", contact: str = "") -> list[Read | HeartenError]:
    """Read many messages, each with the message before it ("" when none), in one pass of the tagger.

    A message that cannot be read has its error in its place; the others are read.
    """
    prepared = [_prepare(text) for text, _ in messages]
    pairs = [(part, context) for row, (_, context) in zip(prepared, messages, strict=True) for part in row.parts]
    tags = iter(tagger.employee(pairs) if pairs else [])
    found: list[Read | HeartenError] = []
    for row, (text, _) in zip(prepared, messages, strict=True):
        if not row.own:
            found.append(OnlyQuotes() if text.strip() else EmptyText())
            continue
        sensitive = find_sensitive(text, country, contact)
        if is_foreign(row.language):
            note = FOREIGN.format(code=row.language)
            found.append(Read((), Label("0", 0.0), (), "other", "nothing", False, sensitive, row.language, (note,), tagger.version))
        else:
            found.append(_joined([next(tags) for _ in row.parts], tagger, row.language, sensitive, row.notes))
    return found


@dataclass(frozen=True, slots=True)
class _Prepared:
    own: bool
    language: str
    parts: tuple[str, ...]
    notes: tuple[str, ...]


def _prepare(text: str) -> _Prepared:
    pieces = [p for p in split(text) if p.own]
    if not pieces:
        return _Prepared(False, "unknown", (), ())
    language = detect(" ".join(p.text for p in pieces))
    parts = _parts(pieces) if not is_foreign(language) else []
    notes = (f"This is long: its first {MOST_PARTS} parts were read.",) if len(parts) > MOST_PARTS else ()
    return _Prepared(True, language, tuple(parts[:MOST_PARTS]), notes)


def _parts(pieces: list[Piece]) -> list[str]:
    parts = [""]
    for piece in pieces:
        if parts[-1] and len(parts[-1]) + len(piece.text) > _PART:
            parts.append("")
        parts[-1] = f"{parts[-1]} {' '.join(piece.text.split())}".strip()
    return parts


def _joined(tags: list[EmployeeTags], tagger: Tagger, code: str, sensitive: tuple[Sensitive, ...], notes: tuple[str, ...]) -> Read:
    """Join the parts' readings: the strongest of each label; stance and seeks by weight of p."""
    emotions, concerns = strongest(e for t in tags for e in t.emotions), strongest(c for t in tags for c in t.concerns)
    if len(emotions) > 1:
        emotions = tuple(e for e in emotions if e.label != "neutral")
    stress = max((t.stress for t in tags), key=lambda s: (int(s.label), s.p))
    masked = any(t.masked.p >= tagger.masked_from for t in tags)
    if masked:
        # Behind light words every label tells what lies underneath (LABELS): never calm, never "neutral".
        emotions = _underneath(emotions, tags)
        stress = stress if stress.label != "0" else Label("1", max(t.masked.p for t in tags))
    return Read(
        emotions,
        stress,
        concerns,
        _heaviest([t.stance for t in tags]),
        _heaviest([t.seeks for t in tags]),
        masked,
        sensitive,
        code,
        notes,
        tagger.version,
    )


def _underneath(emotions: tuple[Label, ...], tags: list[EmployeeTags]) -> tuple[Label, ...]:
    """Keep the distress that was read; where none was over its threshold, name the likeliest."""
    felt = tuple(e for e in emotions if e.label in DISTRESS)
    if felt:
        return felt
    scores = {name: max(t.scores.get(name, 0.0) for t in tags) for name in DISTRESS}
    likeliest = max(scores, key=lambda name: scores[name])
    return (Label(likeliest, round(scores[likeliest], 3)),) if scores[likeliest] > 0 else emotions


def _heaviest(labels: list[Label]) -> str:
    weight: dict[str, float] = {}
    for label in labels:
        # "nothing" and "other" in a greeting or a last line should not outvote the part that says something.
        weight[label.label] = weight.get(label.label, 0.0) + label.p * (0.5 if label.label in ("nothing", "other") and len(labels) > 1 else 1.0)
    return max(weight, key=lambda n: weight[n])
