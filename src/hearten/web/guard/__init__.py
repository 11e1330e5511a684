"""What stands between the network and the pages: plain ASGI, one guard a file."""

from hearten.web.guard.door import Door
from hearten.web.guard.faults import CatchAll
from hearten.web.guard.headers import SecurityHeaders
from hearten.web.guard.limit import BodyLimit
from hearten.web.guard.origin import OriginCheck

__all__ = ["BodyLimit", "CatchAll", "Door", "OriginCheck", "SecurityHeaders"]
