"""The whole life of certified copies: twelve pages three times, each copy 2 × 2.000 + 10 × 1.000 = 14.000 đồng."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.clock import clock
from tests.factories.dossiers import HANOI
from tests.journeys.whole_life import DESK, Life, heading, pdf_text, press, said
from tests.surfaces.desk.intake_page import CARD

__all__ = ["clock"]
pytestmark = pytest.mark.journey

MORNING = datetime(2026, 11, 26, 8, 0, tzinfo=HANOI)


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_copies_are_certified_for_exactly_their_fee(open_page, transactional_db, clock, width):
    clock.set(MORNING)
    life = Life(open_page, clock, width, "copies")
    life.office.version("certified_copy")

    take_in(life, life.seat(life.office.le))
    collect(life)
    certify(life)
    hand_back(life)


def take_in(life: Life, page: Page) -> None:
    page.goto(f"{DESK}/nhan-ho-so/?thu-tuc=certified_copy")
    page.locator("[data-scan]").fill(CARD)
    page.locator("[data-scan-submit]").click()
    expect(page.locator("[name='applicant.full_name']")).to_have_value("Trần Lê Hoàng Minh Khang")
    page.locator("[name='applicant.phone']").fill("0912 345 678")
    for name, text in {"document_name": "Sổ hộ khẩu", "pages": "12", "copies": "3"}.items():
        page.locator(f"[name='items-0-{name}']").fill(text)
    page.locator("[name=paper][value=original]").check()
    expect(page.locator("#tom-tat")).to_contain_text("42.000 đồng")
    life.look(page, "intake")

    page.get_by_role("button", name="Nhận và in giấy hẹn").click()
    expect(page.get_by_role("link", name="Xem hồ sơ")).to_be_visible()
    assert life.dossier().bill.total_vnd == 3 * (2 * 2_000 + 10 * 1_000)


def collect(life: Life) -> None:
    page = life.open(life.office.le, MORNING.replace(minute=5))
    fee = page.get_by_role("region", name="Phí, lệ phí")
    expect(fee).to_contain_text("Còn phải thu 42.000 đồng")
    expect(fee).to_contain_text("3 bản × 14.000")
    fee.get_by_role("link", name="Thu phí, lệ phí").click()
    expect(page.locator("#viec-mo")).to_be_in_viewport()
    life.look(page, "collecting")
    press(page, "Thu tiền, lập biên lai", "Thu phí, lệ phí, Trần Mỹ Lệ")
    expect(fee).to_contain_text("Đã thu đủ 42.000 đồng")

    receipt = pdf_text(page, fee.get_by_role("link", name="Biên lai số 0000001"))
    for words in (
        "42.000 đồng",
        "Bốn mươi hai nghìn đồng",
        "tiền mặt",
        "Trần Lê Hoàng Minh Khang",
        "226/2016/TT-BTC",
    ):
        assert words in receipt
    press(page, "Chuyển giải quyết", "Chuyển giải quyết, Trần Mỹ Lệ")


def certify(life: Life) -> None:
    page = life.open(life.office.justice, MORNING.replace(minute=30))
    page.locator("#viec").get_by_role("link", name="Soạn kết quả").click()
    expect(page.get_by_label("Số trang")).to_have_value("12")
    expect(page.get_by_label("Số bản")).to_have_value("3")
    life.look(page, "statement")
    press(page, "Lưu dự thảo", "Soạn kết quả")
    press(page, "Trình lãnh đạo ký", "Làm xong một bước")

    page = life.open(life.office.leader, MORNING.replace(minute=45))
    heading(page, "Ký lời chứng")
    life.look(page, "to-sign")
    press(page, "Ký kết quả", "Ký kết quả, Võ Thị Lan")
    statement = pdf_text(
        page, page.locator("#giay-to + *, #ho-so").get_by_role("link", name="Lời chứng").last
    )
    for words in (
        "01/2026-SCT/BS",
        "Sổ hộ khẩu: 03 bản, mỗi bản 12 trang",
        "đúng với bản chính",
        "Võ Thị Lan",
    ):
        assert words in statement


def hand_back(life: Life) -> None:
    page = life.open(life.office.clerk, MORNING.replace(hour=9))
    press(page, "Đóng dấu xong, chuyển về Một cửa", "Xử lý xong")

    page = life.open(life.office.tam, MORNING.replace(hour=9, minute=10))
    page.locator("#viec [name=received_by_name]").fill("Lê Thị Mười")
    press(page, "Trả kết quả", "Trả kết quả, Lê Văn Tám")
    said(page, "09:10")
    life.look(page, "returned")

    dossier = life.dossier()
    assert (dossier.state, dossier.outcome, dossier.returned_to) == ("returned", "on_time", "Lê Thị Mười")
    assert dossier.bill.owed_vnd == 0
