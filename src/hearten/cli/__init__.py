"""The command line: one verb a file; parse, call the app, render."""

from hearten.cli.main import main

__all__ = ["main"]
