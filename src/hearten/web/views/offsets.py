"""Offsets as a browser counts them: in UTF-16 units, where an emoji takes two."""

from collections.abc import Callable

_WIDE = 0xFFFF


def to_browser(text: str) -> Callable[[int], int]:
    """Give a function from an offset in `text` to the browser's offset."""
    wide = [i for i, c in enumerate(text) if ord(c) > _WIDE]
    if not wide:
        return lambda offset: offset
    return lambda offset: offset + sum(1 for i in wide if i < offset)
