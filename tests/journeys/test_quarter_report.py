"""A commune's quarter from reminder to acceptance, with one return; then what came in, opened as files."""

from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from motcua.kernel.vietnamese import day
from motcua.reporting.models import Obligation, Report, ReportReminder
from tests.browser import assert_accessible, shot
from tests.documents.reading import text_of
from tests.factories.reform import ChauThanh

pytestmark = pytest.mark.journey

INBOX = "/dieu-hanh/cai-cach/bao-cao/"
MODEL = "Thư chúc mừng đăng ký kết hôn"
WORD, TABLE, PRINT = "Tệp Word", "Bảng tính Excel", "Bản in PDF"


@pytest.fixture
def district(transactional_db) -> ChauThanh:
    """Twelve communes from which nobody has asked a report yet; two of them brought letters to people."""
    made = ChauThanh()
    made.serve(made.an_hiep, 12)
    made.serve(made.an_khanh, 5)
    return made


def inbox_of(page: Page, district: ChauThanh) -> None:
    page.goto(f"{INBOX}?ky={district.period.key}")


def looked_at(page: Page, name: str) -> None:
    shot(page, f"quarter-{name}")
    assert_accessible(page)


def give_out(page: Page, district: ChauThanh) -> None:
    """Home affairs asks all communes for the report, from the last quarter on, and says that it means a day gone by."""
    page.goto(INBOX)
    page.get_by_role("link", name="Giao báo cáo").first.click()
    expect(page.get_by_role("heading", name="Giao báo cáo", exact=True)).to_be_visible()
    page.get_by_label("Từ quý").select_option(str(district.period.quarter))
    page.get_by_label("Của năm").first.fill(str(district.period.year))
    page.get_by_label("Của năm").first.blur()
    expect(page.locator("#xem-truoc")).to_contain_text(day(district.period.due_on()))
    expect(page.locator("#xem-truoc")).to_contain_text("Giao cho 12 đơn vị")
    expect(page.locator("#xem-truoc")).to_contain_text("đã qua: 12 đơn vị sẽ trễ ngay khi giao")
    page.get_by_label("Hạn này đã qua, tôi vẫn giao").check()
    looked_at(page, "give-out")
    page.get_by_role("button", name="Giao báo cáo").click()
    expect(page.get_by_text("Đã giao báo cáo cho 12 đơn vị")).to_be_visible()
    looked_at(page, "given-out")


def remind(page: Page, district: ChauThanh) -> None:
    """Home affairs sees that nobody has sent, and reminds all with one button."""
    inbox_of(page, district)
    looked_at(page, "inbox-empty")
    page.get_by_role("button", name="Nhắc 12 đơn vị chưa gửi").click()
    expect(page.get_by_text("Đã nhắc 12 đơn vị")).to_be_visible()
    expect(page.get_by_text("đã nhắc 1 lần")).to_have_count(12)


def write(page: Page) -> None:
    """The head of a commune, on a phone: figures are there, one is corrected with its reason, a word is added."""
    page.goto(INBOX)
    expect(page.get_by_text("Lê Thị Hạnh nhắc lúc")).to_be_visible()
    looked_at(page, "commune-due")
    page.get_by_role("button", name="Mở báo cáo đã điền sẵn").first.click()
    expect(page.get_by_role("button", name="Ký và gửi báo cáo")).to_be_visible()
    looked_at(page, "commune-filled")
    page.get_by_role("link", name=f"Điều chỉnh Lượt phục vụ trong kỳ, {MODEL}").click()
    page.get_by_label("Số báo cáo").fill("15")
    page.get_by_role("button", name="Lưu điều chỉnh").click()
    expect(page.get_by_label("Lý do điều chỉnh")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Số báo cáo")).to_have_value("15")
    looked_at(page, "correction-refused")
    page.get_by_label("Lý do điều chỉnh").fill("3 thư trao tại lễ, ghi trong sổ tay")
    page.get_by_role("button", name="Lưu điều chỉnh").click()
    expect(page.get_by_text("máy đếm 12. 3 thư trao tại lễ, ghi trong sổ tay")).to_be_visible()
    page.get_by_label("Khó khăn, vướng mắc").fill("Thiếu người viết thư ở hai ấp xa")
    page.get_by_role("button", name="Lưu nhận xét").click()
    expect(page.get_by_text("Đã lưu nhận xét.")).to_be_visible()


def send(page: Page, name: str) -> None:
    page.get_by_role("button", name="Ký và gửi báo cáo").click()
    expect(page.get_by_text("Đã ký và gửi báo cáo. Số liệu đã khóa.")).to_be_visible()
    looked_at(page, name)


def give_back(page: Page, district: ChauThanh) -> None:
    """Home affairs takes it in and returns it; without a reason it stays where it is."""
    inbox_of(page, district)
    page.get_by_role("link", name="Xem, trả lời Xã An Hiệp").click()
    later = page.get_by_role("button", name="Tiếp nhận, xem sau")
    expect(later).to_be_visible()
    looked_at(page, "office-reads")
    later.click()
    expect(later).to_have_count(0)
    page.get_by_role("button", name="Trả lại để sửa").click()
    expect(page.get_by_text("Ghi lý do cụ thể: số nào, dòng nào cần xem lại.").first).to_be_visible()
    looked_at(page, "return-refused")
    page.get_by_label("Lý do trả lại").fill("Sổ tay chỉ có 2 thư, xã đếm lại")
    page.get_by_role("button", name="Trả lại để sửa").click()
    expect(page.get_by_text("Đã trả lại báo cáo, đơn vị đọc được lý do.")).to_be_visible()


def mend(page: Page) -> None:
    """The commune reads why, writes the next version, and sends it again."""
    page.goto(INBOX)
    expect(page.get_by_text("Sổ tay chỉ có 2 thư, xã đếm lại")).to_be_visible()
    looked_at(page, "commune-returned")
    page.get_by_role("link", name="Làm tiếp").first.click()
    page.get_by_label("Vì sao báo cáo lại").fill("Đếm lại theo sổ tay")
    page.get_by_role("button", name="Sửa theo yêu cầu").click()
    page.get_by_role("link", name=f"Điều chỉnh Lượt phục vụ trong kỳ, {MODEL}").click()
    page.get_by_label("Số báo cáo").fill("14")
    page.get_by_label("Lý do điều chỉnh").fill("2 thư ghi trong sổ tay")
    page.get_by_role("button", name="Lưu điều chỉnh").click()


def accept(page: Page, district: ChauThanh) -> None:
    inbox_of(page, district)
    page.get_by_role("link", name="Xem, trả lời Xã An Hiệp").click()
    page.get_by_role("button", name="Chấp nhận báo cáo").click()
    expect(page.get_by_text("Đã chấp nhận báo cáo.")).to_be_visible()
    looked_at(page, "accepted")


def consolidate(page: Page, district: ChauThanh) -> dict[str, bytes]:
    """What came in becomes one report; its three files as they are downloaded."""
    inbox_of(page, district)
    looked_at(page, "inbox-sent")
    page.get_by_role("button", name="Lập báo cáo tổng hợp").click()
    expect(page.get_by_role("button", name="Tổng hợp lại")).to_be_visible()
    looked_at(page, "consolidated")
    files = {}
    for words in (WORD, TABLE, PRINT):
        with page.expect_download() as coming:
            page.get_by_role("link", name=words).click()
        files[words] = Path(coming.value.path()).read_bytes()
    return files


def test_a_quarter_from_reminder_to_acceptance_with_one_return(district, signed_in):
    office, commune = signed_in(district.hanh), signed_in(district.head_of_an_hiep, "phone")
    give_out(office, district)
    remind(office, district)
    write(commune)
    send(commune, "commune-sent")
    give_back(office, district)
    mend(commune)
    send(commune, "commune-sent-again")
    accept(office, district)

    report = Report.objects.get(unit=district.an_hiep)
    first, second = report.versions.order_by("number")
    assert (first.state, second.state) == ("returned", "accepted")
    assert report.first_sent_at == first.sent_at
    assert ReportReminder.objects.filter(obligation=report.obligation).count() == 1
    commune.goto(f"{INBOX}{report.pk}/")
    for told in ("Sổ tay chỉ có 2 thư, xã đếm lại", "3 thư trao tại lễ, ghi trong sổ tay", "Trễ hạn."):
        expect(commune.get_by_text(told).first).to_be_visible()
    looked_at(commune, "history")


def test_the_consolidated_report_opens_as_word_spreadsheet_and_print(district, signed_in):
    district.duties()
    for duty in Obligation.objects.filter(unit__in=[district.an_hiep, district.an_khanh]):
        district.sent(duty, district.period.key, timezone.now())

    files = consolidate(signed_in(district.hanh), district)

    document = Document(BytesIO(files[WORD]))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert next(row for row in rows if MODEL in row)[2:5] == ["0", "17", "17"]
    book = load_workbook(BytesIO(files[TABLE]))
    cells = [[cell.value for cell in row] for row in book["Báo cáo"].iter_rows()]
    assert next(row for row in cells if MODEL in row)[2:5] == [0, 17, 17]
    parts = {row[0].value: row[4].value for row in book["Từng đơn vị"].iter_rows() if row[1].value == MODEL}
    assert parts == {"Xã An Hiệp": 12, "Xã An Khánh": 5}
    text = text_of(files[PRINT])
    assert "Phải gửi 12 báo cáo, đã gộp 2 báo cáo, trong đó 0 gửi đúng hạn." in text
    assert "PHÒNG NỘI VỤ" in text
