"""An app with the public fake tagger, and a browser stand-in that is already inside."""

import pytest
from fastapi.testclient import TestClient

from hearten import Hearten
from hearten.testing import FakeTagger
from hearten.web import create_app

BASE = "http://127.0.0.1:8765"


@pytest.fixture
def hearten() -> Hearten:
    return Hearten(tagger=FakeTagger())


@pytest.fixture
def outside(hearten: Hearten) -> TestClient:
    """A browser that has no key yet; it sends what a browser's own page would send."""
    return TestClient(create_app(hearten, "the-token"), base_url=BASE, headers={"Origin": BASE, "Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def inside(outside: TestClient) -> TestClient:
    """A browser that came in with the token."""
    assert outside.get("/?token=the-token").url == f"{BASE}/"
    return outside
