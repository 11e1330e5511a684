"""One tree of errors. Each says what happened and what to do next, and has a stable code.

::

    HeartenError
    ├── InputError             the text or file given cannot be used      exit 3
    │   ├── EmptyText          nothing to read
    │   ├── OnlyQuotes         nothing but quoted text
    │   ├── TooShort           one word says too little
    │   ├── TooLong            more than a person would read
    │   ├── BinaryInput        not text
    │   ├── BrokenLine         a line of a bulk file
    │   └── MissingFile        no such file
    ├── SettingError           a setting has a value that cannot be used  exit 4
    └── ModelError             the reading model is missing or broken     exit 5

A subclass's docstring is its default message. Code, exit status and HTTP status come from the class,
so that every face reports the same error alike.
"""

from typing import ClassVar


class HeartenError(Exception):
    """Something went wrong that Hearten did not foresee. Run `hearten doctor` and report what it prints."""

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message: str | None = None) -> None:
        """Take `message`, else the class's own docstring."""
        super().__init__(message or (self.__doc__ or "").strip())

    def as_dict(self) -> dict[str, str]:
        """Give the error as every face shows it: a stable code and a message."""
        return {"code": self.code, "message": str(self)}


class InputError(HeartenError):
    """This input cannot be read. Give plain text."""

    code = "input"
    exit_status = 3
    http_status = 422


class EmptyText(InputError):
    """There is nothing to read yet. Paste or type what you would send."""

    code = "empty"


class OnlyQuotes(InputError):
    """This holds only quoted text, none of your own words. Add what you would say, and it will be read."""

    code = "only_quotes"


class TooShort(InputError):
    """One word says too little to tell how it lands. Write at least a short sentence."""

    code = "too_short"


class TooLong(InputError):
    """This is longer than a message people read. Check one part of it at a time."""

    code = "too_long"
    http_status = 413


class BinaryInput(InputError):
    """This is not text: it looks like a document or picture file. Copy the words out of it and paste those."""

    code = "binary"
    http_status = 415


class BrokenLine(InputError):
    """A line of the file cannot be read. The message names the line; the other lines were read."""

    code = "broken_line"


class MissingFile(InputError):
    """There is no such file. Check its name, or give - and pipe the text in."""

    code = "missing_file"
    http_status = 404


class SettingError(HeartenError):
    """A setting has a value that cannot be used. `hearten doctor` lists the settings and what each may be."""

    code = "setting"
    exit_status = 4


class ModelError(HeartenError):
    """The reading model is missing or broken. Install Hearten again, or point the setting `model` at a whole model folder."""

    code = "model"
    exit_status = 5
    http_status = 503
