"""A model from registration to recognition: written, sent, tried out, judged blind, recognised."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from motcua.documents.services import render
from motcua.identity.models import Account
from motcua.initiatives.models import Initiative
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from tests.browser import assert_accessible, assert_no_sideways_scroll, shot
from tests.documents.reading import text_of
from tests.surfaces.board.initiatives.conftest import LIST, CommuneToday

pytestmark = pytest.mark.journey

TITLE = "Trả kết quả tại nhà cho người cao tuổi trên địa bàn xã An Thạnh"
TEXTS = {
    "Nội dung giải pháp": "Công chức mang kết quả đến nhà theo lịch mỗi tuần.",
    "Các bước thực hiện": "Lập danh sách người cao tuổi\nMang kết quả đến nhà",
    "Tính mới": "Người dân không phải đi lại.",
    "Thực trạng trước khi áp dụng": "Người cao tuổi đi lại ba lần cho một giấy.",
    "Phạm vi, địa bàn áp dụng": "toàn xã",
    "Hiệu quả xã hội": "Người cao tuổi hài lòng.",
    "Khả năng nhân rộng": "Xã nào cũng làm được.",
}


@pytest.fixture
def commune(transactional_db) -> CommuneToday:
    return CommuneToday()


@pytest.fixture
def signed_in(open_page, live_server):
    """A browser page of a width in which an officer is signed in."""

    def open_(officer: Officer, width: str | int = "desktop", **more: bool) -> Page:
        client = Client()
        client.force_login(Account.objects.get(pk=officer.account_id))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page = open_page(width, **more)
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return page

    return open_


def look(page: Page, name: str) -> None:
    shot(page, f"initiative-{name}")
    assert_accessible(page)


def today() -> str:
    return day(timezone.localdate())


def write(page: Page) -> None:
    """The proposer sees what resembles it, and that 90 percent are no whole, and loses nothing."""
    page.goto(LIST)
    look(page, "list")
    page.get_by_role("link", name="Đăng ký sáng kiến").click()
    page.get_by_label("Tên mô hình, sáng kiến").fill(TITLE)
    for label, text in TEXTS.items():
        page.get_by_label(label).fill(text)
    expect(page.get_by_text("Tiếp nhận và trả kết quả TTHC tại nhà cho người cao tuổi")).to_be_visible()
    page.get_by_label("Loại mô hình").select_option("home_service")
    page.get_by_label("Ngày áp dụng lần đầu").fill(today())
    page.locator("input[name='authors-0-share_percent']").fill("60")
    second = page.locator("select[name='authors-1-account_id']")
    second.select_option(label=second.locator("option", has_text="Lê Thị Hạnh").inner_text())
    page.locator("input[name='authors-1-share_percent']").fill("30")
    look(page, "form")
    page.get_by_role("button", name="Lưu bản soạn").click()
    expect(page.get_by_role("alert").get_by_text("còn thiếu 10 %").first).to_be_visible()
    expect(page.get_by_label("Tính mới")).to_have_value(TEXTS["Tính mới"])
    look(page, "shares")
    page.locator("input[name='authors-1-share_percent']").fill("40")
    page.get_by_role("button", name="Lưu bản soạn").click()
    expect(page.get_by_text("Đã lưu bản soạn.")).to_be_visible()
    look(page, "draft")
    page.get_by_role("button", name="Gửi đăng ký").click()
    expect(page.get_by_text("Đã gửi đăng ký.")).to_be_visible()


def try_out(page: Page, address: str) -> None:
    """Home affairs begins a pilot; the counter counts."""
    page.goto(address)
    page.get_by_role("link", name="Bắt đầu thí điểm").click()
    page.get_by_label("Thí điểm từ ngày").fill(today())
    page.get_by_label("Địa bàn thí điểm").fill("ấp Vàm Hồ A")
    page.get_by_label("Người phụ trách").fill("Trần Văn Ba")
    page.get_by_label("Đếm những gì").fill("Lượt trả tại nhà")
    look(page, "pilot")
    page.get_by_role("button", name="Bắt đầu thí điểm").click()
    page.get_by_role("link", name="Ghi số liệu thí điểm").click()
    page.get_by_label("Lượt trả tại nhà").check()
    page.get_by_label("Ngày").fill(today())
    page.get_by_label("Số lượng").fill("12")
    page.get_by_role("button", name="Ghi số liệu thí điểm").click()
    expect(page.get_by_text("Lượt trả tại nhà: 12")).to_be_visible()


def form_council(page: Page, commune: CommuneToday) -> None:
    """A council of one is refused; of four, with home affairs among them, it is formed."""
    page.goto(f"{LIST}hoi-dong/lap/")
    page.get_by_label(re.compile("Nguyễn Văn Lâm")).select_option("chair")
    page.get_by_role("button", name="Lập hội đồng").click()
    expect(page.get_by_role("link", name="Hội đồng phải có ít nhất 3 thành viên")).to_be_visible()
    for name, seat in (
        ("Phan Thị Kim Ngân", "secretary"),
        ("Đỗ Văn Năm", "member"),
        ("Lê Thị Hạnh", "member"),
    ):
        page.get_by_label(re.compile(name)).select_option(seat)
    look(page, "council-form")
    page.get_by_role("button", name="Lập hội đồng").click()
    expect(page.get_by_text("Đã lập hội đồng.")).to_be_visible()
    look(page, "council")


def lay(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Đưa ra hội đồng").click()
    page.get_by_label(re.compile("Hội đồng sáng kiến xã An Thạnh")).check()
    page.get_by_role("button", name="Đưa ra hội đồng").click()
    expect(page.get_by_text("Đã đưa ra hội đồng.")).to_be_visible()
    expect(page.get_by_text("Không chấm vì là tác giả: Lê Thị Hạnh")).to_be_visible()
    expect(page.get_by_role("link", name="Chấm điểm")).to_have_count(0)


def score(page: Page, novelty: str) -> None:
    """A member finds the sheet waiting, on a phone as at a desk."""
    page.goto(LIST)
    page.get_by_role("link", name="Mở phiếu chấm").click()
    for label, points in (
        ("Tính mới", novelty), ("Khả năng áp dụng, nhân rộng", "26"), ("Hiệu quả kinh tế", "14"),
        ("Hiệu quả xã hội", "18"),
    ):  # fmt: skip
        page.get_by_label(label).fill(points)
    look(page, f"sheet-{page.viewport_size['width'] if page.viewport_size else 0}")
    page.get_by_role("button", name="Ghi phiếu chấm").click()
    expect(page.get_by_text("Đã ghi phiếu chấm")).to_be_visible()


def conclude_and_recognise(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Ghi kết luận của hội đồng").click()
    page.get_by_label("Nơi họp").fill("phòng họp Ủy ban nhân dân xã")
    page.get_by_label("Biên bản").fill(
        "Các thành viên nhất trí: cách làm mới với xã, không tốn thêm kinh phí."
    )
    look(page, "conclude")
    page.get_by_role("button", name="Kết luận").click()
    expect(page.get_by_text("Hội đồng kết luận: đạt, đề nghị công nhận.")).to_be_visible()
    page.get_by_role("link", name="Công nhận", exact=True).click()
    expect(page.get_by_role("button", name="Ký quyết định công nhận")).to_be_visible()
    look(page, "recognise")
    page.get_by_role("button", name="Ký quyết định công nhận").click()
    expect(page.get_by_text("Đã ký Quyết định 01/QĐ-UBND, công nhận 1 sáng kiến.")).to_be_visible()
    look(page, "recognised")


def test_a_model_from_registration_to_recognition(commune, signed_in):
    write(signed_in(commune.ba))
    it = Initiative.objects.get(slug="")
    address = f"{LIST}{it.pk}/"
    home_affairs = signed_in(commune.hanh)
    try_out(home_affairs, address)
    form_council(home_affairs, commune)
    lay(home_affairs, address)
    chair, ngan, nam = signed_in(commune.chair), signed_in(commune.judges[0], "phone"), commune.judges[1]
    score(chair, "25")
    score(ngan, "22")
    score(signed_in(nam, "phone"), "28")
    ngan.goto(address)
    expect(ngan.get_by_text("Phiếu của bạn: 80 điểm.")).to_be_visible()
    expect(ngan.get_by_text("86")).to_have_count(0)

    conclude_and_recognise(chair, address)

    it.refresh_from_db()
    assert (it.state, it.review.average_tenths) == ("recognised", 830)
    paper = text_of(render(it.recognition.certificate))
    assert TITLE in paper
    assert "Trần Văn Ba, Công chức (60 %); Lê Thị Hạnh, Công chức (40 %)" in paper
    on_phone = signed_in(commune.ba, "phone")
    on_phone.goto(address)
    look(on_phone, "recognised-phone")
    on_phone.goto(f"{LIST}so/?nam={commune.year}")
    look(on_phone, "register-phone")


def test_writing_and_the_list_fit_a_phone(commune, signed_in):
    page = signed_in(commune.ba, "phone")
    for place, name in (("", "list-phone"), ("dang-ky/", "form-phone")):
        page.goto(LIST + place)
        look(page, name)
    narrow = signed_in(commune.hanh, 320)
    for place in (
        "dang-ky/",
        f"{commune.laid().initiative_id}/",
        "hoi-dong/lap/",
        "hoi-dong/tieu-chi/",
        "so/",
    ):
        narrow.goto(LIST + place)
        assert_no_sideways_scroll(narrow)


def test_a_registration_can_be_written_and_sent_without_scripts(commune, signed_in):
    draft = commune.draft()
    page = signed_in(commune.ba, scripts=False)
    page.goto(f"{LIST}{draft.pk}/sua/")
    page.get_by_label("Tính mới").fill("Lần đầu có ở xã.")
    page.get_by_role("button", name="Lưu").click()

    page.get_by_role("button", name="Gửi đăng ký").click()

    expect(page.get_by_text("Đã gửi đăng ký.")).to_be_visible()
