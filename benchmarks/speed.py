"""How fast Hearten starts, checks, follows typing and reads in bulk, and how fast the peers are beside it."""

import time
from typing import Any

from benchmarks import footprint, processes, texts
from benchmarks.given import Given, Missing, inputs
from benchmarks.peers.install import lexicons
from benchmarks.stats import median, percentile
from benchmarks.tables import BUDGETS, Row, plain, table
from hearten import Hearten

PEERS = ("VADER", "TextBlob", "AFINN")
SLICES = 5
TYPED = ("Again", "Still", "Then", "Now", "And", "Well", "So", "Yet", "Here", "Look")
ABOUT = "Times of a process are those of a fresh process with warm disks; `hearten` runs with its default of two cores."
BULK = (
    "The same sentences and drafts for all, medians (sentences over five slices), loading aside; Hearten reads in batches, the peers one by one, as "
    "each is used. The peers look words up, so they are far faster; Hearten reads 14 moves and 17 flags in the context of the message answered."
)


def run(given: Given) -> dict[str, Any]:
    """Measure all of it."""
    drafts = inputs("drafts.yaml")["drafts"]
    skipped: list[str] = []
    rows = [*_cold(given, drafts[0]), *_warm(given, drafts), _typing(given, drafts)]
    sentences, bulk = _bulk(given)
    rate = median([len(part) / took for part, took in bulk])
    taken = f"{len(sentences):,} sentences"
    rows += [
        BUDGETS["tagging"].row("tagging in bulk, role leader", rate, taken, "median of 5 slices"),
        BUDGETS["tagging_later"].row("the same, against the later goal", rate, taken),
        *_sizes(given),
    ]
    return {"tables": [table("Times and sizes", ABOUT, rows), *_beside(given, sentences, bulk, drafts, skipped)], "skipped": skipped}


def _cold(given: Given, draft: dict[str, str]) -> list[Row]:
    times = 3 if given.quick else 9
    file = given.scratch / "draft.txt"
    file.write_text(draft["text"], encoding="utf-8")
    found = []
    for name, command in (("help", processes.hearten("--help")), ("check_cold", processes.hearten("check", str(file)))):
        processes.seconds(command)
        took = [processes.seconds(command) for _ in range(times)]
        label = "`hearten --help`" if name == "help" else "`hearten check`, a 150-word draft"
        found.append(BUDGETS[name].row(f"{label}, cold", median(took), times, f"median; {min(took):.2f} to {max(took):.2f}"))
    return found


def _milliseconds(hearten: Hearten, text: str, reply_to: str | None) -> float:
    start = time.perf_counter()
    hearten.check(text, reply_to)
    return (time.perf_counter() - start) * 1000


def _warm(given: Given, drafts: list[dict[str, str]]) -> list[Row]:
    """Check each draft with nothing remembered: a new tagger every time, one loaded encoder for all."""
    rows = []
    given.hearten().check(drafts[0]["text"], drafts[0]["reply_to"])
    for what, with_message in (("", False), (", with the message it answers", True)):
        chosen = [d for d in drafts if d["reply_to"] or not with_message]
        took = [
            _milliseconds(given.hearten(), d["text"], d["reply_to"] if with_message else None)
            for _ in range(2 if given.quick else 10)
            for d in chosen
        ]
        rows.append(plain(f"check, a 150-word draft, warm, p50{what}", percentile(took, 0.5), "ms", len(took)))
        rows.append(BUDGETS["check_warm"].row(f"check, a 150-word draft, warm, p95{what}", percentile(took, 0.95), len(took)))
    return rows


def _typing(given: Given, drafts: list[dict[str, str]]) -> Row:
    """Check a draft, then again with one sentence changed, as the page does while somebody types."""
    took = []
    for draft in drafts[: 3 if given.quick else None]:
        hearten = given.hearten()
        hearten.check(draft["text"], draft["reply_to"] or None)
        for word in TYPED:
            # A sentence at the end of the first paragraph of prose grows by a word.
            changed = draft["text"].replace(". ", f". {word} ", 1)
            took.append(_milliseconds(hearten, changed, draft["reply_to"] or None))
    return BUDGETS["typing"].row("a changed sentence while typing, p95", percentile(took, 0.95), len(took), f"p50 {percentile(took, 0.5):.1f} ms")


def _bulk(given: Given) -> tuple[list[str], list[tuple[list[str], float]]]:
    """Tag distinct sentences in slices; give them, and each slice with the seconds it took."""
    pairs = texts.pool(given, 1000 if given.quick else 20_000)
    tagger, size = given.tagger(), -(-len(pairs) // SLICES)
    tagger.leader([("A first sentence, so that nothing is loaded while the clock runs.", "")])
    found = []
    for begin in range(0, len(pairs), size):
        part = pairs[begin : begin + size]
        start = time.perf_counter()
        for chunk in range(0, len(part), 512):
            tagger.leader(part[chunk : chunk + 512])
        found.append(([text for text, _ in part], time.perf_counter() - start))
    return [text for text, _ in pairs], found


def _sizes(given: Given) -> list[Row]:
    needed = footprint.runtime()
    whole = sum(needed.values()) + footprint.own()
    largest = ", ".join(f"{name} {size:.0f}" for name, size in sorted(needed.items(), key=lambda item: -item[1])[:4])
    weights = (given.hearten().settings["model"] / "model.onnx").stat().st_size / footprint.MB
    return [
        BUDGETS["model"].row("size of the model file", weights, 1),
        BUDGETS["install"].row("size of an installation", whole, f"{len(needed) + 1} packages", f"Hearten {footprint.own():.0f}, {largest}"),
    ]


def _beside(
    given: Given, sentences: list[str], bulk: list[tuple[list[str], float]], drafts: list[dict[str, str]], skipped: list[str]
) -> list[dict[str, Any]]:
    """Time the peers on the same sentences and the same drafts, in the same run."""
    try:
        size = len(bulk[0][0])
        theirs = lexicons(given, sentences, size, PEERS)
        longer = lexicons(given, [d["text"] for d in drafts] * 10, 1, PEERS)
    except Missing as word:
        skipped.append(f"the peers' times: {word}")
        return []
    hearten = [_milliseconds(given.hearten(), d["text"], None) for _ in range(2 if given.quick else 10) for d in drafts]
    ours = {"rate": median([len(part) / took for part, took in bulk]), "draft": median(hearten)}
    rows: list[Row] = [{"tool": "Hearten", "sentences/s": ours["rate"], "ms a 150-word draft": ours["draft"], "n": f"{len(sentences):,}"}]
    for name, scored in theirs.items():
        rate = median([len(part) / took for (part, _), took in zip(bulk, scored.seconds, strict=True)])
        draft = median([s * 1000 for s in longer[name].seconds])
        rows.append(
            {
                "tool": f"{name} {scored.version}",
                "sentences/s": rate,
                "times Hearten": rate / ours["rate"],
                "ms a 150-word draft": draft,
                "times faster": ours["draft"] / draft,
                "n": f"{len(sentences):,}",
            },
        )
    return [table("Beside the peers", BULK, rows)]
