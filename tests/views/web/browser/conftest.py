"""A real browser on the room: Debian's chromium, example documents and documents that mean harm.

The quick tests walk a room of few documents that answers from this process; the campaign walks `dragoman serve` on all of them. Both are
closed after the last test of this folder, since Playwright's event loop would stand in the way of others.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from doubtful_documents import doubtful_documents
from hostile_documents import hostile_documents
from room_pages import addresses
from watched_page import Watched

from dragoman.reading.reader import Reader
from dragoman.record.record import Record
from dragoman.views.example_documents import record_documents
from dragoman.views.web.application import make_application
from dragoman.views.web.listening import address_of, listen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
WAIT = 20_000


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; tests are skipped where there is none, or no playwright."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright: python -m pip install playwright")
    if not Path(CHROMIUM).exists():
        pytest.skip("no browser: apt-get install chromium, or name one in DRAGOMAN_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@contextmanager
def answering(record: Path) -> Iterator[str]:
    """A room that this process answers for, at its address without a last slash."""
    with listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(uvicorn.Config(make_application(record), log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        try:
            yield address_of("127.0.0.1", listening.getsockname()[1]).rstrip("/")
        finally:
            server.should_exit = True
            thread.join(20)


@pytest.fixture(scope="package")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory, small_record: Path, reader: Reader) -> Iterator[str]:
    """The room on the small record, harmful documents and doubtful ones: its address without a last slash."""
    file = tmp_path_factory.mktemp("browser") / "few.record"
    shutil.copy(small_record, file)
    with Record.open(file) as record:
        record.file(reader.pipe([*hostile_documents(), *doubtful_documents()]))
    with answering(file) as address:
        yield address


@pytest.fixture(scope="package")
def whole(browser: Browser, tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    """`dragoman serve` on all example documents and harmful ones: its address without a last slash."""
    file = tmp_path_factory.mktemp("browser") / "example.record"
    with Record.open(file) as record:
        record.file(reader.pipe([*record_documents(), *hostile_documents()]))
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(file), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+", said)
            assert found, said
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield found[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="package")
def pages(served: str) -> dict[str, str]:
    """Every page of the room by name, its address without the machine."""
    return addresses(served)


@pytest.fixture
def context_of(browser: Browser, served: str) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh profile in English, closed at the end; keywords are Playwright's (viewport, color_scheme)."""
    opened: list[BrowserContext] = []

    def make(**chosen: Any) -> BrowserContext:
        opened.append(browser.new_context(**{"base_url": served, "locale": "en-GB", **chosen}))
        opened[-1].set_default_timeout(WAIT)
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def watched(context_of: Callable[..., BrowserContext]) -> Iterator[Watched]:
    """A page of a fresh profile; at the end it must have made no error and asked no other machine."""
    made = Watched(context_of().new_page())
    yield made
    assert made.errors == []
    assert made.outside == []


@pytest.fixture
def page(watched: Watched) -> Page:
    """The page that is watched."""
    return watched.page
