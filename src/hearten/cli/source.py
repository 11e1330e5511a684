"""Where a verb's text comes from: a file, or - for standard input."""

import json
import sys
from pathlib import Path
from typing import Any

from hearten.errors import EmptyText, InputError, MissingFile


def take(name: str) -> bytes:
    """Read the bytes of the file `name`, or of standard input for "-".

    Raises:
        MissingFile: no such file.
        InputError: it's a folder, or may not be read.
        EmptyText: "-" with nothing piped in.
    """
    if name == "-":
        if sys.stdin.isatty():
            sys.stderr.write("Type or paste the text, then press Ctrl-D on a line of its own.\n")
        raw = sys.stdin.buffer.read()
        if not raw.strip():
            raise EmptyText
        return raw
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise MissingFile(f"There is no file {name}. Check its name, or give - and pipe the text in.") from None
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from None


def put_json(value: Any) -> None:
    """Print `value` as JSON, whatever the terminal's encoding."""
    text = json.dumps(value, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
