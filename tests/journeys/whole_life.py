"""One dossier from the counter to the citizen in real browsers: each officer at a screen of their own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation.access import Officer
from motcua.process.models import StepRun
from tests.browser import assert_accessible, shot
from tests.clock import Clock
from tests.documents.reading import text_of
from tests.surfaces.desk.office import OfficeAtWork

DESK = "/ban-lam-viec"


class Life:
    """The office, its screens and its clock; ``look`` is asked at each page that matters."""

    def __init__(self, open_page: Callable[..., Page], clock: Clock, width: str, story: str) -> None:
        self.office = OfficeAtWork(clock.now())
        self.clock, self.width, self.story = clock, width, story
        self._open, self._seats, self._shots = open_page, {}, 0

    def seat(self, officer: Officer) -> Page:
        """The screen of an officer, who signs in at the first visit with name and password."""
        if officer.account_id not in self._seats:
            self._seats[officer.account_id] = page = self._open(self.width)
            page.goto("/dang-nhap/")
            self._sign_in(page, officer)
        return self._seats[officer.account_id]

    def _sign_in(self, page: Page, officer: Officer) -> None:
        page.get_by_label("Tên đăng nhập").fill(Account.objects.get(pk=officer.account_id).username)
        page.get_by_label("Mật khẩu").fill("motcua-demo")
        page.get_by_role("button", name="Vào bàn làm việc").click()
        expect(page.locator("[data-page]")).not_to_have_attribute("data-page", "sign-in")

    def citizen(self) -> Page:
        return self._open(self.width)

    def look(self, page: Page, name: str) -> None:
        """Keep a picture, and let axe look at the page."""
        self._shots += 1
        shot(page, f"{self.story}-{self._shots:02}-{name}-{self.width}")
        assert_accessible(page)

    def dossier(self) -> Dossier:
        return Dossier.objects.select_related("bill", "result", "case").get()

    def open(self, officer: Officer, at: datetime | None = None) -> Page:
        """The dossier's page at an officer's screen, at a moment."""
        if at is not None:
            self.clock.set(at)
        page = self.seat(officer)
        page.goto(f"{DESK}/ho-so/{self.dossier().pk}/")
        if "/dang-nhap/" in page.url:  # weeks have passed since this officer signed in
            self._sign_in(page, officer)
        return page

    def holder(self) -> Officer:
        """Who completes the open step in this office."""
        return self.office.holder(StepRun.objects.filter(case=self.dossier().case_id, state="open").first())


def press(page: Page, button: str, done: str) -> None:
    """Press a button in the panel, and wait until the page says what was done."""
    page.get_by_role("button", name=button, exact=True).first.click()
    said(page, done)


def said(page: Page, done: str) -> None:
    expect(page.locator("#viec [role=status]")).to_contain_text(done)


def heading(page: Page, words: str) -> None:
    expect(page.locator("#viec-ke-tiep")).to_contain_text(words)


def pdf_text(page: Page, link: Any) -> str:
    """What a PDF says that a link leads to, as the browser of this officer gets it."""
    answer = page.request.get(link.get_attribute("href"))
    assert answer.ok
    assert answer.headers["content-type"] == "application/pdf"
    return text_of(answer.body())
