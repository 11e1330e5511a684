"""The pages of Hearten, served to this machine only."""

from hearten.web.app import create_app
from hearten.web.serve import serve

__all__ = ["create_app", "serve"]
