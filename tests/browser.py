"""A real browser for the tests: Debian's Chromium, one per session, one context per test.

A folder's conftest imports the fixtures it needs; then a test asks for ``phone`` (390 px) or ``desktop`` (1280 px),
both bound to a live server on the test database, and calls ``assert_accessible(page)`` on each page that matters.
"""

import os
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.test.client import ClientHandler
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = os.environ.get("MOTCUA_CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).parent / "vendor/axe/axe.min.js"
SHOTS = os.environ.get("MOTCUA_SHOTS", "")  # a folder: every shot(page, name) is kept there
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What a page says is asked, not how fast: five seconds, Playwright's own patience, are short on two busy cores.
expect.set_options(timeout=30_000)

# What htmx says of a request that it takes back; of a line that is lost it says htmx:sendError as well.
TAKEN_BACK = ("htmx:sendAbort,", "htmx:afterRequest,")

WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Browser:
    return _launched(request.config)


@cache
def _launched(config: pytest.Config) -> Browser:
    """One browser a process: each folder that imports the fixture has its own, but Playwright starts only once."""
    # Playwright runs an event loop in this thread; Django would take it for an asynchronous caller.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    playwright = sync_playwright().start()
    launched = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
    )
    config.add_cleanup(playwright.stop)
    config.add_cleanup(launched.close)  # the last one in is the first to be called
    return launched


class Served:
    """Counts the requests that the live server is busy with. One that outlived its test would meet the next one's."""

    def __init__(self) -> None:
        self._running, self._changed = 0, threading.Condition()
        request_started.connect(self._started)
        request_finished.connect(self._finished)

    def _started(self, sender: Any, **_more: Any) -> None:
        self._count(sender, 1)

    def _finished(self, sender: Any, **_more: Any) -> None:
        self._count(sender, -1)

    def _count(self, sender: Any, step: int) -> None:
        if sender is not ClientHandler:
            with self._changed:
                self._running += step
                self._changed.notify_all()

    def wait(self) -> None:
        """Wait for the last answer, then count no more."""
        with self._changed:
            answered = self._changed.wait_for(lambda: self._running <= 0, timeout=30)
        request_started.disconnect(self._started)
        request_finished.disconnect(self._finished)
        assert answered


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Open a page of a width ("phone", "desktop" or a number) in its own context; faults are collected."""
    opened: list[tuple[BrowserContext, Page]] = []
    served = Served()

    def open_(width: str | int = "desktop", *, dark: bool = False, scripts: bool = True) -> Page:
        size = WIDTHS[width] if isinstance(width, str) else (width, 800)
        context = browser.new_context(
            base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
            viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light",
            java_script_enabled=scripts, has_touch=size[0] < 600,
        )  # fmt: skip
        page = context.new_page()
        page.faults = []  # type: ignore[attr-defined]
        _watch(page, live_server.url)
        opened.append((context, page))
        return page

    yield open_
    faults = [fault for _context, page in opened for fault in page.faults]  # type: ignore[attr-defined]
    for context, _page in opened:
        context.close()
    served.wait()
    assert faults == []


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    return open_page("phone")


@pytest.fixture
def desktop(open_page: Callable[..., Page]) -> Page:
    return open_page("desktop")


def _watch(page: Page, own: str) -> None:
    """Collect requests to other hosts and errors of the console.

    A refused form (422, 429) is no fault, nor is a question that htmx takes back since a later one replaces it.
    """
    faults: list[str] = page.faults  # type: ignore[attr-defined]

    def requested(request: Any) -> None:
        if not request.url.startswith((own, "data:", "blob:", "about:")):
            faults.append(f"asks another host: {request.url}")

    def said(message: Any) -> None:
        expected = "status of 4" in message.text or message.text.startswith(TAKEN_BACK)
        if message.type == "error" and not expected:
            faults.append(f"console: {message.text}")

    page.on("request", requested)
    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))


def assert_accessible(page: Page, *, ignore: tuple[str, ...] = ()) -> None:
    """No axe violation of WCAG 2.2 AA, and nothing to scroll sideways."""
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],  # what passed is long, and nobody reads it
        "rules": {"target-size": {"enabled": True}, **{name: {"enabled": False} for name in ignore}},
    }
    # A page's policy forbids injected script tags; evaluating in the page's world is not bound by it.
    page.evaluate(AXE.read_text())
    violations = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    found = [
        f"{violation['id']}: {violation['help']} at {' | '.join(node['target'][0] for node in violation['nodes'][:4])}"
        for violation in violations
    ]
    assert found == [], "; ".join(found)
    assert_no_sideways_scroll(page)


def assert_no_sideways_scroll(page: Page) -> None:
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= seen, f"{page.url} is {wide} px wide in a window of {seen} px"


def shot(page: Page, name: str) -> None:
    """Keep a picture of the whole page when ``MOTCUA_SHOTS`` names a folder."""
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
