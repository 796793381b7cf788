"""Every page of the portal in a real browser: reachable, readable, calm, at every width, by day and by night."""

import pytest

from tests.browser import assert_accessible, assert_no_sideways_scroll, shot

PAGES = {
    "home": "/",
    "search": "/tim/?q=m%E1%BB%9Bi+sinh+con",
    "nothing": "/tim/?q=zzzz",
    "procedures": "/thu-tuc/",
    "door": "/thu-tuc/?viec=child",
    "birth": "/thu-tuc/birth_registration/",
    "land": "/thu-tuc/first_land_certificate/",
    "copy": "/thu-tuc/certified_copy/",
    "follow-ask": "/theo-doi/",
    "sign-in": "/dang-nhap/",
    "missing": "/khong-co/",
    "parts": "/thanh-phan/",
}


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_every_page_is_accessible(open_page, office, width, dark):
    page = open_page(width, dark=dark)
    for name, address in PAGES.items():
        page.goto(address)
        shot(page, f"portal-{name}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)


def test_nothing_scrolls_sideways_at_320_px(open_page, office):
    page = open_page(320)
    for address in PAGES.values():
        page.goto(address)
        assert_no_sideways_scroll(page)
