"""Taking a dossier in, in a real browser: from the card's QR code to the receipt, by keyboard, on a phone, without
scripts, through a power cut."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, Response, Route, expect

from motcua.dossiers.models import Dossier, IntakeDraft
from tests.browser import assert_accessible, assert_no_sideways_scroll, shot
from tests.factories.identity import PersonFactory
from tests.surfaces.desk.intake_page import CARD, PDF
from tests.surfaces.desk.office import OfficeAtWork, client_of

pytestmark = pytest.mark.journey

INTAKE = "/ban-lam-viec/nhan-ho-so/"
USUAL = (
    "birth_registration", "certified_copy", "marital_status_certificate", "certified_signature", "death_registration",
    "first_land_certificate",
)  # fmt: skip


@pytest.fixture
def office(transactional_db) -> OfficeAtWork:
    office = OfficeAtWork(timezone.localtime())
    for slug in USUAL:
        office.version(slug)
    PersonFactory(
        full_name="Nguyễn Văn Khánh", personal_id="092080001234", birth_year=1980, address="ấp Bình Du B"
    )
    return office


@pytest.fixture
def counter(office, open_page, live_server):
    """The intake page in a browser of a width, Trần Mỹ Lệ signed in."""

    def open_(width: str | int = "desktop", query: str = "", **more: bool) -> Page:
        page = open_page(width, **more)
        session = client_of(office.le).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        page.goto(INTAKE + query)
        return page

    return open_


def field(page: Page, name: str):
    return page.locator(f"[id='f-{name}']")


def scan(page: Page) -> None:
    """The reader types the card's text and Enter where the cursor stands on opening."""
    expect(field(page, "intake.find")).to_be_focused()
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã đọc lúc")).to_be_visible()


def fill_birth(page: Page) -> None:
    """What a father says of his daughter; what the card and the office know is not asked."""
    field(page, "applicant_relation").select_option("father")
    field(page, "child_full_name").fill("trần lê ngọc an nhiên")
    field(page, "child_dob").fill("10112026")
    page.get_by_label("Nữ", exact=True).check()
    field(page, "child_ethnicity").select_option("01")
    page.get_by_label("Cơ sở y tế", exact=True).check()
    field(page, "child_birth_facility").fill("Bệnh viện Đa khoa Cù Lao Dung")
    field(page, "child_birth_place").fill("xã An Thạnh, thành phố Cần Thơ")
    field(page, "child_home_town").fill("xã An Thạnh, thành phố Cần Thơ")
    field(page, "mother_full_name").fill("Lê Thị Ngọc Mai")
    field(page, "mother_dob").fill("1990")
    field(page, "mother_residence").fill("ấp Bình Du A, xã An Thạnh")
    field(page, "mother_id_number").fill("092190000123")
    page.get_by_label("Tôi cam đoan").check()


@pytest.mark.parametrize(
    ("width", "dark"), [("phone", False), ("desktop", False), ("phone", True), ("desktop", True)]
)
def test_a_birth_from_the_card_to_the_receipt(counter, width, dark):
    page, name = counter(width, dark=dark), f"intake-{width}{'-dark' if dark else ''}"
    shot(page, f"{name}-1-open")
    assert_accessible(page)
    scan(page)
    expect(field(page, "applicant.phone")).to_be_focused()
    page.keyboard.type("0912345678\n")
    page.get_by_role("button", name="Đăng ký khai sinh").click()
    expect(field(page, "applicant_relation")).to_be_focused()

    fill_birth(page)
    expect(field(page, "father_full_name")).to_have_value("Trần Lê Hoàng Minh Khang")
    expect(page.get_by_text("Ngày mùng mười tháng mười một năm")).to_be_visible()
    expect(field(page, "child_full_name")).to_have_value("Trần Lê Ngọc An Nhiên")
    page.locator("[name='file.birth_proof']").set_input_files(
        {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    expect(page.locator("#tep-birth_proof")).to_contain_text("chung-sinh.pdf")
    shot(page, f"{name}-2-filled")
    assert_accessible(page)
    page.get_by_role("button", name="Nhận và in giấy hẹn").click()

    expect(page.get_by_role("link", name="In giấy hẹn")).to_be_focused()
    shot(page, f"{name}-3-done")
    assert_accessible(page)
    dossier = Dossier.objects.get()
    assert page.url.endswith(f"/da-nhan/{dossier.pk}/?in=1")
    assert dossier.files.get().component_id == "birth_proof"
    assert dossier.answers["child_birth_facility"] == "Bệnh viện Đa khoa Cù Lao Dung"


def test_the_receipt_opens_by_itself_and_is_a_pdf(counter):
    page = counter()
    _copies(page)

    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")

    assert re.search(r"/giay-to/\d+/", opened.value.url) or opened.value.url == "about:blank"
    link = page.get_by_role("link", name="In giấy hẹn").get_attribute("href")
    receipt = page.request.get(link)
    assert receipt.headers["content-type"] == "application/pdf"
    assert receipt.body().startswith(b"%PDF")


def _copies(page: Page) -> None:
    """Two copies of twelve pages, the hands never leaving the keyboard."""
    scan(page)
    expect(field(page, "applicant.phone")).to_be_focused()
    page.keyboard.type("0912345678\n")
    expect(field(page, "intake.procedure")).to_be_focused()
    page.keyboard.type("sao y")
    expect(page.locator("#thu-tuc-ds [data-choice]").first).to_contain_text("Chứng thực bản sao")
    page.keyboard.press("Enter")
    expect(field(page, "items-0-document_name")).to_be_focused()
    page.keyboard.type("Bằng tốt nghiệp\n\n\n\n12\n2\n")
    expect(page.get_by_text("28.000 đồng", exact=True)).to_be_visible()
    page.keyboard.press("Alt+a")


def test_a_familiar_case_needs_no_mouse_and_few_keys(counter):
    page = counter()
    page.evaluate("window.pressed = 0; addEventListener('keydown', () => window.pressed++, true)")

    _copies(page)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("heading", name="Đã nhận hồ sơ")).to_be_visible()
    by_reader = len(CARD) + 1
    assert page.evaluate("window.pressed") - by_reader <= 50  # phone, "sao y", one line, all papers, accept
    page.get_by_role("button", name="Thu 28.000 đồng tiền mặt").click()
    expect(page.get_by_role("link", name="In biên lai 0000001")).to_be_focused()
    shot(page, "intake-desktop-4-paid")
    assert_accessible(page)
    page.keyboard.press("n")
    expect(field(page, "intake.find")).to_be_focused()


def test_people_and_procedures_are_chosen_with_arrows(counter):
    page = counter()
    expect(field(page, "intake.find")).to_be_focused()
    page.keyboard.type("kha", delay=30)
    expect(page.locator("#ung-vien")).to_contain_text("Nguyễn Văn Khánh")
    shot(page, "intake-desktop-5-people")
    assert_accessible(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field(page, "applicant.personal_id")).to_have_value("092 080 001 234")

    field(page, "intake.procedure").fill("doc than")
    expect(page.locator("#thu-tuc-ds [data-choice]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("#to-khai h2")).to_be_visible()
    expect(page.locator("#tom-tat")).to_contain_text("3 ngày làm việc")
    shot(page, "intake-desktop-6-days")


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_what_is_wrong_is_told_first_and_nothing_is_lost(counter, width):
    page = counter(width, "?thu-tuc=birth_registration")
    scan(page)
    expect(field(page, "applicant.phone")).to_be_focused()
    page.keyboard.type("091234567")
    field(page, "child_dob").fill("31022026")
    page.get_by_role("button", name="Nhận và in giấy hẹn").click()

    expect(page.locator("#can-sua")).to_be_focused()
    expect(page.locator("#can-sua")).to_contain_text("Thiếu 1 chữ số")
    expect(field(page, "applicant.phone")).to_have_value(re.compile("091 ?234 ?567"))
    shot(page, f"intake-{width}-7-wrong")
    assert_accessible(page)
    page.get_by_role("button", name="Hướng dẫn bổ sung").click()
    expect(page.get_by_role("heading", name="Phiếu yêu cầu bổ sung (mẫu 02)")).to_be_focused()
    shot(page, f"intake-{width}-8-supplement")
    assert_accessible(page)


def keeps(name: str) -> Callable[[Response], bool]:
    """Whether an answer is the one to a draft with something under a name."""
    return lambda answer: answer.url.endswith("/luu/") and name in parse_qs(answer.request.post_data or "")


def test_a_power_cut_takes_nothing(counter):
    page = counter("desktop", "?thu-tuc=birth_registration")
    scan(page)
    with page.expect_response(keeps("child_full_name")):
        field(page, "child_full_name").fill("Trần Lê Ngọc An Nhiên")
    expect(page.locator("[data-autosave-status]")).to_have_text(
        re.compile("^Tự lưu lúc .+ Mất điện cũng không mất.$")
    )

    page.reload()

    expect(field(page, "child_full_name")).to_have_value("Trần Lê Ngọc An Nhiên")
    page.goto(INTAKE)
    page.get_by_role("link", name="Đăng ký khai sinh, Trần Lê Hoàng Minh Khang").click()
    expect(field(page, "applicant.full_name")).to_have_value("Trần Lê Hoàng Minh Khang")
    assert IntakeDraft.objects.count() == 1


def test_a_refused_file_says_why_at_once_and_the_good_one_stays(counter):
    page = counter("desktop", "?thu-tuc=birth_registration")
    page.locator("[name='file.']").set_input_files(
        [
            {"name": "don.pdf", "mimeType": "application/pdf", "buffer": PDF},
            {"name": "anh.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90"},
        ]
    )

    expect(page.locator("#tep-chung")).to_contain_text("don.pdf")
    expect(page.locator("#tep-chung .m-err")).to_contain_text("chương trình máy tính, không nhận được")
    assert_accessible(page)
    page.locator("#tep-chung").get_by_role("button", name="Bỏ").click()
    expect(page.locator("#tep-chung .i-file")).to_have_count(0)


def test_a_list_drawn_anew_keeps_what_was_sent_refused_or_is_on_its_way(counter):
    page = counter("desktop", "?thu-tuc=birth_registration")
    asked_for = page.locator("#f-paper-abandoned_minutes")

    def answered_meanwhile(upload: Route) -> None:
        page.locator("[name=parentage][value=both]").check()
        expect(asked_for).to_have_count(0)
        upload.continue_()

    page.route("**/nhan-ho-so/tep/", answered_meanwhile, times=1)
    page.locator("[name='file.birth_proof']").set_input_files(
        [
            {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": PDF},
            {"name": "anh.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90"},
        ]
    )
    files = page.locator("#tep-birth_proof")
    expect(files).to_contain_text("chung-sinh.pdf")
    expect(page.locator("#f-paper-birth_proof")).to_be_checked()
    page.locator("[name=parentage][value=abandoned]").check()

    expect(asked_for).to_be_visible()
    expect(files).to_contain_text("chung-sinh.pdf")
    expect(files.locator(".m-err")).to_contain_text("chương trình máy tính, không nhận được")
    page.locator("[name='file.birth_proof']").set_input_files(
        {"name": "anh.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    expect(files.locator(".i-file")).to_have_count(2)
    expect(files.locator(".m-err")).to_have_count(0)


def test_what_is_said_while_the_side_is_asked_for_counts_too(counter):
    page = counter("desktop", "?thu-tuc=certified_copy")
    for name, said in {"document_name": "Bằng tốt nghiệp", "pages": "12", "copies": "2"}.items():
        field(page, f"items-0-{name}").fill(said)

    def said_meanwhile(question: Route) -> None:
        field(page, "items-0-copies").fill("3")
        page.locator("#f-paper-original").check()
        question.continue_()

    page.route("**/nhan-ho-so/ben-canh/", said_meanwhile, times=1)
    field(page, "items-0-copies").press("Tab")

    expect(page.locator("#tom-tat")).to_contain_text("42.000 đồng")
    expect(page.locator("#f-paper-original")).to_be_checked()
    page.route("**/nhan-ho-so/ben-canh/", lambda question: None, times=1)  # this one is never answered
    with page.expect_request("**/nhan-ho-so/ben-canh/"):
        field(page, "items-0-copies").fill("4")
        field(page, "items-0-copies").press("Tab")
    field(page, "items-0-copies").fill("5")
    field(page, "items-0-copies").press("Tab")
    expect(page.locator("#tom-tat")).to_contain_text("70.000 đồng")


def test_a_file_picked_before_the_scripts_came_is_sent_once_they_are_there(counter):
    page = counter("desktop", "?thu-tuc=birth_registration")

    def picked_before(script: Route) -> None:
        page.locator("[name='file.birth_proof']").set_input_files(
            {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": PDF}
        )
        script.continue_()

    page.route("**/htmx.min*.js", picked_before)
    page.reload()

    expect(page.locator("#tep-birth_proof")).to_contain_text("chung-sinh.pdf")


def test_a_file_is_not_an_answer_that_asks_the_side_anew(counter):
    page = counter("desktop", "?thu-tuc=birth_registration")
    page.evaluate(
        "nhan.addEventListener('change', ({ target }) => {"
        " nhan.dataset.heard = `${nhan.dataset.heard ?? ''}|${target.name}`; })"
    )

    page.locator("[name='file.']").set_input_files(
        {"name": "don.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    expect(page.locator("#tep-chung")).to_contain_text("don.pdf")
    field(page, "frame.sets").fill("2")
    field(page, "frame.sets").press("Tab")

    expect(page.locator("#nhan")).to_have_attribute("data-heard", "|frame.sets")


def test_without_scripts_the_same_birth_is_taken_in(counter):
    page = counter("desktop", scripts=False)
    field(page, "intake.find").fill(CARD)
    page.keyboard.press("Enter")
    field(page, "applicant.phone").fill("0912 345 678")
    field(page, "intake.procedure").fill("moi sinh con")
    page.keyboard.press("Enter")
    page.locator("#thu-tuc-ds [data-choice]").first.click()
    page.get_by_label("Cơ sở y tế", exact=True).check()
    page.get_by_role("button", name="Xem các ô cần khai tiếp").click()
    fill_birth(page)
    page.locator("[name='file.birth_proof']").set_input_files(
        {"name": "chung-sinh.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    shot(page, "intake-desktop-9-no-scripts")
    page.get_by_role("button", name="Nhận và in giấy hẹn").click()

    expect(page.get_by_role("heading", name="Đã nhận hồ sơ")).to_be_visible()
    assert Dossier.objects.get().files.count() == 1


def test_it_fits_a_phone_of_320_pixels(counter):
    page = counter(320, "?thu-tuc=certified_copy")
    assert_no_sideways_scroll(page)
    scan(page)
    assert_no_sideways_scroll(page)
    shot(page, "intake-320")
