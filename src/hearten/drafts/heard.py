"""The feel-heard reading: a base and points, each naming its sentences; care and candour beside it."""

import re
from functools import cache
from typing import Any

from hearten.data import load_yaml
from hearten.domain import Finding, Heard, Order, Point
from hearten.drafts.context import Draft
from hearten.drafts.findings import cancels

PART = {
    "feeling": ("reflect", "validate", "care", "ack", "restate"),
    "inquiry": ("explore_open", "explore_closed"),
    "permission": ("advice_perm",),
    "advice": ("advice_unsol",),
    "facts": ("info",),
}


@cache
def weights() -> dict[str, Any]:
    """Load heard.yaml."""
    table: dict[str, Any] = load_yaml("hearten.drafts", "heard.yaml", "rules")
    acts = {**table["acts"], "find": re.compile(table["acts"]["find"], re.IGNORECASE)}
    return {**table, "acts": acts, "markers": {name: re.compile(p, re.IGNORECASE) for name, p in table["markers"].items()}}


def at(findings: tuple[Finding, ...], draft: Draft, *ids: str) -> list[int]:
    """List the sentences that carry a finding with one of the ids."""
    starts = {f.start for f in findings if f.id in ids}
    return [s.index for s in draft.sentences if s.start in starts]


def order_of(draft: Draft) -> Order:
    """Tell what the reader meets, a word a sentence, and whether feeling and inquiry come before advice."""
    parts = []
    for s in draft.sentences:
        meets = [part for part, moves in PART.items() if s.has(*moves)]
        # A sentence that does two things is met as the more demanding one; advice is heard over anything else.
        parts.append("advice" if "advice" in meets and not draft.solicited else (meets[0] if meets else "none"))
    steps = [p for p in parts if p in ("feeling", "inquiry", "permission", "advice")]
    offers = [i for i, p in enumerate(steps) if p in ("permission", "advice")]
    says = weights()["order"]
    if "feeling" not in steps or (not offers and "inquiry" not in steps):
        return Order(tuple(parts), False, says["no_feeling"]) if offers else Order(tuple(parts), None, says["nothing"])
    respected = steps.index("feeling") < min(steps.index(p) for p in ("inquiry", "permission", "advice") if p in steps) and (
        not offers or "inquiry" in steps[: offers[0]] or steps[offers[0]] == "permission"
    )
    return Order(tuple(parts), respected, says["why"] if respected else says["otherwise"])


def heard(draft: Draft, findings: tuple[Finding, ...], order: Order) -> Heard:
    """Add up the points. Each rests on sentences that can be shown; the score is clipped to 0-100."""
    table = weights()
    spoilt = set(at(findings, draft, *cancels()))
    points = []
    for row in table["gains"]:
        where = [i for i in at(findings, draft, *row["findings"]) if i not in spoilt]
        points += _counted(row, where, findings, draft)
    for row in table["losses"]:
        points += _counted(row, at(findings, draft, *row["findings"]), findings, draft)
    points += _acts(draft, spoilt) + _advice(draft, findings, spoilt) + _shape(draft, spoilt, order) + _reply(draft, spoilt)
    return Heard(max(0, min(100, table["base"] + sum(p.points for p in points))), tuple(points))


def _acts(draft: Draft, spoilt: set[int]) -> list[Point]:
    """Give points for what the leader has done or will do, said plainly: care that stays words doesn't carry far."""
    row = weights()["acts"]
    where = [s.index for s in draft.sentences if s.has("info") and s.index not in spoilt and row["find"].search(draft.cut(s))]
    return [Point(row["rule"], row["points"], tuple(where), row["why"])] if where else []


def _counted(row: dict[str, Any], where: list[int], findings: tuple[Finding, ...], draft: Draft) -> list[Point]:
    """Count the surest sentences of a rule, each by how sure its reading is: a doubtful one moves the score less."""
    sureness = weights()["sureness"]
    by_start = {s.start: s.index for s in draft.sentences}
    sure = dict.fromkeys(where, 0.0)
    for f in findings:
        i = by_start[f.start]
        if f.id in row["findings"] and i in sure:
            share = (f.confidence - sureness["from"]) / (sureness["to"] - sureness["from"])
            sure[i] = max(sure[i], min(1.0, max(sureness["least"], share)))
    chosen = sorted(where, key=lambda i: -sure[i])[: row["most"]]
    points = round(row["each"] * sum(sure[i] for i in chosen))
    return [Point(row["rule"], points, tuple(sorted(chosen)), row["why"])] if points else []


def _advice(draft: Draft, findings: tuple[Finding, ...], spoilt: set[int]) -> list[Point]:
    table = weights()["advice"]
    advice = at(findings, draft, "advice_unsol")
    if not advice:
        return []
    # In feedback a request is the point of it; there it is enough to have named what was seen, or asked.
    first = ("reflect", "validate", *(("restate", "affirm", "info", "explore_open") if draft.kind == "feedback" else ()))
    understood = next((s.index for s in draft.sentences if s.has(*first) and s.index not in spoilt), len(draft.sentences))
    points, rest = [], advice[1:]
    if advice[0] < understood:
        points.append(Point(table["first"]["rule"], table["first"]["points"], (advice[0],), table["first"]["why"]))
    else:
        rest = advice
    rest = rest[: table["further"]["most"]]
    if rest:
        points.append(Point(table["further"]["rule"], table["further"]["points"] * len(rest), tuple(rest), table["further"]["why"]))
    return points


def _shape(draft: Draft, spoilt: set[int], order: Order) -> list[Point]:
    """Points for the whole message: its order, its own story, its row of questions, its fog."""
    table, points = weights(), []

    def add(name: str, where: list[int]) -> None:
        points.append(Point(table[name]["rule"], table[name]["points"], tuple(where), table[name]["why"]))

    if order.respected and not spoilt:
        add("order", [i for i, p in enumerate(order.parts) if p in ("feeling", "inquiry", "permission")])
    own_story = [s for s in draft.sentences if s.has("self_disc")]
    # Advice is left out, here and below: more of it must never make a message look better.
    words = {s.index: len(s.text.split()) for s in draft.sentences if s.has("self_disc") or not s.has("advice_unsol")}
    told = sum(words[s.index] for s in own_story)
    rule = table["self_disclosure"]
    if own_story and sum(words.values()) >= rule["least_words"] and told > rule["share"] * sum(words.values()):
        add("self_disclosure", [s.index for s in own_story])
    row: list[int] = []
    for s in draft.sentences:
        asks = draft.cut(s).rstrip("\"') ").endswith("?")
        row = [*row, s.index] if asks else row if s.has("advice_unsol") else []
        if len(row) > table["questions"]["longest"]:
            add("questions", row)
            break
    if is_fog(draft):
        add("fog", [s.index for s in draft.sentences])
    return points


# What is named must be read this surely to clear a warm draft of saying nothing.
_SURE = 0.9


def is_fog(draft: Draft) -> bool:
    """Tell whether a warm draft of two sentences or more says nothing about the person or the matter."""
    pleasantry = weights()["markers"]["pleasantry"]
    says = draft.has("restate", "explore_open", "info", "advice_perm", "explore_closed") or any(
        m.p >= _SURE and m.label in ("reflect", "validate", "affirm", "ack") and not pleasantry.search(draft.cut(s))
        for s in draft.sentences
        for m in s.moves
    )
    warm = draft.has("care") or draft.plain.count("!") > 1 or pleasantry.search(draft.plain) is not None
    told = " ".join(draft.cut(s) for s in draft.sentences if not s.has("advice_unsol"))
    marked = any(weights()["markers"][m].search(told) for m in ("reason", "specific", "owns"))
    shared = {word for words in _shared(draft, set()).values() for word in words}
    return len(draft.sentences) > 1 and warm and not says and not marked and len(shared) < weights()["reply"]["picks_up"]["least_words"]


_WORD = re.compile(r"[a-z]{4,}")


@cache
def _common() -> frozenset[str]:
    return frozenset(load_yaml("hearten.nlp", "words.yaml")["common"])


def _shared(draft: Draft, spoilt: set[int]) -> dict[int, set[str]]:
    """Collect the words of some weight that each sentence, advice left out, shares with the message answered."""
    theirs = set(_WORD.findall(draft.reply_text.lower())) - _common()
    return {s.index: theirs & set(_WORD.findall(s.text.lower())) for s in draft.sentences if s.index not in spoilt and not s.has("advice_unsol")}


def _reply(draft: Draft, spoilt: set[int]) -> list[Point]:
    """Points that only the message answered can give."""
    if draft.reply is None:
        return []
    table, points = weights()["reply"], []
    answers = [s.index for s in draft.sentences if s.has("reflect", "validate", "care", "ack", "restate") and s.index not in spoilt]
    advice = [s.index for s in draft.sentences if s.has("advice_unsol")]

    def add(name: str, where: list[int]) -> None:
        points.append(Point(table[name]["rule"], table[name]["points"], tuple(where), table[name]["why"]))

    if draft.feeling and not answers:
        add("unanswered_feeling", [s.index for s in draft.sentences])
    if draft.reply.seeks == "heard" and advice and not draft.solicited and (not answers or advice[0] < answers[0]):
        add("unasked_fix", advice)
    if draft.reply.seeks in ("information", "decision") and not draft.has("info", "explore_open", "explore_closed", "advice_perm"):
        add("unanswered_question", [s.index for s in draft.sentences])
    said = _shared(draft, spoilt)
    taken = [i for i, words in said.items() if words]
    shared = {word for words in said.values() for word in words}
    if taken and len(shared) >= table["picks_up"]["least_words"]:
        add("picks_up", taken)
    return points


def care_and_candour(draft: Draft, findings: tuple[Finding, ...]) -> tuple[float, float]:
    """Place the draft, not the leader, on care and candour, each 0-1."""
    table = weights()
    spoilt = set(at(findings, draft, *cancels()))
    present = {m.label for s in draft.sentences if s.index not in spoilt for m in s.moves}
    present |= {m.label for s in draft.sentences for m in s.moves if m.label in ("info", "advice_unsol", "judge", "minimise")}
    present |= {f.id for f in findings if f.tone == "hard"}
    present |= {name for name, pattern in table["markers"].items() if pattern.search(draft.plain)}
    if is_fog(draft):
        present.add("fog")
    harms = {h: at(findings, draft, h) for h in table["care"]["down"]}
    care = table["care"]["base"] + _sum(table["care"]["up"], present) - sum(w * min(2, len(harms[h])) for h, w in table["care"]["down"].items())
    candour = table["candour"]["base"] + _sum(table["candour"]["up"], present) - _sum(table["candour"]["down"], present)
    return round(max(0.0, min(1.0, care)), 2), round(max(0.0, min(1.0, candour)), 2)


def _sum(weights_of: dict[str, float], present: set[str]) -> float:
    return sum(w for name, w in weights_of.items() if name in present)
