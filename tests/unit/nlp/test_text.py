"""What people paste, pipe or name as a file becomes text, or a message that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten.errors import BinaryInput, EmptyText, InputError, TooLong
from hearten.nlp import to_text

pytestmark = pytest.mark.unit

LONGEST = 1_000
SAID = "Größe zählt – “naïve” 🎉"

TEXTS = {
    "text": (SAID, SAID),
    "utf8": (SAID.encode(), SAID),
    "utf8_mark": (SAID.encode("utf-8-sig"), SAID),
    "utf16": (SAID.encode("utf-16"), SAID),
    "utf16_little": (b"\xff\xfe" + SAID.encode("utf-16-le"), SAID),
    "utf16_big": (b"\xfe\xff" + SAID.encode("utf-16-be"), SAID),
    "utf16_cut": ("ab".encode("utf-16")[:-1], "a\ufffd"),
    "utf32": ("Hello you".encode("utf-32"), "Hello you"),
    "windows": ("Größe – “naïve” €5".encode("cp1252"), "Größe – “naïve” €5"),
    "latin": ("Café déjà vu".encode("latin-1"), "Café déjà vu"),
    "windows_hole": (b"Caf\xe9 \x81 ok", "Café \ufffd ok"),
    "line_ends": (b"one\r\ntwo\rthree", "one\r\ntwo\rthree"),
    "mark_inside": ("one\ufefftwo".encode(), "onetwo"),
    "mark_in_text_keeps_offsets": ("\ufeffone", "\ufeffone"),
    "half_emoji": ("so \ud83c sad", "so \ufffd sad"),
    "half_emoji_offsets": ("\udf89a\ud83cb", "\ufffda\ufffdb"),
    "control": ("a\x07b", "a\x07b"),
    "one_letter": ("a", "a"),
    "one_digit": ("7", "7"),
    "chinese": ("累".encode(), "累"),
    "longest": ("a" * LONGEST, "a" * LONGEST),
}


@pytest.mark.parametrize(("raw", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(raw, expected):
    """The words come out as they were written."""
    assert to_text(raw, LONGEST) == expected


REFUSED = {
    "empty": ("", EmptyText),
    "empty_bytes": (b"", EmptyText),
    "blank": (" \n\t ", EmptyText),
    "marks_only": ("... !?", EmptyText),
    "emoji_only": ("🎉🎉", EmptyText),
    "zero_width_only": ("\u200b\u200d\ufeff", EmptyText),
    "byte_mark_only": (b"\xef\xbb\xbf", EmptyText),
    "utf16_mark_only": (b"\xff\xfe", EmptyText),
    "half_emoji_only": ("\ud83c", EmptyText),
    "pdf": (b"%PDF-1.7 words words", BinaryInput),
    "zip": (b"PK\x03\x04 words", BinaryInput),
    "png": (b"\x89PNG\r\n\x1a\n words", BinaryInput),
    "jpeg": (b"\xff\xd8\xff\xe0 words", BinaryInput),
    "gif": (b"GIF89a words", BinaryInput),
    "old_word": (b"\xd0\xcf\x11\xe0 words", BinaryInput),
    "rtf": (b"{\\rtf1 words}", BinaryInput),
    "gzip": (b"\x1f\x8b words", BinaryInput),
    "nul": (b"words \x00 words", BinaryInput),
    "nul_in_text": ("words \x00 words", BinaryInput),
    "utf16_without_mark": ("words".encode("utf-16-le"), BinaryInput),
    "noise": (bytes(range(1, 32)) * 4 + b"\xff\xfe\xfd ab", BinaryInput),
    "too_long": ("a" * (LONGEST + 1), TooLong),
    "too_long_bytes": (b"a" * (LONGEST + 1), TooLong),
}


@pytest.mark.parametrize(("raw", "error"), REFUSED.values(), ids=REFUSED)
def test_refused(raw, error):
    """What is no message is refused with the error that says what to do."""
    with pytest.raises(InputError) as caught:
        to_text(raw, LONGEST)
    assert type(caught.value) is error


def test_too_long_says_how_long():
    """The message names the length, what may be, and the setting that changes it."""
    with pytest.raises(TooLong) as caught:
        to_text("word " * 14_400, 60_000)
    assert str(caught.value) == (
        "This has 72,000 characters, about 12,000 words; up to 60,000 characters are read at once. "
        "Check one part of it at a time, or raise the setting longest_draft."
    )


@given(st.text())
def test_any_text(text):
    """A text keeps its length and every character but halves of an emoji, so that offsets stay true."""
    try:
        found = to_text(text, LONGEST)
    except InputError:
        return
    assert len(found) == len(text)
    assert all(a == b or ("\ud800" <= a <= "\udfff" and b == "\ufffd") for a, b in zip(text, found, strict=True))
    assert found.encode("utf-8").decode() == found


@given(st.binary(max_size=400))
def test_any_bytes(raw):
    """Any bytes give a printable text or an error that says what to do."""
    try:
        found = to_text(raw, LONGEST)
    except (EmptyText, BinaryInput):
        return
    assert found.encode("utf-8").decode() == found
    assert "\x00" not in found
