"""Turns what people paste, pipe or name as a file into text, or says why it cannot."""

import codecs

from hearten.domain.text import whole
from hearten.errors import BinaryInput, EmptyText, TooLong

# The first bytes of files people take for text: PDF, zip (docx, xlsx), images, old Office.
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def to_text(raw: bytes | str, longest: int) -> str:
    """Decode `raw` (UTF-8, UTF-16 with a mark, else Windows-1252) and refuse what is not a message.

    Args:
        raw: a text, or the bytes of a file.
        longest: the most characters to read.

    Raises:
        EmptyText: nothing but blank space.
        BinaryInput: not text.
        TooLong: more than `longest` characters.
    """
    text = raw if isinstance(raw, str) else _decode(raw)
    # Characters that print nothing and come with pasted text would count as words.
    text = text.replace("\x00", "").replace("\ufeff", "") if isinstance(raw, bytes) else text
    if isinstance(raw, str) and "\x00" in raw:
        raise BinaryInput
    text = whole(text)
    if not any(c.isalnum() for c in text):
        raise EmptyText
    if len(text) > longest:
        raise TooLong(
            f"This has {len(text):,} characters, about {max(1, len(text) // 6000) * 1000:,} words; up to {longest:,} characters are read at once. "
            "Check one part of it at a time, or raise the setting longest_draft.",
        )
    return text


def _decode(raw: bytes) -> str:
    if raw.startswith(_MAGIC):
        raise BinaryInput
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw.decode(name, errors="replace")
    if b"\x00" in raw[:4096]:
        raise BinaryInput
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    odd = sum(not (c.isprintable() or c in "\r\n\t") for c in text[:4096])
    if odd > len(text[:4096]) * 0.05:
        raise BinaryInput
    return text
