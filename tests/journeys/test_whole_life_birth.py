"""The whole life of a birth registration: card, receipt, hand-over, draft, signature, seal, return, the portal."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.clock import clock
from tests.factories.dossiers import HANOI
from tests.journeys.whole_life import DESK, Life, heading, pdf_text, press
from tests.surfaces.desk.intake_page import CARD

__all__ = ["clock"]
pytestmark = pytest.mark.journey

MORNING = datetime(2026, 11, 23, 8, 10, tzinfo=HANOI)
CHILD = {
    "child_full_name": "Trần Lê Ngọc An Nhiên",
    "child_dob": "10/11/2026",
    "child_birth_place": "xã An Thạnh, thành phố Cần Thơ",
    "child_home_town": "xã An Thạnh, thành phố Cần Thơ",
    "mother_full_name": "Nguyễn Thị Ngọc Hân",
    "mother_dob": "14/03/1990",
    "mother_residence": "xã An Thạnh, thành phố Cần Thơ",
    "mother_id_number": "092190004417",
}


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_a_birth_is_registered_within_the_day(open_page, transactional_db, clock, width):
    clock.set(MORNING)
    life = Life(open_page, clock, width, "birth")
    life.office.version("birth_registration")

    take_in(life, life.seat(life.office.le))
    hand_over(life)
    draft(life)
    sign(life)
    seal_and_return(life)
    follow(life, life.citizen())


def take_in(life: Life, page: Page) -> None:
    page.goto(f"{DESK}/nhan-ho-so/?thu-tuc=birth_registration")
    page.locator("[data-scan]").fill(CARD)
    page.locator("[data-scan-submit]").click()
    expect(page.locator("[name='applicant.full_name']")).to_have_value("Trần Lê Hoàng Minh Khang")
    page.locator("[name='applicant.phone']").fill("0912 345 678")
    choose(page, "applicant_relation", "father")
    choose(page, "child_sex", "female")
    choose(page, "child_ethnicity", "01")
    choose(page, "child_birth_place_kind", "home")
    choose(page, "parentage", "both")
    for name, text in CHILD.items():
        page.locator(f"[name={name}]").fill(text)
    tick(page, "commitment")
    tick(page, "paper", "id_paper")
    life.look(page, "intake")

    page.get_by_role("button", name="Nhận và in giấy hẹn").click()
    expect(page.get_by_role("link", name="Xem hồ sơ")).to_be_visible()
    life.look(page, "received")

    dossier = life.dossier()
    assert dossier.due_at == MORNING.replace(hour=17, minute=0)
    assert (dossier.applicant_name, dossier.subject_name) == (
        "Trần Lê Hoàng Minh Khang", "Trần Lê Ngọc An Nhiên",
    )  # fmt: skip


def hand_over(life: Life) -> None:
    page = life.open(life.office.le, MORNING.replace(minute=20))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Trần Lê Hoàng Minh Khang, cho con Trần Lê Ngọc An Nhiên"
    )
    heading(page, "Chuyển cho Tư pháp – Hộ tịch")
    life.look(page, "accepted")
    receipt = pdf_text(page, page.locator("#ho-so").get_by_role("link", name="Giấy tiếp nhận hồ sơ").last)
    assert "17 giờ 00" in receipt
    assert life.dossier().code in receipt

    press(page, "Chuyển giải quyết", "Chuyển giải quyết, Trần Mỹ Lệ")
    heading(page, "Đang chờ Tư pháp – Hộ tịch: Ngô Thanh Tùng")


def draft(life: Life) -> None:
    page = life.open(life.office.justice, MORNING.replace(minute=40))
    page.locator("#viec").get_by_role("link", name="Soạn kết quả").click()
    expect(page.get_by_label("Họ, chữ đệm, tên").first).to_have_value("Trần Lê Ngọc An Nhiên")
    page.get_by_label("Số định danh của trẻ").fill("092326001188")
    life.look(page, "draft")
    press(page, "Lưu dự thảo", "Soạn kết quả, Ngô Thanh Tùng")
    expect(page.locator("#giay-to ~ *, #ho-so")).to_contain_text(["Giấy khai sinh"])
    life.look(page, "drafted")

    press(page, "Trình lãnh đạo ký", "Làm xong một bước")
    heading(page, "Đang chờ Lãnh đạo: Võ Thị Lan")


def sign(life: Life) -> None:
    life.clock.set(MORNING.replace(hour=9, minute=30))
    page = life.seat(life.office.leader)
    page.goto(f"{DESK}/cho-ky/")
    page.get_by_role("checkbox", name="Trần Lê Hoàng Minh Khang").check()
    life.look(page, "signing")
    page.get_by_role("button", name="Ký tất cả đã chọn").click()
    expect(page.get_by_role("heading", name="Đã ký 1 kết quả")).to_be_visible()

    page = life.open(life.office.leader)
    certificate = pdf_text(page, page.locator("#ho-so").get_by_role("link", name="Giấy khai sinh số").last)
    assert "TRẦN LÊ NGỌC AN NHIÊN" in certificate
    assert "Võ Thị Lan" in certificate


def seal_and_return(life: Life) -> None:
    page = life.open(life.office.clerk, MORNING.replace(hour=9, minute=50))
    press(page, "Đóng dấu xong, chuyển về Một cửa", "Xử lý xong")
    page = life.open(life.office.le, MORNING.replace(hour=10, minute=5))
    heading(page, "Trả giấy khai sinh")
    life.look(page, "processed")
    expect(page.locator("#viec [name=received_by_name]")).to_have_value("Trần Lê Hoàng Minh Khang")
    press(page, "Trả kết quả", "Trả kết quả, Trần Mỹ Lệ")
    life.look(page, "returned")

    dossier = life.dossier()
    assert (dossier.state, dossier.outcome) == ("returned", "on_time")
    assert dossier.returned_to == "Trần Lê Hoàng Minh Khang"


def follow(life: Life, page: Page) -> None:
    page.goto("/theo-doi/")
    page.get_by_label("Mã hồ sơ").fill(life.dossier().code)
    page.get_by_label("4 số cuối điện thoại").fill("5678")
    page.get_by_role("button", name="Xem").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã trả kết quả. Hồ sơ này đã xong.")
    life.look(page, "followed")


def choose(page: Page, name: str, value: str) -> None:
    """Answer a question of the e-form, drawn as a list or as buttons."""
    field = page.locator(f"[name='{name}']")
    if field.first.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    else:
        page.locator(f"[name='{name}'][value='{value}']").check()


def tick(page: Page, name: str, value: str = "true") -> None:
    page.locator(f"[name='{name}'][value='{value}']").check()
