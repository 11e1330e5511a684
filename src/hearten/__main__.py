"""Lets `python -m hearten` do what `hearten` does."""

from hearten.cli import main

main()
