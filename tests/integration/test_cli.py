"""The command line as people run it: text in, a reading out, and errors that say what to do."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.integration

DRAFT = "Hi Ana,\n\nIt sounds like the last two weeks have worn you out. You should just try harder. What would help most?\n"
MESSAGE = "I am so tired of the Saturday shifts. Nobody asks, and my pay is wrong again."
CHECK_KEYS = [
    "heard",
    "care",
    "candour",
    "first",
    "kind",
    "sentences",
    "order",
    "findings",
    "edits",
    "blank",
    "blank_at",
    "own_words",
    "reply_to",
    "sensitive",
    "language",
    "notes",
    "model",
]


def hearten(*args, stdin=b"", **env):
    """Run `python -m hearten` with `args`; everything it prints comes back as text."""
    done = subprocess.run(
        [sys.executable, "-m", "hearten", *map(str, args)], input=stdin, capture_output=True, check=False, env={**os.environ, **env}, timeout=300
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def draft(tmp_path):
    """Write a draft to a file."""
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_check_json(draft):
    """`check --json` prints one line of JSON with the keys of the contract, and nothing else."""
    status, out, err = hearten("check", draft, "--json")
    assert (status, err, out.count("\n")) == (0, "", 1)
    found = json.loads(out)
    assert list(found) == CHECK_KEYS
    assert [s["text"] for s in found["sentences"]] == [
        "It sounds like the last two weeks have worn you out.",
        "You should just try harder.",
        "What would help most?",
    ]
    assert [DRAFT[s["start"] : s["end"]] for s in found["sentences"]] == [s["text"] for s in found["sentences"]]
    assert found["reply_to"] is None


def test_check_stdin_and_file_alike(draft):
    """A draft piped in reads like the same draft in a file; - and nothing mean the pipe."""
    by_file = hearten("check", draft, "--json")
    assert hearten("check", "-", "--json", stdin=DRAFT.encode()) == by_file
    assert hearten("check", "--json", stdin=DRAFT.encode()) == by_file


def test_check_reply_to(draft, tmp_path):
    """With the message it answers, the check holds its reading."""
    message = tmp_path / "message.txt"
    message.write_text(MESSAGE, encoding="utf-8")
    status, out, _ = hearten("check", draft, "--reply-to", message, "--json")
    assert (status, json.loads(out)["reply_to"]) == (0, json.loads(hearten("read", message, "--json")[1]))
    assert json.loads(hearten("check", draft, "--reply-to", "-", "--json", stdin=MESSAGE.encode())[1]) == json.loads(out)


def test_check_kind(draft):
    """The kind given is the kind read; an unknown one is refused with those there are."""
    assert json.loads(hearten("check", draft, "--kind", "feedback", "--json")[1])["kind"] == "feedback"
    status, out, err = hearten("check", draft, "--kind", "poem")
    assert (status, out) == (2, "")
    assert "condolence" in err


def test_read_json():
    """`read --json` prints the reading of a message."""
    status, out, err = hearten("read", "--json", stdin=MESSAGE.encode())
    assert (status, err) == (0, "")
    assert list(json.loads(out)) == ["emotions", "stress", "concerns", "stance", "seeks", "masked", "sensitive", "language", "notes", "model"]


@pytest.mark.parametrize("verb", ["check", "read"])
def test_plain_when_piped(verb):
    """Piped output holds no escape code, its lines are whole, and it names the model."""
    status, out, err = hearten(verb, stdin=(DRAFT + "I know that this is a very long line indeed, " * 8).encode(), TERM="xterm-256color")
    assert (status, err) == (0, "")
    assert "\x1b" not in out
    assert out.splitlines()[-1].endswith(", on this machine.")


def test_check_says_one_thing_first():
    """What a person sees begins with the one most useful thing, the same that the JSON holds."""
    out = hearten("check", stdin=DRAFT.encode())[1]
    assert out.splitlines()[0] == json.loads(hearten("check", "--json", stdin=DRAFT.encode())[1])["first"]


def test_crisis_shows_the_human_route():
    """Where somebody may be in danger, the route stands first and no number is shown."""
    status, out, _ = hearten("check", stdin=b"I read it twice. I want to die.", HEARTEN_COUNTRY="US")
    assert (status, "988" in out.splitlines()[0], "Feel-heard" in out) == (0, True, False)


def test_ascii_terminal():
    """A terminal that knows no more than ASCII gets its reading too."""
    text = "You’re always late 🎉 – “why”?".encode()
    status, out, err = hearten("check", "--json", stdin=text, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (status, err, json.loads(out)["sentences"][0]["text"]) == (0, "", "You’re always late 🎉 – “why”?")
    status, out, err = hearten("check", stdin=text, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (status, err) == (0, "")


ERRORS = {
    "empty": (b"", "empty"),
    "blank": (b" \n ", "empty"),
    "marks": (b"...", "empty"),
    "one_word": (b"Thanks", "too_short"),
    "only_quotes": (b"> You never listen to me.", "only_quotes"),
    "pdf": (b"%PDF-1.7 words and words", "binary"),
    "nul": (b"words \x00 words", "binary"),
    "too_long": (b"word " * 20_000, "too_long"),
}


@pytest.mark.parametrize(("raw", "code"), ERRORS.values(), ids=ERRORS)
def test_input_error(raw, code):
    """What cannot be read ends with status 3, nothing on standard output, and a message that says what to do."""
    status, out, err = hearten("check", stdin=raw)
    assert (status, out) == (3, "")
    assert err.startswith("hearten: ")
    assert err.endswith(".\n")
    assert "Traceback" not in err
    status, out, as_json = hearten("check", "--json", stdin=raw)
    assert (status, out, json.loads(as_json)) == (3, "", {"error": {"code": code, "message": err.removeprefix("hearten: ").strip()}})


def test_missing_file(tmp_path):
    """A file that isn't there is named."""
    status, out, err = hearten("check", tmp_path / "no.txt")
    assert (status, out) == (3, "")
    assert err == f"hearten: There is no file {tmp_path / 'no.txt'}. Check its name, or give - and pipe the text in.\n"


def test_folder_for_a_file(tmp_path):
    """A folder is no file, and the message says so."""
    status, out, err = hearten("read", tmp_path)
    assert (status, out, err) == (3, "", f"hearten: {tmp_path} cannot be read: Is a directory.\n")


def test_both_from_standard_input():
    """Draft and message can't both be piped."""
    status, _, err = hearten("check", "-", "--reply-to", "-", stdin=b"I read it.")
    assert (status, err) == (3, "hearten: Draft and message can't both come from standard input. Give one of them as a file.\n")


def test_huge_file(tmp_path):
    """A file far beyond a message is refused by its length."""
    file = tmp_path / "huge.txt"
    file.write_bytes(b"word " * 2_000_000)
    status, out, err = hearten("check", file)
    assert (status, out) == (3, "")
    assert err.startswith("hearten: This has 10,000,000 characters")


def test_utf16_file(tmp_path):
    """A file saved as UTF-16, as Windows' own editor may, is read."""
    file = tmp_path / "draft.txt"
    file.write_bytes(DRAFT.encode("utf-16"))
    assert hearten("check", file, "--json") == hearten("check", "--json", stdin=DRAFT.encode())


def test_setting_error(draft):
    """A bad setting ends with status 4 and says what it may be."""
    status, out, err = hearten("check", draft, HEARTEN_THREADS="none")
    assert (status, out, err) == (4, "", "hearten: environment: threads is 'none'; it must be a whole number.\n")


def test_model_error(draft, tmp_path):
    """A missing model ends with status 5 and says where it was looked for."""
    status, out, err = hearten("check", draft, HEARTEN_MODEL=str(tmp_path / "nowhere"))
    assert (status, out) == (5, "")
    assert str(tmp_path / "nowhere") in err


def test_doctor(tmp_path):
    """`doctor --json` says that all is well, what was looked at, and every setting with its origin."""
    from hearten.settings import SETTINGS

    status, out, err = hearten("doctor", "--json", HEARTEN_COUNTRY="DE", HEARTEN_PORT="0")
    report = json.loads(out)
    assert (status, err, report["ok"]) == (0, "", True)
    assert [p["name"] for p in report["parts"]] == ["hearten", "settings", "reading model", "own folder", "port"]
    assert [row["name"] for row in report["settings"]] == [s.name for s in SETTINGS]
    assert {row["name"]: row["origin"] for row in report["settings"]}["country"] == "environment"
    status, out, _ = hearten("doctor", HEARTEN_MODEL=str(tmp_path))
    assert (status, "FAIL  reading model: " in out) == (5, True)


def test_doctor_bad_settings(tmp_path):
    """With a settings file that cannot be read, doctor still runs and names it."""
    (tmp_path / "settings.toml").write_text("port = \n", encoding="utf-8")
    status, out, _ = hearten("doctor", "--json")
    report = json.loads(out)
    assert (status, report["ok"], [p["name"] for p in report["parts"]]) == (5, False, ["settings"])
    assert str(tmp_path / "settings.toml") in report["parts"][0]["says"]


def test_help_and_version():
    """Help names every verb, and the version is the package's."""
    from hearten import __version__

    assert hearten("--version") == (0, f"hearten {__version__}\n", "")
    status, out, _ = hearten("--help")
    assert status == 0
    assert [verb for verb in ("check", "read", "tag", "doctor", "serve") if verb not in out] == []


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def source(tmp_path):
    """Write 600 lines, more than one batch, with ids of every kind."""
    file = tmp_path / "in.jsonl"
    texts = ["It sounds exhausting.", "You should try harder.", "What happened? I want to know.", "Größe zählt 🎉 doch."]
    rows = [{"id": i if i % 2 else f"m-{i}é", "text": texts[i % 4], "context": MESSAGE if i % 3 == 0 else ""} for i in range(600)]
    file.write_text("".join(json.dumps(row, ensure_ascii=i % 2 == 0) + "\n" for i, row in enumerate(rows)), encoding="utf-8")
    return file


def test_tag(source, tmp_path):
    """Every line comes out once, in order, with its own id and the labels of a sentence."""
    out = tmp_path / "out.jsonl"
    status, printed, err = hearten("tag", source, out, "--json")
    assert (status, json.loads(printed), err) == (0, {"written": 600, "skipped": 0, "broken": []}, "")
    assert [row["id"] for row in lines(out)] == [row["id"] for row in lines(source)]
    assert {tuple(row) for row in lines(out)} == {("id", "moves", "flags", "model")}


def test_tag_employee(source, tmp_path):
    """With --role employee the labels are those of `read`."""
    out = tmp_path / "out.jsonl"
    assert hearten("tag", source, out, "--role", "employee")[::2] == (0, "600 lines tagged.\n")
    assert [row["id"] for row in lines(out)] == [row["id"] for row in lines(source)]
    read_keys = tuple(json.loads(hearten("read", "--json", stdin=MESSAGE.encode())[1]))
    assert {tuple(row) for row in lines(out)} == {("id", *read_keys)}


KILLED = """
import os, sys
from pathlib import Path
from hearten import Hearten
Hearten().tag(Path(sys.argv[1]), Path(sys.argv[2]), "leader", lambda place: os._exit(9))
"""


def test_tag_goes_on(source, tmp_path):
    """A run killed half-way, with its last line torn, goes on; in the end every line is there once, as if never stopped."""
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    assert subprocess.run([sys.executable, "-c", KILLED, source, out], check=False).returncode == 9
    done = len(lines(out))
    assert 0 < done < 600
    with out.open("ab") as file:
        file.write(b'{"id": "m-512\xc3')
    status, printed, _ = hearten("tag", source, out, "--json")
    assert (status, json.loads(printed)) == (0, {"written": 600 - done, "skipped": done, "broken": []})
    hearten("tag", source, whole)
    assert [_read(row) for row in lines(out)] == [_read(row) for row in lines(whole)]
    assert json.loads(hearten("tag", source, out, "--json")[1]) == {"written": 0, "skipped": 600, "broken": []}


def _read(row):
    return row["id"], [x["label"] for x in row["moves"]], [x["label"] for x in row["flags"]]


BROKEN = [
    (b"not json", "not a JSON object"),
    (b'{"id": 1}', 'needs "id" and "text"'),
    (b'{"text": "hello you"}', 'needs "id" and "text"'),
    (b'["a", "b"]', 'needs "id" and "text"'),
    (b'{"id": [1], "text": "hello you"}', '"id" must be a text or a number'),
    (b'{"id": true, "text": "hello you"}', '"id" must be a text or a number'),
    (b'{"id": 2, "text": 7}', 'needs "id" and "text"'),
    (b'{"id": 3, "text": "..."}', '"text" is empty'),
    (b'{"id": 4, "text": "hello you", "context": 7}', '"context" must be a text'),
    (b'{"id": 5, "text": "caf\xe9 is open"}', "not UTF-8 text; save the file as UTF-8"),
]


def test_tag_broken_lines(tmp_path):
    """Each broken line is named with its place and its fault, and every other line is tagged."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = [{"id": f"g{i}", "text": "It sounds exhausting."} for i in range(len(BROKEN))]
    source.write_bytes(b"".join(raw + b"\n" + json.dumps(row).encode() + b"\n\n" for (raw, _), row in zip(BROKEN, good, strict=True)))
    status, printed, err = hearten("tag", source, out, "--json")
    said = err.splitlines()
    assert (status, json.loads(printed)) == (0, {"written": len(good), "skipped": 0, "broken": said})
    assert [row["id"] for row in lines(out)] == [row["id"] for row in good]
    faults = [(f"{source}:{3 * i + 1}: {fault}", line) for i, (line, (_, fault)) in enumerate(zip(said, BROKEN, strict=True))]
    assert [(wanted, line) for wanted, line in faults if not line.startswith(wanted)] == []
    assert hearten("tag", source, tmp_path / "strict.jsonl", "--strict")[0] == 3


def test_tag_byte_mark_and_half_emoji(tmp_path):
    """A byte mark at the head, an escaped half of an emoji and Windows line ends do no harm."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "It sounds hard."}\r\n{"id": "b\\ud83c", "text": "so \\ud83c hard", "context": "\\ud83c"}')
    status, printed, err = hearten("tag", source, out, "--json")
    assert (status, err, json.loads(printed)["written"]) == (0, "", 2)
    assert hearten("tag", source, out, "--json")[1] == '{"written": 0, "skipped": 2, "broken": []}\n'


def test_tag_empty_file(tmp_path):
    """An empty file gives an empty file."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b"")
    assert hearten("tag", source, out) == (0, "", "0 lines tagged.\n")
    assert out.read_bytes() == b""


def test_tag_refuses_other_files(source, tmp_path):
    """It writes over nothing: not the input, not a file of something else, and no input is named."""
    other = tmp_path / "notes.txt"
    other.write_text("My own notes.\n", encoding="utf-8")
    assert hearten("tag", source, source)[::2] == (3, "hearten: Input and output are the same file. Give the output another name.\n")
    assert hearten("tag", source, other)[::2] == (
        3,
        f"hearten: {other} holds something else than tagged lines. Give another output file, or remove it.\n",
    )
    assert other.read_text(encoding="utf-8") == "My own notes.\n"
    assert hearten("tag", tmp_path / "no.jsonl", other)[::2] == (3, f"hearten: There is no file {tmp_path / 'no.jsonl'}.\n")


def test_tag_keeps_notes_without_a_line_end(source, tmp_path):
    """A file of something else, without a line end, is not taken for a torn line and cut away."""
    other = tmp_path / "notes.txt"
    other.write_text("My own notes", encoding="utf-8")
    assert hearten("tag", source, other)[0] == 3
    assert other.read_text(encoding="utf-8") == "My own notes"


def test_tag_adds_to_no_other_table(source, tmp_path):
    """A file of other lines, even with ids, is not gone on with."""
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": 1, "text": "Mine."}\n', encoding="utf-8")
    assert hearten("tag", source, other)[0] == 3
    assert other.read_text(encoding="utf-8") == '{"id": 1, "text": "Mine."}\n'
