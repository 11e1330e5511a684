"""Small changes to a span, the one blank, and the share of own words."""

import re
from functools import cache
from typing import Any

from hearten.data import load_yaml
from hearten.domain import Edit, OwnWords, Sentence
from hearten.domain.text import straight
from hearten.drafts.context import Draft
from hearten.drafts.heard import weights


@cache
def _edits() -> list[dict[str, Any]]:
    return [{**row, "find": re.compile(row["find"], re.IGNORECASE)} for row in load_yaml("hearten.drafts", "edits.yaml", "rules")["edits"]]


def edits(draft: Draft) -> tuple[Edit, ...]:
    """Suggest small changes; none overlap, none brings a fact."""
    found: list[Edit] = []
    # Mail breaks long lines; a break inside a phrase is a space to the rules.
    flat = _BREAK.sub(" ", draft.plain)
    for sentence in draft.sentences:
        for row in _edits():
            if row.get("needs") and not (sentence.has(*row["needs"]) or sentence.flagged(*row["needs"])):
                continue
            if (draft.solicited and row.get("needs") == ["advice_unsol"]) or sentence.has(*row.get("not_with", [])):
                continue
            for match in row["find"].finditer(flat, sentence.start, sentence.end):
                if match.end() == match.start() or not _fits(flat[sentence.start : match.start()], row):
                    continue
                edit = _edit(draft, sentence.start, sentence.end, match, row)
                if not any(e.start < edit.end and edit.start < e.end for e in found):
                    found.append(edit)
    return tuple(sorted(found, key=lambda e: e.start))


_BREAK = re.compile(r"\s")
_CLAUSE = re.compile(r"(?:[,;:–—(-]|\b(?:and|but|so|then|or))\s*$", re.IGNORECASE)


def _fits(before: str, row: dict[str, Any]) -> bool:
    """Tell whether the change keeps the grammar, from the sentence's words `before` it: some fit only where a clause or sentence begins."""
    at = "clause" if row.get("question") else row.get("at")
    return at is None or not before or (at == "clause" and _CLAUSE.search(before) is not None)


_LAST_STOP = re.compile(r"[.!?…]+(?=\W*$)")


def _edit(draft: Draft, begin: int, end: int, match: re.Match[str], row: dict[str, Any]) -> Edit:
    start, stop, put = match.start(), match.end(), match.expand(row["put"])
    if row.get("question"):
        # The rest of the sentence stays the leader's; only its frame turns into a question, so its stop must turn as well.
        rest = draft.text[stop:end]
        last = _LAST_STOP.search(rest)
        kept = rest[: last.start()] if last else rest
        stop += last.end() if last else len(rest)
        kept = kept.strip()
        put = f"{put}{'' if kept[:1] in ',;:' else ' '}{kept}".rstrip() + "?"
    if draft.text[begin:end].isupper():
        put = put.upper()
    if start == begin and put:
        put = put[0].upper() + put[1:]
    elif start == begin and not re.search(r"\w", draft.text[stop:end]):
        stop = end
    elif start == begin:
        # What follows a deleted opening becomes the opening.
        put, stop = draft.text[stop].upper(), stop + 1
    return Edit(start, stop, put, row["why"])


@cache
def _blanks() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load_yaml("hearten.drafts", "blanks.yaml", "rules")["blanks"]
    return rows


def blank(draft: Draft, found: frozenset[str]) -> tuple[str, int] | None:
    """Choose the one gap that only the leader can fill, and where in the draft it may stand; `found` holds the ids of the findings."""
    for row in _blanks():
        if row.get("kinds") and draft.kind not in row["kinds"]:
            continue
        if row.get("finding") and row["finding"] not in found:
            continue
        if row.get("reply") == "feeling" and not draft.feeling:
            continue
        if row.get("lacks") and weights()["markers"][row["lacks"]].search(draft.plain):
            continue
        if row.get("without") and draft.has(*row["without"]):
            continue
        early = row["id"] in ("feeling", "decision")
        place = draft.sentences[0].start if early else _last(draft).end
        return row["text"], place
    return None


_AFTERTHOUGHT = re.compile(r"p\.?\s?s\b", re.IGNORECASE)


def _last(draft: Draft) -> Sentence:
    """Give the last sentence before a postscript; the last of all where there is none."""
    after = next((i for i, s in enumerate(draft.sentences) if i and _AFTERTHOUGHT.match(s.text)), len(draft.sentences))
    return draft.sentences[after - 1]


@cache
def _own_words() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("hearten.drafts", "own_words.yaml", "rules")
    return table


_TOKEN = re.compile(r"\w+(?:'\w+)*")


def own_words(text: str, suggestions: tuple[str, ...]) -> OwnWords:
    """Count the words of `text` that came verbatim from accepted suggestions (SCIENCE 1.1).

    Each accepted suggestion counts once, and only where it still stands in the text.
    """
    table = _own_words()
    words = [w.lower() for w in _TOKEN.findall(straight(text))]
    taken = [False] * len(words)
    for suggestion in suggestions:
        wanted = [w.lower() for w in _TOKEN.findall(straight(suggestion)) if w.strip("_")]
        size = len(wanted)
        for i in range(len(words) - size + 1 if size else 0):
            if words[i : i + size] == wanted and not any(taken[i : i + size]):
                taken[i : i + size] = [True] * size
                break
    share = 1 - sum(taken) / len(words) if words else 1.0
    return OwnWords(round(share, 2), len(words), sum(taken), table["low"] if share < table["nudge_below"] else table["enough"])
