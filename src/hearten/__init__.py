"""Hearten helps people who lead others do it with more heart.

>>> from hearten import Hearten
>>> hearten = Hearten()
>>> reading = hearten.check("You should just try harder.")
>>> reading.findings[0].id
'judge'
"""

from typing import TYPE_CHECKING, Any

__all__ = ["Hearten", "__version__"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from hearten.app import Hearten


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: `import hearten` stays fast for those who want only a part.
    if name == "Hearten":
        from hearten.app import Hearten  # noqa: PLC0415 -- lazy face of the package

        return Hearten
    message = f"module 'hearten' has no attribute {name!r}"
    raise AttributeError(message)
