"""Writes the parts of the reference that describe the code, from the code: Markdown in, nothing kept by hand."""

from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from hearten import errors, settings
from hearten.cli.main import app
from hearten.data import load_yaml
from hearten.drafts import KINDS


def _rule(name: str) -> Any:
    return load_yaml("hearten.drafts", name, "rules")


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _rows(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(c) for c in row) + " |" for row in lines)


def _may_be(setting: settings.Setting) -> str:
    if setting.choices:
        return ", ".join(f"`{c}`" for c in setting.choices)
    limits = f", {setting.least} to {setting.most}" if setting.least is not None else ""
    return settings.TYPE_NAMES[setting.kind] + limits


def _default(setting: settings.Setting) -> str:
    # Folders depend on the machine that builds the pages; words serve everyone.
    folders = {"home": "your system's folder for application data", "model": "the model inside the package"}
    return folders.get(setting.name) or (f"`{setting.default}`" if setting.default != "" else "empty")


def settings_table() -> str:
    """Describe every setting."""
    return "\n\n".join(
        f"## `{s.name}`\n\n{s.help}\n\n- May be: {_may_be(s)}\n- Default: {_default(s)}\n- Environment: `{s.env}`" for s in settings.SETTINGS
    )


def countries_table() -> str:
    """List the countries whose help lines are known, and what is shown."""
    lines = load_yaml("hearten.privacy", "help.yaml", "rules")["countries"]
    return _rows(("`country`", "what is shown"), [("any other" if c == "*" else f"`{c}`", text) for c, text in lines.items()])


def tree(root: type[errors.HeartenError] = errors.HeartenError) -> list[type[errors.HeartenError]]:
    """List the error classes, parents first."""
    return [root, *(found for child in root.__subclasses__() for found in tree(child))]


def _error(error: type[errors.HeartenError]) -> tuple[object, ...]:
    name = f"{{py:class}}`{error.__name__} <hearten.errors.{error.__name__}>`"
    return f"`{error.code}`", (error.__doc__ or "").strip(), error.exit_status, error.http_status, name


def errors_table() -> str:
    """Describe every error: code, message, exit status, HTTP status, class."""
    return _rows(("code", "what it says", "exit", "HTTP", "class"), [_error(e) for e in tree()])


def _when(row: dict[str, Any]) -> str:
    parts = [f"the reading finds `{name}`" for name in (*row.get("moves", []), *row.get("flags", []))]
    if row.get("patterns"):
        parts.append("a written pattern matches")
    text = " or ".join(parts)
    limits = []
    if row.get("hard"):
        limits.append("in hard messages only")
    if row.get("kinds"):
        limits.append(f"only in these kinds: {', '.join(row['kinds'])}")
    if row.get("unless_solicited"):
        limits.append("not where they asked for advice")
    if row.get("skip_if_raised"):
        limits.append("not where their message raised it")
    return text + (f"; {', '.join(limits)}" if limits else "")


def decision_late() -> dict[str, Any]:
    """Describe the one finding about the whole draft."""
    row: dict[str, Any] = _rule("findings.yaml")["context"]["decision_late"]
    return {**row, "when": f"in a {' or a '.join(row['kinds'])}, the sentence that carries the decision comes after {row['after']} others"}


def findings_table() -> str:
    """Describe every finding: when it is made and everything it says."""
    table = [*_rule("findings.yaml")["findings"], decision_late()]
    parts = []
    for tone, title in (("hard", "What may land hard"), ("well", "What may land well")):
        parts.append(f"## {title}")
        for row in table:
            if row["tone"] == tone:
                when = row.get("when") or _when(row)
                parts.append(f"### `{row['id']}`")
                parts.append(
                    f"When\n: {when[0].upper()}{when[1:]}.\n\nWhy\n: {row['why']}\n\nNext\n: {row['next']}\n\nAnother reading\n: {row['other']}"
                )
    return "\n\n".join(parts)


def _points(row: dict[str, Any]) -> tuple[str, str, str, str]:
    most = f", up to {row['most']}" if row.get("most", 1) > 1 else ""
    each = f"{row.get('each', row.get('points')):+d}{' each' if most else ''}{most}"
    findings = row.get("findings", ["advice_unsol"] if row["rule"].startswith("advice") else [])
    return f"`{row['rule']}`", each.replace("-", "−"), row["why"], ", ".join(f"`{f}`" for f in findings) or "the whole draft"


def score_rows() -> list[dict[str, Any]]:
    """List every rule of the feel-heard reading, from heard.yaml."""
    table = _rule("heard.yaml")
    single = [table[name] for name in ("self_disclosure", "questions", "order", "fog")]
    return [*table["gains"], *table["losses"], table["acts"], table["advice"]["first"], table["advice"]["further"], *single, *table["reply"].values()]


def score_table() -> str:
    """Describe every point of the feel-heard reading."""
    table = _rule("heard.yaml")
    cancels = ", ".join(f"`{c}`" for c in _rule("findings.yaml")["context"]["cancels"])
    return (
        f"Version {table['version']}. The base is **{table['base']}**; the sum is clipped to 0 to 100. A sentence that also carries one of "
        f"{cancels} gains nothing. A reading counts in full from a confidence of {table['sureness']['to']}; a doubtful one counts less, "
        f"down to {table['sureness']['least']} of its points.\n\n" + _rows(("rule", "points", "why", "rests on"), [_points(r) for r in score_rows()])
    )


def care_table() -> str:
    """Describe what moves care and candour."""
    table = _rule("heard.yaml")
    rows = []
    for name in ("care", "candour"):
        side = table[name]
        rows.append((name, f"base {side['base']}", ""))
        rows += [(name, f"`{k}`", f"+{v}") for k, v in side["up"].items()]
        rows += [(name, f"`{k}`", f"−{v}") for k, v in side["down"].items()]
    return _rows(("reading", "from", "moves it by"), rows)


def first_table() -> str:
    """List what may be said first, in the order in which it is looked for."""
    rows = []
    for number, row in enumerate(_rule("first.yaml")["first"], 1):
        if "finding" in row or "point" in row:
            when = f"`{row.get('finding') or row.get('point')}`"
        elif row.get("doubtful"):
            when = "only findings less sure than that, which may land hard"
        elif row.get("kind_hard"):
            when = "a hard message"
        elif row.get("always"):
            when = "nothing above"
        else:
            when = "no " + ", ".join(f"`{m}`" for m in row["lacks"]) + (", and they wrote" if row.get("reply") else "")
            when += " with a feeling" if row.get("reply") == "feeling" else ""
        rows.append((number, when, row["text"]))
    return _rows(("", "when", "what is said"), rows)


def edits_table() -> str:
    """List the small changes that may be offered."""
    rows = [(f"“{row['put'].strip()}”" if row["put"] else "leave it out", row["why"]) for row in _rule("edits.yaml")["edits"]]
    return _rows(("what may be put there", "why"), rows)


def blanks_table() -> str:
    """List the blanks only the leader can fill."""
    return _rows(("id", "blank"), [(f"`{r['id']}`", r["text"]) for r in _rule("blanks.yaml")["blanks"]])


def kinds_table() -> str:
    """List the kinds of message."""
    hard = {row["id"]: row["hard"] for row in _rule("kinds.yaml")["kinds"]}
    rows = [(f"`{k}`", "as the text shows" if k == "auto" else "yes" if hard.get(k) else "only where the text shows it") for k in KINDS]
    return _rows(("kind", "hard-message rules"), rows)


def routes_table() -> str:
    """List the topics that need a person first."""
    routes = load_yaml("hearten.privacy", "sensitive.yaml", "rules")["routes"]
    return _rows(("route", "stops the reading", "why", "next"), [(f"`{r['id']}`", "yes" if r["stop"] else "no", r["why"], r["next"]) for r in routes])


def labels_table() -> str:
    """List the heads of the reading model and their labels."""
    table = load_yaml("hearten.nlp", "labels.yaml")
    kinds = {"multi": "any number", "one": "exactly one", "level": "a level"}
    return _rows(("head", "gives", "labels"), [(f"`{h}`", kinds[s["kind"]], ", ".join(f"`{x}`" for x in s["labels"])) for h, s in table.items()])


def verbs() -> dict[str, Any]:
    """Give the command line's verbs, as Typer builds them."""
    commands: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
    return commands


def cli_table() -> str:
    """Give every verb's help as it is printed."""
    parts = []
    for name in ("", *verbs()):
        asked = CliRunner().invoke(app, [name, "--help"] if name else ["--help"], prog_name="hearten", env={"COLUMNS": "88", "TERMINAL_WIDTH": "88"})
        parts.append(f"## `hearten{' ' if name else ''}{name}`\n\n```text\n{asked.output.rstrip()}\n```")
    return "\n\n".join(parts)


# What a page may ask for: {hearten} settings
PARTS = {
    "settings": settings_table, "countries": countries_table, "errors": errors_table, "findings": findings_table, "score": score_table,
    "care": care_table, "first": first_table, "edits": edits_table, "blanks": blanks_table, "kinds": kinds_table, "routes": routes_table,
    "labels": labels_table, "cli": cli_table,
}  # fmt: skip
