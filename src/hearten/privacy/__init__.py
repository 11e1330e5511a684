"""What must reach a person before any coaching."""

from hearten.privacy.sensitive import find_sensitive

__all__ = ["find_sensitive"]
