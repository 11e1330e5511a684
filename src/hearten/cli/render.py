"""What a person sees of a reading in a terminal; plain lines when piped."""

from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hearten.domain import Check, Finding, Read, Sensitive

MARK = {"hard": ("~", "underline yellow"), "well": ("=", "underline cyan")}
PART = {"feeling": "feeling", "inquiry": "question", "permission": "offer", "advice": "advice", "facts": "facts", "none": "·"}
STRESS = ("none to see", "some", "high")
SEEKS = {
    "heard": "to be heard",
    "advice": "advice",
    "decision": "a decision or an act",
    "information": "to know something",
    "nothing": "nothing in particular",
}
SHOWN = 4


def _console(out: TextIO) -> Console:
    # Piped output keeps its lines whole, for grep and diff.
    wide = None if out.isatty() else 10_000
    return Console(file=out, highlight=False, width=wide, soft_wrap=wide is not None)


def show_check(check: Check, out: TextIO) -> None:
    """Print a check: the one thing first, then the draft with its marks, then why."""
    console = _console(out)
    console.print(Text(check.first, style="bold"))
    console.print()
    for note in check.notes:
        if note != check.first:
            console.print(Text(note))
    if check.reply_to:
        console.print(Text("They wrote: " + _expresses(check.reply_to), style="dim"))
        console.print()
    _sensitive(console, (*(check.reply_to.sensitive if check.reply_to else ()), *check.sensitive))
    if check.heard.score is None:
        console.print(Text(f"Read by {check.model}, on this machine.", style="dim"))
        return
    _sentences(console, check)
    for title, tone in (("What may land well", "well"), ("What may land hard", "hard")):
        rows = [f for f in check.findings if f.tone == tone]
        if rows:
            console.print()
            console.print(Text(title, style="bold"))
            _findings(console, rows)
    if check.edits:
        console.print()
        console.print(Text("Small changes you could make", style="bold"))
        for edit in check.edits:
            put = f"→ {edit.text}" if edit.text else "→ leave out"
            console.print(Padding(Text(f"{put}   {edit.why}"), (0, 0, 0, 2), expand=False))
    if check.blank:
        console.print()
        console.print(Text("Only you can fill this", style="bold"))
        console.print(Padding(Text(check.blank), (0, 0, 0, 2), expand=False))
    _small(console, check)


def _sentences(console: Console, check: Check) -> None:
    """Print the draft a sentence a line: its mark, what the reader meets, the words."""
    for sentence in check.sentences:
        here = [f for f in check.findings if f.start == sentence.start]
        tone = "hard" if any(f.tone == "hard" for f in here) else "well" if here else None
        part = PART[check.order.parts[sentence.index]]
        mark, style = MARK[tone] if tone else (" ", "")
        line = Text(f"{mark} {part:<9}")
        line.append(" ".join(sentence.text.split()), style=style)
        console.print(line)


def _findings(console: Console, rows: list[Finding]) -> None:
    seen: dict[str, list[Finding]] = {}
    for row in rows:
        seen.setdefault(row.id, []).append(row)
    for group in seen.values():
        for row in group[:SHOWN]:
            console.print(Padding(Text(f"“{' '.join(row.text.split())}”", style="italic"), (0, 0, 0, 2), expand=False))
        console.print(Padding(Text(f"{group[0].why} {group[0].next}"), (0, 0, 0, 4), expand=False))


def _small(console: Console, check: Check) -> None:
    """Numbers last, small, each beside the words that made it."""
    console.print()
    console.print(Text(f"Feel-heard reading {check.heard.score} of 100, from a base of 40:", style="dim"))
    for point in check.heard.points:
        where = ", ".join(str(i + 1) for i in point.sentences)
        console.print(Padding(Text(f"{point.points:+d}  {point.why} (sentence {where})", style="dim"), (0, 0, 0, 2), expand=False))
    console.print(Text(f"Care {check.care:.2f}, candour {check.candour:.2f} (of the draft, not of you). Kind: {check.kind}.", style="dim"))
    console.print(Text(f"Read by {check.model}, on this machine.", style="dim"))


def show_read(read: Read, out: TextIO) -> None:
    """Print what a message expresses and seeks."""
    console = _console(out)
    _sensitive(console, read.sensitive)
    for note in read.notes:
        console.print(Text(note))
    if read.emotions:
        console.print(Text(_expresses(read)))
        console.print(Text(f"Stress: {STRESS[int(read.stress.label)]}. It reads as: {read.stance}.", style="dim"))
    console.print(Text(f"A hypothesis, not a verdict: the surest way to know is to ask. Read by {read.model}, on this machine.", style="dim"))


def _expresses(read: Read) -> str:
    if not read.emotions:
        return "not read (see the note)."
    feelings = ", ".join(e.label for e in read.emotions)
    about = ", ".join(c.label.replace("_", " ") for c in read.concerns)
    masked = " There may be distress behind the light words." if read.masked else ""
    return f"may express {feelings}{f', about {about}' if about else ''}; seems to seek {SEEKS[read.seeks]}.{masked}"


def _sensitive(console: Console, found: tuple[Sensitive, ...]) -> None:
    for item in found:
        console.print(Text(f"{'STOP  ' if item.stop else ''}{item.why} “{item.text}”", style="bold"))
        console.print(Padding(Text(item.next), (0, 0, 0, 2), expand=False))
        console.print()
