"""Serving: loopback only, a port that is taken, the link that is printed."""

import socket

import pytest

from hearten.web.serve import listen

pytestmark = pytest.mark.integration


def test_only_loopback_is_listened_on():
    listener, taken = listen(0)
    with listener:
        assert (listener.getsockname()[0], taken) == ("127.0.0.1", False)


def test_a_taken_port_gives_a_free_one_and_says_so():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        listener, taken = listen(port)
        with listener:
            assert taken
            assert listener.getsockname()[1] not in (0, port)
