"""Small repairs to text that every layer needs alike, one character for one, so that offsets stay true."""

_STRAIGHT = str.maketrans("\u2019\u2018\u02bc\u00b4`\u201c\u201d\u00a0", "'''''\"\" ")


def straight(text: str) -> str:
    """Straighten apostrophes and quotation marks, whatever keyboard or program bent them."""
    return text.translate(_STRAIGHT)


def whole(text: str) -> str:
    """Replace lone surrogates (half an emoji, cut by some clipboard): they can be neither tokenised nor printed."""
    return text if text.isascii() else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
