"""The tree of errors: drawn as it is, with stable codes and messages that say what to do."""

import re

import pytest

from hearten import errors

pytestmark = pytest.mark.unit


def _all(cls):
    return [cls, *(deeper for sub in cls.__subclasses__() for deeper in _all(sub))]


CLASSES = [cls for cls in _all(errors.HeartenError) if cls.__module__ == "hearten.errors"]


def test_tree_is_drawn_as_it_is():
    """The tree in the module's docstring holds every class, under the class it comes from."""
    drawn, above = {}, {}
    for line in errors.__doc__.splitlines():
        found = re.match(r"    ([│ ├└─]*)(\w+)", line)
        if found:
            depth = len(found.group(1)) // 4
            above[depth] = found.group(2)
            drawn[found.group(2)] = above.get(depth - 1)
    assert drawn == {cls.__name__: None if cls is errors.HeartenError else cls.__base__.__name__ for cls in CLASSES}


def test_codes():
    """Every class has a code of its own, in small letters."""
    codes = [cls.__dict__["code"] for cls in CLASSES]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[a-z_]+", code)] == []


def test_exit_statuses():
    """The exit status tells whose turn it is: 3 the input's, 4 a setting's, 5 the model's; the docstring says so."""
    roots = {errors.InputError: 3, errors.SettingError: 4, errors.ModelError: 5}
    assert {cls: cls.exit_status for cls in roots} == roots
    assert [cls for cls in CLASSES if issubclass(cls, errors.InputError) and cls.exit_status != 3] == []
    assert [int(n) for n in re.findall(r"exit (\d)", errors.__doc__)] == [3, 4, 5]


@pytest.mark.parametrize("cls", CLASSES)
def test_docstring_is_the_message(cls):
    """Without another message an error says its docstring: whole sentences that say what happened and what to do."""
    error = cls()
    assert str(error) == cls.__doc__
    assert re.fullmatch(r"[A-Z].+[.!]", str(error))
    assert len(re.findall(r"[.,:] ", str(error))) >= 1
    assert error.as_dict() == {"code": cls.code, "message": cls.__doc__}


@pytest.mark.parametrize("cls", CLASSES)
def test_own_message(cls):
    """A message that names the case takes the docstring's place."""
    assert cls("This one.").as_dict() == {"code": cls.code, "message": "This one."}


@pytest.mark.parametrize("cls", CLASSES)
def test_http_status(cls):
    """A fault of the input is the sender's (4xx), every other is ours (5xx)."""
    assert cls.http_status // 100 == (4 if issubclass(cls, errors.InputError) else 5)
