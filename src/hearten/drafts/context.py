"""What the steps of a check share: the draft's sentences, what it answers, and what kind of message it is."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from hearten.data import load_yaml
from hearten.domain import Label, Read, Sentence
from hearten.domain.text import straight
from hearten.drafts.read import DISTRESS
from hearten.nlp import Piece, Tagger, quoted

# Labels that must not rest on words the leader only quotes.
_HARD_MOVES = frozenset({"judge", "minimise", "advice_unsol"})
# The encoder was trained with contexts of a few sentences; more would only cost time.
_CONTEXT = 300
_MOSTLY = 0.7


_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft under reading. `plain` is the text with straight apostrophes and quoted words blanked, offsets kept."""

    text: str
    plain: str
    sentences: tuple[Sentence, ...]
    reply: Read | None
    reply_text: str
    kind: str
    hard: bool
    solicited: bool

    @property
    def feeling(self) -> bool:
        """Tell whether the message answered carries a feeling or asks to be heard."""
        reply = self.reply
        return reply is not None and (reply.masked or reply.seeks == "heard" or any(e.label in DISTRESS for e in reply.emotions))

    def has(self, *moves: str) -> bool:
        """Tell whether any sentence has one of the talk moves."""
        return any(s.has(*moves) for s in self.sentences)

    def cut(self, sentence: Sentence) -> str:
        """Give the sentence as rules should see it: quotes blanked, wrapped lines joined."""
        return _SPACE.sub(" ", self.plain[sentence.start : sentence.end])


def blanked(text: str) -> str:
    """Blank what stands in quotation marks, keeping the length."""
    for start, end in quoted(text):
        text = text[:start] + "\u2026" * (end - start) + text[end:]
    return text


def read_sentences(pieces: list[Piece], tagger: Tagger, reply_text: str) -> tuple[Sentence, ...]:
    """Tag the leader's own sentences. Words in quotation marks are not the leader's: what is harsh in them doesn't count."""
    context = reply_text[:_CONTEXT]
    own = [p for p in pieces if p.own and not _mostly_quoted(p.text)]
    tags = tagger.leader([(_folded(p.text), context) for p in own])
    bare = {i: _folded(_ELLIPSES.sub("\u2026", blanked(p.text))) for i, p in enumerate(own) if quoted(p.text)}
    again = dict(zip(bare, tagger.leader([(t, context) for t in bare.values()]), strict=True))
    sentences = []
    for i, (piece, tag) in enumerate(zip(own, tags, strict=True)):
        moves, flags = tag.moves, tag.flags
        if i in again:
            moves = tuple(m for m in moves if m.label not in _HARD_MOVES or _in(m, again[i].moves))
            flags = tuple(f for f in flags if _in(f, again[i].flags))
        sentences.append(Sentence(i, piece.start, piece.end, piece.text, moves, flags))
    return tuple(sentences)


_ELLIPSES = re.compile("\u2026{2,}")


def _in(label: Label, labels: tuple[Label, ...]) -> bool:
    return any(label.label == other.label for other in labels)


def _folded(text: str) -> str:
    return " ".join(straight(text).split())


def _mostly_quoted(text: str) -> bool:
    inside = sum(end - start for start, end in quoted(text))
    return inside >= _MOSTLY * len(text)


@cache
def _kinds() -> list[dict[str, Any]]:
    rows = load_yaml("hearten.drafts", "kinds.yaml", "rules")["kinds"]
    return [{**row, "patterns": [re.compile(p, re.IGNORECASE) for p in row["patterns"]]} for row in rows]


KINDS = ("auto", "reply", "feedback", "layoff", "refusal", "announcement", "condolence")


def tell_kind(text: str, asked: str) -> tuple[str, bool]:
    """Tell the kind of message, and whether the hard-message rules apply: as asked, or as the text shows."""
    found = next((row for row in _kinds() if any(p.search(text) for p in row["patterns"])), None)
    if asked != "auto":
        by_name = next((row for row in _kinds() if row["id"] == asked), None)
        return asked, bool(by_name and by_name["hard"]) or bool(found and found["hard"])
    return (found["id"], bool(found["hard"])) if found else ("reply", False)


@cache
def _asks_advice() -> re.Pattern[str]:
    return re.compile(load_yaml("hearten.drafts", "kinds.yaml", "rules")["asks_advice"], re.IGNORECASE)


def is_solicited(reply: Read | None, text: str) -> bool:
    """Tell whether the message answered asks for advice (SCIENCE 1.5)."""
    return reply is not None and (reply.seeks == "advice" or _asks_advice().search(straight(text)) is not None)
