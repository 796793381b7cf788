"""What a form sent while nobody was signed in any more: it is put back, for the same person only."""

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from motcua.organisation.access import Officer
from tests.factories.replication import WRITING, model
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.replication.spread import LiveSpread

NOTE = "Viết giúp bà Sáu ở ấp 2"


def enter(page: Page, who: Officer, host: str) -> None:
    """Sign in, as somebody does in another tab."""
    cookie = client_of(who).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": host}])


def test_words_that_met_the_door_wait_for_who_typed_them(transactional_db, live_server, phone):
    spread = LiveSpread()
    spread.adopt(spread.town, WRITING)
    cell = reverse("board:matrix_cell", args=[spread.town.pk, model(WRITING).pk])
    send = phone.get_by_role("button", name="Ghi lượt này")

    def typed_too_late() -> None:
        enter(phone, spread.head(spread.town), live_server.url)
        phone.goto(cell)
        phone.locator("[name=quantity]").fill("3")
        phone.locator("[name=note]").fill(NOTE)
        phone.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        send.click()
        expect(phone.get_by_role("heading", name="Đăng nhập")).to_be_visible()

    typed_too_late()
    enter(phone, spread.head(spread.town), live_server.url)
    phone.goto(cell)
    expect(phone.get_by_text("Lần gửi trước chưa tới nơi.")).to_be_visible()
    expect(phone.locator("[name=note]")).to_have_value(NOTE)
    expect(phone.locator("[name=quantity]")).to_have_value("3")
    send.click()
    expect(phone.get_by_text(f": {NOTE}.")).to_be_visible()
    expect(phone.locator("[name=note]")).to_have_value("")

    typed_too_late()
    enter(phone, spread.hanh, live_server.url)
    phone.goto(cell)
    expect(phone.get_by_role("heading", name="Đơn vị trả lời")).to_be_visible()
    enter(phone, spread.head(spread.town), live_server.url)
    phone.goto(cell)
    expect(phone.locator("[name=note]")).to_have_value("")
