"""A real server in a thread, a real browser, and a page that fails its test on any console error."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator

import pytest
import uvicorn

from hearten import Hearten
from hearten.testing import FakeTagger
from hearten.web import create_app
from hearten.web.serve import listen

KEY = "the-token"
# Told to the console, where the page fixture finds it.
_WATCH = "document.addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))"


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright isn't installed: pip install playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium on this machine; install the package chromium to run the browser tests")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server with the fake tagger, listening on a port of its own."""
    listener, _ = listen(0)
    app = create_app(Hearten(tagger=FakeTagger()), KEY)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture
def open_page(browser, server) -> Iterator[Callable]:
    """Open a page that is already inside; anything it says in error fails the test, but for what `expected` matches."""
    contexts, said = [], []

    def open_one(path: str = "/", *, inside: bool = True, expected: str = r"$^", **options):
        options = {"viewport": {"width": 1280, "height": 900}, **options}
        context = browser.new_context(base_url=server, **options)
        context.set_default_timeout(10_000)
        context.add_init_script(_WATCH)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") and not re.search(expected, m.text) else None)
        page.on("pageerror", lambda e: said.append(str(e)))
        if inside:
            page.goto(f"/?token={KEY}")
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert said == []
