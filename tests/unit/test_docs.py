"""The documentation says what the code is: every setting, verb, error, finding and rule, and no link that leads nowhere."""

import doctest
import json
import os
import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

from hearten import Hearten
from hearten.data import load_yaml
from hearten.domain.wire import check_to_wire
from hearten.drafts.findings import rules
from hearten.settings import SETTINGS
from hearten.testing import FakeTagger

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "_ext"))
import repository  # noqa: E402 -- the documentation's own extension
import tables  # noqa: E402

# What git ignores, and tools' own folders.
_NOT_OURS = {".git", ".venv", "__pycache__", "_build", "node_modules", "vendor", "work", "dist", ".hypothesis"}
# Made by a command or a picture of the running pages; a link to it may stand before it does. Off the list once it is there.
COMING: set[str] = set()


def _ours(*endings):
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in _NOT_OURS and not f.endswith("_cache")]
        found += [path for f in files if (path := Path(folder, f)).as_posix().endswith(endings)]
    return sorted(found)


MARKDOWN = _ours(".md")


def _name(path):
    return path.relative_to(ROOT).as_posix()


def _page(name):
    """Give a page of the documentation with what the code says of itself in its place."""
    known = {**tables.PARTS, **{n: repository.shown(n) for n in repository.PAGES}}
    return re.sub(r"```\{hearten\} (\S+)\n```", lambda m: known[m[1]](), (DOCS / name).read_text(encoding="utf-8"))


def _without_code(text):
    return re.sub(r"`[^`\n]+`", "", re.sub(r"^( *)(```|~~~).*?^\1\2", "", text, flags=re.MULTILINE | re.DOTALL))


# The code is in the documentation


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_setting_is_documented(setting):
    page = _page("reference/settings.md")
    assert [part in page for part in (f"## `{setting.name}`", setting.env, setting.help, *setting.choices)] == [True] * (3 + len(setting.choices))


def _options(verb):
    return [o for p in verb.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")]


@pytest.mark.parametrize("name", tables.verbs())
def test_verb_and_its_options_are_documented(name):
    page = _page("reference/cli.md")
    section = page.partition(f"## `hearten {name}`\n")[2].partition("\n## ")[0]
    assert [o for o in _options(tables.verbs()[name]) if not re.search(rf"(?<![\w-]){o}(?![\w-])", section)] == []
    assert f"Usage: hearten {name}" in section


@pytest.mark.parametrize("error", tables.tree(), ids=lambda e: e.code)
def test_error_is_documented(error):
    rows = [line for line in _page("reference/errors.md").splitlines() if line.startswith(f"| `{error.code}` |")]
    assert len(rows) == 1
    assert f"| {error.exit_status} | {error.http_status} |" in rows[0]


def test_error_codes_differ():
    codes = [e.code for e in tables.tree()]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("rule", rules()[0], ids=lambda r: r.id)
def test_finding_is_documented(rule):
    section = _page("reference/findings.md").partition(f"### `{rule.id}`\n")[2].partition("\n### ")[0]
    assert [said for said in (rule.why, rule.next, rule.other) if said not in section] == []


def test_finding_about_the_whole_draft_is_documented():
    assert "### `decision_late`\n" in _page("reference/findings.md")


def _with_rule(table):
    if isinstance(table, dict):
        if "rule" in table:
            yield table
        for value in table.values():
            yield from _with_rule(value)
    elif isinstance(table, list):
        for value in table:
            yield from _with_rule(value)


def test_every_score_rule_is_documented():
    """Walk heard.yaml itself: a section that the page's own list forgets is found."""
    page = _page("reference/rules.md")
    found = list(_with_rule(load_yaml("hearten.drafts", "heard.yaml", "rules")))
    assert len(found) > 20
    assert [row["rule"] for row in found if f"| `{row['rule']}` |" not in page or row["why"] not in page] == []


def test_every_edit_blank_kind_and_route_is_documented():
    page = _page("reference/rules.md")
    edits, blanks, firsts = (load_yaml("hearten.drafts", f"{n}.yaml", "rules")[n] for n in ("edits", "blanks", "first"))
    routes = load_yaml("hearten.privacy", "sensitive.yaml", "rules")["routes"]
    said = [r["why"] for r in edits] + [r["text"] for r in (*blanks, *firsts)] + [r["next"] for r in routes]
    assert [s for s in said if s not in page] == []


def _keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def test_every_name_in_the_json_is_documented():
    draft = "That makes sense. You should just try harder. It is never your fault. The union rep asked me."
    wire = check_to_wire(Hearten(tagger=FakeTagger()).check(draft, reply_to="I am tired of the long hours, what should I do?"))
    assert [name for name in ("findings", "edits", "sensitive") if not wire[name]] == []
    assert wire["reply_to"]["concerns"]
    page = (DOCS / "reference/json.md").read_text(encoding="utf-8")
    assert sorted({k for k in _keys(json.loads(json.dumps(wire))) if f"`{k}`" not in page}) == []


def test_every_dependency_has_its_row():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    page = (DOCS / "explanation/dependencies.md").read_text(encoding="utf-8")
    assert [re.match(r"[\w-]+", n)[0] for n in needed] == re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)
    npm = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert [n for n in npm if f"`{n}`" not in page] == []


# The documentation is in the code


@pytest.mark.parametrize("path", MARKDOWN, ids=_name)
def test_commands_exist(path):
    """Every `hearten verb --option` and `make target` that a page names is there."""
    text = path.read_text(encoding="utf-8")
    wrong = []
    for verb, rest in re.findall(r"(?:^ {4}(?:\$ )?|`)(?:\S*/)?hearten ([a-z]+)\b([^\n`#|]*)", text, re.MULTILINE):
        known = tables.verbs()
        asked = re.findall(r"(?<=\s)--[\w-]+", rest)
        wrong += [f"hearten {verb} {o}".strip() for o in (asked or [""]) if verb not in known or (o and o not in _options(known[verb]))]
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    wrong += [f"make {t}" for t in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", text, re.MULTILINE) if t not in targets]
    assert wrong == []


@pytest.mark.parametrize("path", MARKDOWN, ids=_name)
def test_python_examples_run(path):
    """Run the examples written as a session; those that need the model are written as plain code."""
    blocks = re.findall(r"^```pycon\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    names, runner, parser = {}, doctest.DocTestRunner(verbose=False), doctest.DocTestParser()
    for number, block in enumerate(blocks):
        example = parser.get_doctest(block, names, f"{path.name}:{number}", str(path), 0)
        runner.run(example, clear_globs=False)
        names = example.globs
    assert runner.summarize(verbose=False).failed == 0


def test_there_are_examples_that_run():
    assert ">>> " in (DOCS / "reference/python.md").read_text(encoding="utf-8")


def _slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")


def _anchors(path):
    text = _page(path.relative_to(DOCS)) if path.is_relative_to(DOCS) else path.read_text(encoding="utf-8")
    return {_slug(h) for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("path", MARKDOWN, ids=_name)
def test_links_lead_somewhere(path):
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", _without_code(path.read_text(encoding="utf-8"))):
        if re.match(r"\w+:", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (path.parent / name).resolve() if name else path
        if not (target.exists() or _name(target) in COMING) or (anchor and anchor not in _anchors(target)):
            lost.append(link)
    assert lost == []


def test_what_was_coming_has_not_come():
    """Hold the list of what may be missing short."""
    assert [name for name in sorted(COMING) if (ROOT / name).exists()] == []


def test_every_document_of_the_repository_has_its_page():
    shown = {(DOCS / page).read_text(encoding="utf-8") for page in repository.PAGES.values()}
    assert shown == {f"```{{hearten}} {name}\n```\n" for name in repository.PAGES}
    outside = {_name(p) for p in MARKDOWN if not p.is_relative_to(DOCS)} - {"README.md"}
    assert outside - set(repository.PAGES) - {n for n in outside if n.startswith(("benchmarks/", "tests/"))} == set()


# Nothing of anybody's machine

_HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "index" + "-url"]
_PLACES = [r"(?<![\w.])/(?:root|work|home/\w+|Users/\w+)/", r"\b[A-Z]:\\\\?Users\\"]


_TEXTS = (".md", ".py", ".toml", ".txt", ".yaml", ".json", ".jsonl", ".sh", ".css", ".js", ".html", ".svg", "Makefile", ".ci/run", "NOTICE")


@pytest.mark.parametrize("path", _ours(*_TEXTS), ids=_name)
def test_no_registry_host_and_no_machine_path(path):
    text = path.read_text(encoding="utf-8")
    assert [h for h in _HOSTS if h in text] + [m[0] for p in _PLACES for m in re.finditer(p, text)] == []


def test_the_house_voice_needs_no_exclamation_mark():
    quoted = {"training/corpus/GUIDE.md", "benchmarks/results/README.md"}
    loud = [_name(p) for p in MARKDOWN if _name(p) not in quoted and re.search(r"!(?!\[)", _without_code(p.read_text(encoding="utf-8")))]
    assert loud == []
