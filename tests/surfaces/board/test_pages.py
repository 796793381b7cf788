from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from motcua.organisation.roles import Role
from motcua.surfaces.board.field_panel import MOST_FIELDS
from motcua.surfaces.board.figure_rows import MOST_UNITS
from motcua.surfaces.board.late_panel import MOST_LATE
from tests.browser import assert_accessible, shot
from tests.factories.organisation import UnitFactory
from tests.factories.statistics import Desk, at_step, note
from tests.statistics.histories import day, life
from tests.surfaces.board.conftest import ago, somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

PAGES = {
    "board": "/dieu-hanh/",
    "units": "/dieu-hanh/don-vi/",
    "list": "/dieu-hanh/ho-so/?so-lieu=received_total&tu=2026-01-01&den=2030-12-31",
    "report": "/dieu-hanh/bieu-06a/",
}


@pytest.fixture
def sign_in(desk, live_server):
    def sign_in(page, unit=None):
        account = somebody(unit or desk.unit, Role.COMMUNE_LEADER)
        page.goto("/dang-nhap/?next=/dieu-hanh/")
        page.fill("[name=username]", account.username)
        page.fill("[name=password]", "motcua-demo")
        page.click("main [type=submit]")
        expect(page.locator("[data-page]")).not_to_have_attribute("data-page", "sign-in")
        return page

    return sign_in


@pytest.fixture
def full_city(desk, city):
    """More communes, fields and late dossiers than the sheet has lines for, with the longest names."""
    names = {f"linh_vuc_{n}": "Thành lập và hoạt động hộ kinh doanh" for n in range(9)}
    for number in range(10):
        commune = Desk(UnitFactory(name=f"Xã Vĩnh Thạnh Trung Số {number}", under=city), fields=names)
        for field in names:
            commune.live(life(accepted=ago(9), due=ago(4), finished=ago(5), field=field))
        late = commune.live(life(accepted=ago(30), due=ago(20 + number), field="linh_vuc_0"))
        late.contact_address = "Số 128/4, đường Nguyễn Trung Trực, ấp Vàm Hồ A, xã Vĩnh Thạnh Trung"
        late.save()
        at_step(
            late,
            f"Thẩm tra và trình lãnh đạo phòng xem xét lần {number}",
            Role.LAND_OFFICER,
            since=day(ago(29)),
        )
        note(late, "Chờ biên bản niêm yết công khai của ấp và kết quả xác minh nguồn gốc đất")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", ["phone", "desktop", 320])
def test_each_page_of_the_board_is_accessible(sign_in, open_page, width, dark):
    page = sign_in(open_page(width, dark=dark))

    for name, path in PAGES.items():
        page.goto(path)
        assert_accessible(page)
        shot(page, f"board-{name}-{width}-{'dark' if dark else 'light'}")


def pages_of(page) -> int:
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    return len(PdfReader(BytesIO(printed)).pages)


def test_the_board_prints_on_exactly_one_page(sign_in, desktop):
    page = sign_in(desktop)
    page.goto("/dieu-hanh/")

    assert pages_of(page) == 1


def test_the_fullest_board_prints_on_exactly_one_page(desk, city, full_city, sign_in, desktop):
    page = sign_in(desktop, unit=city)
    page.goto("/dieu-hanh/?ky=2026")

    assert page.locator(".m-late tbody tr").count() == MOST_LATE
    assert page.locator(".b-figures tbody tr").count() == 1 + MOST_UNITS
    assert page.locator(".m-mini").count() == MOST_FIELDS
    assert pages_of(page) == 1
