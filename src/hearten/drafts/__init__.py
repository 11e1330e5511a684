"""Drafts: check what you are about to send, and read what they wrote."""

from hearten.drafts.check import check
from hearten.drafts.context import KINDS
from hearten.drafts.read import read

__all__ = ["KINDS", "check", "read"]
