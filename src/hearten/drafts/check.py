"""Reads a leader's draft and says how it may land: the whole of one check."""

from functools import cache
from typing import Any

from hearten.data import load_yaml
from hearten.domain import Check, Finding, Heard, Order, Point, Sentence
from hearten.domain.text import straight
from hearten.drafts.context import KINDS, Draft, blanked, is_solicited, read_sentences, tell_kind
from hearten.drafts.edits import blank, edits, own_words
from hearten.drafts.findings import find
from hearten.drafts.heard import care_and_candour, heard, order_of
from hearten.drafts.read import FOREIGN, read
from hearten.errors import InputError, OnlyQuotes, TooShort
from hearten.nlp import Piece, Tagger, detect, is_foreign, split
from hearten.privacy import find_sensitive

_STOPPED = "Something here needs a person before it needs better words, so the draft isn't scored."


def check(
    text: str,
    tagger: Tagger,
    *,
    reply_to: str | None = None,
    kind: str = "auto",
    suggestions: tuple[str, ...] = (),
    country: str = "*",
    contact: str = "",
) -> Check:
    """Check a draft, sentence by sentence.

    Args:
        text: the draft.
        tagger: what reads sentences.
        reply_to: the message it answers.
        kind: one of KINDS; "auto" looks at the text.
        suggestions: texts taken over from suggestions, for the share of own words.
        country: whose help lines to show.
        contact: the organisation's own human help.

    Raises:
        OnlyQuotes: nothing in the draft is the leader's own.
        TooShort: a single word.
        InputError: the kind is unknown.
    """
    if kind not in KINDS:
        raise InputError(f"There is no kind {kind!r}; it may be {', '.join(KINDS)}.")
    pieces = split(text)
    own = [p for p in pieces if p.own]
    if not own:
        raise OnlyQuotes if any(p.kind == "quote" for p in pieces) else TooShort
    if sum(len(p.text.split()) for p in own) < 2:
        raise TooShort
    reply = read(reply_to, tagger, country, contact) if reply_to else None
    sensitive = find_sensitive(_only(text, own), country, contact)
    code, share = detect(" ".join(p.text for p in own)), own_words(_only(text, own), suggestions)
    stop = next((s for s in (*(reply.sensitive if reply else ()), *sensitive) if s.stop), None)
    told, hard = tell_kind(blanked(straight(_only(text, [p for p in pieces if p.own or p.kind == "greeting"]))), kind)
    if stop or is_foreign(code):
        # A person comes before better words; and what the model can't read, it doesn't guess.
        notes = ((FOREIGN.format(code=code),) if is_foreign(code) else ()) + ((_STOPPED,) if stop else ())
        return Check(
            heard=Heard(None, ()),
            care=None,
            candour=None,
            sentences=tuple(Sentence(i, p.start, p.end, p.text, ()) for i, p in enumerate(own)),
            findings=(),
            edits=(),
            blank=None,
            blank_at=None,
            order=Order(("none",) * len(own), None, notes[0]),
            own_words=share,
            first=f"{stop.why} {stop.next}" if stop else notes[0],
            kind=told,
            reply_to=reply,
            sensitive=sensitive,
            language=code,
            notes=notes,
            model=tagger.version,
        )
    reply_text = straight(" ".join(p.text for p in split(reply_to) if p.own)) if reply_to else ""
    sentences = read_sentences(pieces, tagger, reply_text)
    if not sentences:
        raise OnlyQuotes
    draft = Draft(text, blanked(straight(text)), sentences, reply, reply_text, told, hard, is_solicited(reply, reply_text))
    findings = find(draft, tagger.version)
    order = order_of(draft)
    score = heard(draft, findings, order)
    care, candour = care_and_candour(draft, findings)
    gap = blank(draft, frozenset(f.id for f in findings))
    return Check(
        heard=score,
        care=care,
        candour=candour,
        sentences=sentences,
        findings=findings,
        edits=edits(draft),
        blank=gap[0] if gap else None,
        blank_at=gap[1] if gap else None,
        order=order,
        own_words=share,
        first=_first(draft, findings, score.points),
        kind=told,
        reply_to=reply,
        sensitive=sensitive,
        language=code,
        notes=reply.notes if reply else (),
        model=tagger.version,
    )


def _only(text: str, kept_pieces: list[Piece]) -> str:
    """Blank everything but the given pieces, offsets kept."""
    kept = [c if c in "\r\n" else " " for c in text]
    for piece in kept_pieces:
        kept[piece.start : piece.end] = text[piece.start : piece.end]
    return "".join(kept)


@cache
def _firsts() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("hearten.drafts", "first.yaml", "rules")
    return table


def _first(draft: Draft, findings: tuple[Finding, ...], points: tuple[Point, ...]) -> str:
    """Choose the one most useful thing to say."""
    ids = {f.id for f in findings if f.confidence >= _firsts()["sure_from"]}
    rules = {p.rule for p in points}
    for row in _firsts()["first"]:
        if (
            row.get("finding") in ids
            or row.get("point") in rules
            or (row.get("doubtful") and any(f.tone == "hard" for f in findings))
            or (row.get("kind_hard") and draft.hard)
            or (row.get("lacks") and not draft.has(*row["lacks"]) and _reply_fits(row, draft))
            or row.get("always")
        ):
            text: str = row["text"]
            return text
    return ""


def _reply_fits(row: dict[str, Any], draft: Draft) -> bool:
    wanted = row.get("reply")
    return wanted is None or (wanted == "any" and draft.reply is not None) or (wanted == "feeling" and draft.feeling)
