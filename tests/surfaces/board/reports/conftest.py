import pytest
from django.conf import settings
from playwright.sync_api import Page

from motcua.organisation.access import Officer
from tests.browser import browser, desktop, open_page, phone
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of

__all__ = ["browser", "desktop", "open_page", "phone"]


@pytest.fixture
def district(db) -> ChauThanh:
    made = ChauThanh()
    made.duties()
    made.serve(made.an_hiep, 12)
    return made


@pytest.fixture
def signed_in(open_page, live_server):
    def sign(who: Officer, width="desktop", **more) -> Page:
        page = open_page(width, **more)
        cookie = client_of(who).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return sign
