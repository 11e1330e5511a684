"""The words of the product: what is read, what is found, and the evidence for it. No I/O, no frameworks."""

from hearten.domain.draft import Check, Edit, Heard, Order, OwnWords, Point, Sentence
from hearten.domain.finding import Finding, Label, Span
from hearten.domain.message import Read, Sensitive

__all__ = [
    "Check",
    "Edit",
    "Finding",
    "Heard",
    "Label",
    "Order",
    "OwnWords",
    "Point",
    "Read",
    "Sensitive",
    "Sentence",
    "Span",
]
