"""Journeys run in a real browser."""

import pytest
from django.conf import settings
from playwright.sync_api import Page

from motcua.organisation.access import Officer
from tests.browser import browser, desktop, open_page, phone
from tests.surfaces.board.directives.office import client_of

__all__ = ["browser", "desktop", "open_page", "phone", "signed_in"]


@pytest.fixture
def signed_in(open_page, live_server):
    """A browser page of a width in which an officer is signed in."""

    def open_(officer: Officer, width: str | int = "desktop", **more: bool) -> Page:
        page = open_page(width, **more)
        session = client_of(officer).cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return open_
