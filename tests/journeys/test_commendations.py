"""Twenty-six commendations: proposed with counted figures, voted on, decided, printed and looked at."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from motcua.initiatives.models import ModelCase
from motcua.kernel.vietnamese import day
from motcua.oversight import services
from motcua.oversight.models import AwardDecision, AwardRound
from tests.browser import assert_accessible, shot
from tests.documents.reading import reader, size_mm, text_of
from tests.factories.oversight import inspection_planned, minuted, registered
from tests.factories.replication import MOBILE, model
from tests.surfaces.board.directives.office import LiveDistrict

pytestmark = pytest.mark.journey

HOME = "/dieu-hanh/cai-cach/khen-thuong/"
ABOUT = "công tác cải cách hành chính năm 2026"
HEADING = "Công tác cải cách hành chính năm 2026"
LONGEST = (
    "Bộ phận Tiếp nhận và Trả kết quả thuộc Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Châu Thành"
)
PEOPLE = [
    "Nguyễn Hoàng Vũ Linh", "Trần Thị Ngọc Phượng", "Lê Nguyễn Hoàng Bảo Uyên", "Võ Văn Út", "Danh Sóc Kha",
    "Huỳnh Thị Cẩm Hường", "Phạm Ngọc Quyền", "Đỗ Thị Mỹ Duyên", "Thạch Thị Sa Rây", "Bùi Quốc Thịnh",
    "Ngô Thị Kim Loan", "Đặng Hữu Nghĩa", "Trương Thị Yến Nhi", "Lý Minh Khương", "Cao Thị Thùy Trang",
    "Hồ Văn Đượm", "Tôn Nữ Thị Quỳnh Giao",
]  # fmt: skip


@pytest.fixture
def district(transactional_db) -> LiveDistrict:
    return LiveDistrict()


def look(page: Page, name: str) -> None:
    shot(page, f"commendation-{name}")
    assert_accessible(page)


def pasted() -> str:
    """Eight collectives and seventeen persons, as columns of a spreadsheet."""
    for_all = "xuất sắc trong thực hiện công tác cải cách hành chính năm 2026"
    communes = [LONGEST, *(f"Ủy ban nhân dân xã {name}" for name in
                ["An Nhơn", "An Phú Thuận", "Hòa Tân", "Phú Hựu", "Phú Long", "Tân Bình", "Tân Phú"])]  # fmt: skip
    lines = [["Tập thể", name, "", for_all] for name in communes]
    lines += [["Cá nhân", name, "Công chức Tư pháp – Hộ tịch xã An Phú Thuận", for_all] for name in PEOPLE]
    return "\n".join("\t".join(line) for line in lines)


def mobile_rounds(district: LiveDistrict) -> None:
    """26 births registered in the hamlets of An Hiệp, entered one by one."""
    mobile = model(MOBILE)
    for number in range(26):
        ModelCase.objects.create(
            initiative=mobile, unit=district.an_hiep, happened_on=date(2026, 3, 1 + number), note="Đăng ký tại ấp",
            entered_at=timezone.now(), entered_by_id=district.ba.account_id,
        )  # fmt: skip


def propose(page: Page) -> None:
    """One with figures that the machine counts, the others from the spreadsheet."""
    page.goto(HOME)
    look(page, "empty")
    page.get_by_role("link", name="Mở đợt khen thưởng").click()
    page.get_by_label("Khen về việc gì").fill(ABOUT)
    page.get_by_label("Năm, giai đoạn").fill("năm 2026")
    page.get_by_role("button", name="Mở đợt").click()
    page.get_by_role("link", name="Thêm đề nghị").click()
    page.get_by_label("Tập thể", exact=True).check()
    page.get_by_label("Tên tập thể hoặc họ tên cá nhân").fill("Ủy ban nhân dân xã An Hiệp")
    page.get_by_label("Đã có thành tích").fill("xuất sắc trong đăng ký khai sinh lưu động năm 2026")
    page.get_by_label("Đơn vị", exact=False).last.select_option(label="Xã An Hiệp")
    page.get_by_label("Số liệu của mô hình").select_option(label=model(MOBILE).title)
    page.get_by_label("Đếm từ ngày").fill("01/01/2026")
    page.get_by_label("Đến hết ngày").fill("31/12/2026")
    page.get_by_label("Danh sách từ bảng tính").fill(pasted())
    look(page, "propose")
    page.get_by_role("button", name="Thêm vào danh sách").click()
    expect(page.get_by_text("26 tập thể, cá nhân")).to_be_visible()
    expect(page.get_by_text("đếm tại xã An Hiệp từ 01/01/2026 đến 31/12/2026")).to_be_visible()


def form_council(page: Page, district: LiveDistrict) -> None:
    page.get_by_role("link", name="Lập hội đồng").click()
    page.get_by_label(district.chair.name).select_option("head")
    page.get_by_role("button", name="Lập hội đồng").click()
    expect(page.get_by_text("ít nhất 3 người, hiện mới có 1").first).to_be_visible()
    for name in (district.hanh.name, "Nguyễn Văn Năm"):
        page.get_by_label(name).select_option("member")
    look(page, "council")
    page.get_by_role("button", name="Lập hội đồng").click()
    expect(page.get_by_text("Đã lập hội đồng.")).to_be_visible()


def vote(page: Page, name: str) -> None:
    """A member finds the round waiting, and agrees to all."""
    page.goto(HOME)
    expect(page.get_by_text("Hội đồng chờ phiếu của bạn.")).to_be_visible()
    page.get_by_role("link", name=HEADING).first.click()
    page.get_by_label("Đồng ý với tất cả đề nghị chưa chọn riêng").check()
    look(page, f"ballot-{name}")
    page.get_by_role("button", name="Bỏ phiếu").click()
    expect(page.get_by_text("Đã ghi phiếu của bạn.")).to_be_visible()


def decide(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("link", name=HEADING).last.click()
    page.get_by_role("link", name="Ký quyết định").click()
    expect(page.get_by_text("lập 26 giấy khen")).to_be_visible()
    page.get_by_role("button", name="Ký quyết định").click()
    expect(page.get_by_role("link", name="In tất cả giấy khen")).to_be_visible()
    look(page, "decided")


def keep(pdf: bytes, name: str) -> None:
    """Beside the pictures, for whoever wants to look at the paper."""
    if folder := os.environ.get("MOTCUA_SHOTS"):
        Path(folder).joinpath(name).write_bytes(pdf)


def test_twenty_six_certificates_from_counted_figures_to_paper(district, signed_in):
    mobile_rounds(district)
    third = district.clerk_of(district.unit)
    home_affairs, chair = signed_in(district.hanh), signed_in(district.chair)

    propose(home_affairs)
    form_council(home_affairs, district)
    vote(signed_in(third, "phone"), "phone")
    vote(home_affairs, "secretary")
    vote(chair, "chair")
    decide(chair)

    decision = AwardDecision.objects.get()
    pdf, today = services.print_batch(decision.pk), timezone.localdate()
    keep(pdf, "giay-khen.pdf")
    pages = [" ".join(page.extract_text().split()) for page in reader(pdf).pages]
    assert (len(pages), size_mm(pdf)) == (26, (297, 210))
    assert [f"số: {n:02}/{today.year}" in page for n, page in enumerate(pages, 1)] == [True] * 26
    text = text_of(pdf)
    assert all(name in text for name in PEOPLE)
    assert f"Quyết định số: 01/QĐ-UBND Ngày {today.day:02}" in text
    assert day(today)[-4:] in text
    assert AwardRound.objects.get().state == "decided"


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_the_pages_of_inspections_and_the_backlog_hold(district, signed_in, width):
    page, now = signed_in(district.hanh, width), timezone.localtime()
    surprise = inspection_planned(district, now, title="Kiểm tra đột xuất quý IV")
    visited = minuted(district, now - timedelta(hours=3))
    block = registered(district, now, deadline_on=now.date() + timedelta(days=20))
    services.report_progress(block_id=block.pk, processed_dm=125, by=district.ba, at=now)

    for path in (
        "khen-thuong/so/", "kiem-tra/", "kiem-tra/lap/", f"kiem-tra/{surprise.pk}/", f"kiem-tra/{visited.pk}/",
        "tai-lieu/", "tai-lieu/ghi/", f"tai-lieu/{block.pk}/", f"tai-lieu/{block.pk}/tien-do/",
    ):  # fmt: skip
        page.goto(f"/dieu-hanh/cai-cach/{path}")
        look(page, f"{width}-{path.replace('/', '-')}")
    services.start_inspection(inspection_id=surprise.pk, by=district.hanh, at=now)
    page.goto(f"/dieu-hanh/cai-cach/kiem-tra/{surprise.pk}/")
    page.get_by_role("link", name="Lập biên bản").first.click()
    expect(page.get_by_label("Quân số, giờ giấc")).to_be_visible()
    look(page, f"{width}-minutes")
