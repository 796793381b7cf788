"""A surprise inspection: planned in secret, signed, visited, concluded; both papers come out of the page."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from motcua.oversight.models import Inspection
from tests.browser import assert_accessible, shot
from tests.documents.reading import text_of
from tests.surfaces.board.directives.office import LiveDistrict

pytestmark = pytest.mark.journey

HOME = "/dieu-hanh/cai-cach/kiem-tra/"
TITLE = "Kiểm tra công vụ đột xuất quý IV năm 2026"


@pytest.fixture
def district(transactional_db) -> LiveDistrict:
    return LiveDistrict()


def look(page: Page, name: str) -> None:
    shot(page, f"inspection-{name}")
    assert_accessible(page)


def plan(page: Page, district: LiveDistrict) -> None:
    """First without a head of the team: a sentence, and nothing typed is lost."""
    page.goto(HOME)
    page.get_by_role("link", name="Lập kế hoạch kiểm tra").first.click()
    page.get_by_label("Đột xuất").check()
    page.get_by_label("Tên cuộc kiểm tra").fill(TITLE)
    page.get_by_label("Nội dung kiểm tra").fill("Giờ giấc, đạo đức công vụ")
    page.get_by_label("Xã An Hiệp").check()
    page.get_by_role("button", name="Lập kế hoạch").click()
    expect(page.get_by_text("Đoàn kiểm tra phải có đúng một trưởng đoàn.").first).to_be_visible()
    expect(page.get_by_label("Xã An Hiệp")).to_be_checked()
    look(page, "plan")
    page.get_by_label(district.hanh.name).select_option("head")
    page.get_by_role("button", name="Lập kế hoạch").click()
    expect(page.get_by_text(f"Chờ {district.chair.name} ký quyết định.")).to_be_visible()
    look(page, "planned")


def sign(page: Page) -> None:
    """The leader finds the plan waiting."""
    page.goto(HOME)
    expect(page.get_by_text("Chờ bạn ký quyết định.")).to_be_visible()
    look(page, "to-sign")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Ký quyết định").click()
    expect(page.get_by_role("link", name="Xem quyết định")).to_be_visible()


def visit(page: Page) -> None:
    """One away without a word and nothing wrong is refused; then the violation is written down."""
    page.goto(HOME)
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Bắt đầu kiểm tra").click()
    page.get_by_role("button", name="Bắt đầu").click()
    page.get_by_role("link", name="Lập biên bản").click()
    page.get_by_label("Bắt đầu lúc").fill(page.get_by_label("Kết thúc lúc").input_value())
    page.get_by_label("Đại diện đơn vị ký").fill("Trần Văn Ba")
    page.get_by_label("Quân số, giờ giấc").fill("Trần Văn Ba; Văn phòng\nHuỳnh Thị Bảy; Địa chính; vắng")
    page.get_by_role("button", name="Lập biên bản").click()
    expect(page.get_by_text("Huỳnh Thị Bảy vắng mặt mà biên bản không ghi lý do").first).to_be_visible()
    expect(page.get_by_label("Quân số, giờ giấc")).to_have_value(
        "Trần Văn Ba; Văn phòng\nHuỳnh Thị Bảy; Địa chính; vắng"
    )
    look(page, "minutes")
    page.get_by_label("Vi phạm, tồn tại").fill("Vắng không báo; Huỳnh Thị Bảy; ; Chấn chỉnh; 31/12/2099")
    page.get_by_role("button", name="Lập biên bản").click()
    expect(page.get_by_text("Quân số 2, vắng 1, đến muộn 0.")).to_be_visible()


def conclude(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Kết luận").click()
    page.get_by_label("Kết luận", exact=True).fill("Xã An Hiệp chấn chỉnh giờ giấc.")
    page.get_by_role("button", name="Ký kết luận").click()
    expect(page.get_by_role("link", name="Xem thông báo kết luận")).to_be_visible()
    look(page, "concluded")


def printed(page: Page, link: str) -> str:
    """The text of the paper behind a link of the page."""
    address = page.get_by_role("link", name=link).get_attribute("href")
    return " ".join(text_of(page.request.get(page.url.partition("/dieu-hanh")[0] + address).body()).split())


def test_a_surprise_from_plan_to_conclusion_with_both_papers(district, signed_in):
    home_affairs, chair, visited = (signed_in(one) for one in (district.hanh, district.chair, district.ba))

    plan(home_affairs, district)
    sign(chair)
    visited.goto(HOME)
    expect(visited.get_by_text("Chưa có cuộc kiểm tra nào")).to_be_visible()
    visit(home_affairs)
    conclude(chair)

    year = timezone.localdate().year
    decision, conclusion = printed(chair, "Xem quyết định"), printed(chair, "Xem thông báo kết luận")
    for part in ("Số: 01/QĐ-UBND", "Lê Thị Hạnh", "Ủy ban nhân dân xã An Hiệp", f"năm {year}"):
        assert part in decision
    for part in ("Số: 02/TB-UBND", "02 1 0 1", "Chấn chỉnh Ủy ban nhân dân xã An Hiệp 31/12/2099"):
        assert part in conclusion
    visited.goto(HOME)
    expect(visited.get_by_role("link", name=TITLE)).to_be_visible()
    assert Inspection.objects.get().state == "concluded"
