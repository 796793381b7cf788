"""The officer's lists in a real browser: by day and night, on a phone, by keyboard, without scripts."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser import assert_accessible, assert_no_sideways_scroll, shot
from tests.surfaces.desk.office import OfficeAtWork, busy

pytestmark = pytest.mark.journey

PAGES = {
    "home": "/ban-lam-viec/?chon=tat-ca",
    "home-mine": "/ban-lam-viec/?chon=toi",
    "list": "/ban-lam-viec/ho-so/?nhom=pending&linh-vuc=ho_tich",
    "list-none": "/ban-lam-viec/ho-so/?tim=khong%20ai%20nhu%20vay",
    "waiting": "/ban-lam-viec/cho-tiep-nhan/",
    "signing": "/ban-lam-viec/cho-ky/",
    "returning": "/ban-lam-viec/cho-tra/",
    "people": "/ban-lam-viec/nguoi-dan/?q=thi",
    "people-none": "/ban-lam-viec/nguoi-dan/?q=khong%20ai",
    "procedures": "/ban-lam-viec/thu-tuc/",
    "procedures-found": "/ban-lam-viec/thu-tuc/?q=xac%20nhan%20doc%20than",
    "procedure": "/ban-lam-viec/thu-tuc/first_land_certificate/",
    "register": "/ban-lam-viec/so-theo-doi/",
}


@pytest.fixture
def office(transactional_db) -> OfficeAtWork:
    return busy(OfficeAtWork(timezone.localtime()))


@pytest.mark.parametrize(
    ("width", "dark"), [("phone", False), ("desktop", False), ("phone", True), ("desktop", True)]
)
def test_every_page_is_accessible_by_day_and_night(office, signed_in, width, dark):
    page = signed_in(office.le if width == "phone" else office.leader, width, dark=dark)
    for name, address in PAGES.items():
        page.goto(address)

        shot(page, f"desk-{name}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)
    page.goto("/ban-lam-viec/nguoi-dan/?q=thi")
    name = page.locator("[data-open]").first
    full_name = name.inner_text()
    name.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(full_name)
    shot(page, f"desk-person-{width}{'-dark' if dark else ''}")
    assert_accessible(page)


def test_every_page_fits_a_phone_of_320_pixels(office, signed_in):
    page = signed_in(office.le, 320)
    for address in PAGES.values():
        page.goto(address)

        assert_no_sideways_scroll(page)


def test_the_counter_hands_over_by_keys_alone(office, signed_in):
    page = signed_in(office.le)
    page.goto("/ban-lam-viec/?chon=toi")
    before = Dossier.objects.filter(state=State.ACCEPTED).count()

    page.keyboard.press("j")
    page.keyboard.press("c")

    expect(page.get_by_text("Đã chuyển hồ sơ")).to_be_visible()
    assert Dossier.objects.filter(state=State.ACCEPTED).count() == before - 1


def test_keys_move_open_search_and_explain_themselves(office, signed_in):
    page = signed_in(office.le)
    page.goto("/ban-lam-viec/")

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("hong dao")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("hong"))
    page.wait_for_load_state()
    page.locator("body").press("j")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/ho-so/\d+/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_filters_change_the_list_without_a_reload_and_stay_in_the_address(office, signed_in):
    page = signed_in(office.le)
    page.goto("/ban-lam-viec/ho-so/")
    page.get_by_text("Lọc thêm").click()

    page.get_by_label("Hẹn trả").select_option("overdue")

    expect(page.locator("#danh-sach .m-chip", has_text="Quá hạn")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?han=overdue$"))
    assert page.locator("#danh-sach tr[data-row]").count() == 2


def test_a_leader_signs_all_by_keys(office, signed_in):
    page = signed_in(office.leader)
    page.goto("/ban-lam-viec/cho-ky/")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    shot(page, "desk-signing-chosen")

    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("heading", name="Đã ký 2 kết quả")).to_be_visible()
    shot(page, "desk-signing-outcomes")
    assert_accessible(page)


def test_results_are_returned_one_by_one_without_scripts(office, signed_in):
    page = signed_in(office.le, scripts=False)
    page.goto("/ban-lam-viec/cho-tra/")
    page.get_by_role("button", name="Trả kết quả").first.click()

    expect(page.get_by_text("Hãy thu phí trước")).to_be_visible()
    shot(page, "desk-returning-refused")
