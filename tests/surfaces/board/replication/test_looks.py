"""The matrix in a real browser, as its picture draws it; the pages behind it, readable by everybody."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from motcua.initiatives.counting import shipped
from motcua.initiatives.models import Initiative
from motcua.organisation.access import Officer
from tests.browser import assert_accessible, shot
from tests.factories.replication import HOME, WRITING
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.replication.spread import LiveSpread


@pytest.fixture
def painted(transactional_db) -> LiveSpread:
    made = LiveSpread()
    made.paint()
    return made


@pytest.fixture
def signed_in(open_page, live_server):
    def sign(width, who: Officer, **more) -> Page:
        page = open_page(width, **more)
        cookie = client_of(who).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return sign


def of(unit, slug) -> str:
    return reverse("board:matrix_cell", args=[unit.pk, Initiative.objects.get(slug=slug).pk])


def test_the_matrix_is_the_picture_with_live_figures(painted, signed_in):
    desktop, phone = (signed_in(width, painted.hanh) for width in ("desktop", "phone"))
    for page, name in ((desktop, "matrix-1280"), (phone, "matrix-390")):
        page.goto(reverse("board:matrix"))
        expect(page.get_by_role("button", name="Nhắc 10 chỗ đang im")).to_be_visible()
        assert_accessible(page)
        shot(page, name)

    assert desktop.locator("tfoot tr").nth(1).locator("td").all_inner_texts() == [
        "168", "143", "139", "40", "57", "46", "44", "34", "4", "675",
    ]  # fmt: skip
    region = phone.get_by_role("region", name="Bảng nhân rộng, cuộn ngang")
    region.focus()
    phone.keyboard.press("ArrowRight")
    expect(region).to_be_focused()


def test_a_cell_opens_its_records_and_a_reminder_is_said_aloud(painted, signed_in):
    page = signed_in("desktop", painted.hanh)
    page.goto(reverse("board:matrix"))
    page.get_by_role(
        "link",
        name="thị trấn Cái Tàu Hạ, Chứng thực, trả tại nhà cho hộ nghèo, khuyết tật: đang chạy, 4 lượt",
    ).click()
    expect(page.get_by_text("máy đếm 4, đơn vị ghi 0")).to_be_visible()
    assert_accessible(page)
    shot(page, "cell-1280")
    page.goto(reverse("board:matrix"))
    page.get_by_role("button", name="Nhắc 10 chỗ đang im").click()
    expect(page.get_by_role("status")).to_contain_text("Đã nhắc 6 đơn vị")


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_a_commune_finds_its_way_through_its_own_pages(painted, signed_in, width):
    page = signed_in(width, painted.head(painted.town), dark=width == "phone")
    for address, name in (
        (reverse("board:adoption_list"), "own"),
        (of(painted.town, WRITING), "own-cell"),
        (of(painted.town, HOME) + "tra-loi/", "answer"),
        (reverse("board:case_import"), "import"),
    ):
        page.goto(address)
        assert_accessible(page)
        shot(page, f"{name}-{width}")


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_twenty_six_models_scroll_inside_their_table_and_the_units_stay_in_sight(
    transactional_db, signed_in, width
):
    district = LiveSpread()
    for slug in list(shipped())[:26]:
        district.adopt(district.town, slug)
    page = signed_in(width, district.hanh)
    page.goto(reverse("board:matrix"))
    expect(page.get_by_role("columnheader")).to_have_count(28)
    assert_accessible(page)
    region = page.get_by_role("region", name="Bảng nhân rộng, cuộn ngang")

    region.evaluate("table => table.scrollTo({left: table.scrollWidth})")

    name = page.get_by_role("rowheader", name="thị trấn Cái Tàu Hạ")
    for part in (name, page.get_by_role("columnheader", name="Đang làm")):
        expect(part).to_be_in_viewport(ratio=0.9)
    shot(page, f"matrix-26-{width}")
