"""The whole life of a first land certificate: twenty working days across Tết, with everything that stops a clock.

Tết 2026: off from Monday 16/02 to Friday 20/02, between the weekends of 14–15 and 21–22. A day has eight working
hours, 07:30–11:30 and 13:00–17:00. All due instants below were counted by hand.
"""

from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from motcua.catalogue.services import set_fee
from motcua.organisation.models import UnitPlacement
from tests.clock import clock
from tests.factories.dossiers import HANOI, accepted, land
from tests.factories.organisation import ProvinceFactory
from tests.journeys.whole_life import Life, heading, press

__all__ = ["clock"]
pytestmark = pytest.mark.journey

A_PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"


def moment(day: int, month: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{clock}").replace(tzinfo=HANOI)


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_a_certificate_across_tet_keeps_every_promise(open_page, transactional_db, clock, width, tmp_path):
    received = clock.set(moment(26, 1, "09:00"))
    life = Life(open_page, clock, width, "land")
    accepted(life.office, land(life.office), received)
    # 27–30/01 are 4 days, 02–06/02 9, 09–13/02 14, 23–27/02 19, and 02/03 is the twentieth.
    assert life.dossier().due_at == moment(2, 3, "09:00")

    ask_for_a_plan(life)
    take_the_plan(life, tmp_path)
    post_the_notice(life)
    pay_the_duty(life)
    sign(life)
    return_it(life)


def ask_for_a_plan(life: Life) -> None:
    press(life.open(life.office.le, moment(26, 1, "10:00")), "Chuyển giải quyết", "Chuyển giải quyết")
    page = life.open(life.office.land, moment(28, 1, "14:00"))
    page.get_by_text("Việc khác").click()
    page.get_by_role("link", name="Yêu cầu bổ sung giấy tờ").click()
    page.get_by_role("checkbox", name="Mảnh trích đo bản đồ địa chính").check()
    life.look(page, "asking")
    page.get_by_role("button", name="Lập phiếu yêu cầu bổ sung").click()
    expect(page.get_by_role("alert").first).to_contain_text("Còn 1 chỗ cần sửa")

    page.get_by_label("Cần mang thêm hoặc sửa gì?").and_(page.locator(":visible")).fill(
        "Bản cũ không rõ mốc giới"
    )
    page.get_by_label("Mời bổ sung trước ngày").fill("06/02/2026")
    press(page, "Lập phiếu yêu cầu bổ sung", "Yêu cầu bổ sung, Bùi Văn Đất")
    heading(page, "Chờ người nộp bổ sung giấy tờ")
    expect(page.locator("header .m-due")).to_have_text("Chờ bổ sung")
    life.look(page, "asked")
    assert life.dossier().due_at is None


def take_the_plan(life: Life, folder: Path) -> None:
    plan = folder / "trích đo.pdf"
    plan.write_bytes(A_PDF)
    page = life.open(life.office.le, moment(3, 2, "09:30"))
    page.locator("#viec").get_by_role("link", name="Nhận giấy tờ bổ sung").click()
    page.get_by_role("checkbox", name="Mảnh trích đo bản đồ địa chính").check()
    page.get_by_label("Ảnh chụp, bản quét").set_input_files(plan)
    life.look(page, "taking")
    press(page, "Nhận bổ sung, tính tiếp thời hạn", "Nhận giấy tờ bổ sung, Trần Mỹ Lệ")
    expect(page.get_by_role("link", name="trích đo.pdf", exact=True)).to_be_visible()
    expect(page.locator(".m-changes")).to_contain_text("Thời hạn tính lại từ đầu: hẹn 09:30 ngày 10/03/2026")
    life.look(page, "taken")
    # The limit starts again on 03/02: 04–06 are 3 days, 09–13 8, 23–27 13, 02–06/03 18, 09 19, 10/03 the twentieth.
    assert life.dossier().due_at == moment(10, 3, "09:30")


def post_the_notice(life: Life) -> None:
    press(life.open(life.office.land, moment(5, 2, "10:00")), "Xong bước này", "Bắt đầu niêm yết")
    page = life.open(life.office.land, moment(12, 2, "10:00"))
    heading(page, "Niêm yết công khai 15 ngày")
    # Fifteen days from 05/02 end on 20/02, a day off: the notice hangs until the close of Monday 23/02.
    expect(page.locator("#viec")).to_contain_text("Niêm yết đến 23/02, 17:00")
    life.look(page, "posting")

    page = life.open(life.office.land, moment(24, 2, "08:00"))
    press(page, "Xong bước này", "Hết niêm yết, Bùi Văn Đất")
    # It stood 5½ h on 05/02, 8 h on 06/02, 40 h on 09–13/02, 8 h on 23/02, ½ h on 24/02: 62 h. From 10/03 09:30
    # 6 h are left that day, then seven whole days: 11–13 and 16–19/03.
    assert life.dossier().due_at == moment(19, 3, "17:00")


def pay_the_duty(life: Life) -> None:
    press(
        life.open(life.office.land, moment(26, 2, "09:00")), "Xong bước này", "Thông báo nghĩa vụ tài chính"
    )
    assert life.dossier().state == "financial_duty"

    page = life.open(life.office.le, moment(2, 3, "15:00"))
    heading(page, "Xác nhận đã nộp tiền")
    page.get_by_label("Giấy tờ chứng minh đã nộp").fill("Giấy nộp tiền số 0012345 ngày 02/03/2026")
    life.look(page, "paying")
    press(page, "Xác nhận đã nộp tiền", "Xác nhận đã nộp tiền")
    # It stood 6½ h on 26/02, 8 h on 27/02, 6 h on 02/03: 20½ h. 20/03 and 23/03 take 8 h each, 24/03 the last 4½ h.
    assert life.dossier().due_at == moment(24, 3, "13:30")


def sign(life: Life) -> None:
    page = life.open(life.office.land, moment(3, 3, "10:00"))
    page.get_by_text("Việc khác").click()
    page.get_by_role("link", name="Soạn kết quả").click()
    expect(page.get_by_label("Loại văn bản")).to_have_value("Giấy chứng nhận")
    life.look(page, "draft")
    page.get_by_role("button", name="Lưu dự thảo").click()
    expect(page.locator("#viec [role=status]")).to_contain_text("Soạn kết quả, Bùi Văn Đất")
    press(life.open(life.office.leader, moment(5, 3, "10:00")), "Ký kết quả", "Ký kết quả, Võ Thị Lan")
    press(life.open(life.office.land, moment(10, 3, "09:00")), "Xong bước này", "Xử lý xong, Bùi Văn Đất")
    assert (life.dossier().state, life.dossier().outcome) == ("processed", "early")


def return_it(life: Life) -> None:
    page = life.open(life.office.le, moment(10, 3, "10:00"))
    expect(page.locator("#viec")).to_contain_text("Chưa có mức thu của tỉnh")
    life.look(page, "no-price")
    price_of_the_province(life)
    page.get_by_text("Việc khác").click()
    page.get_by_role("link", name="Tính lại phí, lệ phí").click()
    press(page, "Tính lại phí", "Tính lại phí, lệ phí, Trần Mỹ Lệ")
    expect(page.locator("#viec")).to_contain_text("Còn phải thu 350.000 đồng trước khi trả")
    life.look(page, "returning")

    page.locator("#viec").get_by_label("Tiền mặt").check()
    press(page, "Trả kết quả", "Trả kết quả, Trần Mỹ Lệ")
    life.look(page, "returned")
    dossier = life.dossier()
    assert (dossier.state, dossier.bill.owed_vnd) == ("returned", 0)


def price_of_the_province(life: Life) -> None:
    """The people's council has set what it costs, since before the dossier came in."""
    city = ProvinceFactory(name="Thành phố Cần Thơ", short_name="Cần Thơ")
    UnitPlacement.objects.create(unit=life.office.unit, parent=city, valid_from=date(2025, 7, 1))
    for item, amount in (("appraisal", 300_000), ("certificate", 50_000)):
        set_fee(
            province_code=city.code, slug="first_land_certificate", item=item, amount_vnd=amount,
            valid_from=date(2026, 1, 1), basis="Nghị quyết của Hội đồng nhân dân thành phố",
        )  # fmt: skip
