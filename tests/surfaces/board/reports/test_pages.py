import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from motcua.reporting import services
from motcua.reporting.models import Obligation, Report, ReportReminder
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import Form
from motcua.surfaces.board.reports.counts import count_reports
from tests.factories.organisation import UnitFactory, officer_at
from tests.surfaces.board.directives.office import client_of

LIST = "/dieu-hanh/cai-cach/bao-cao/"
HOME = "/dieu-hanh/cai-cach/"


def at(report: Report, part: str = "") -> str:
    return f"{LIST}{report.pk}/{part}"


@pytest.fixture
def report(district) -> Report:
    """The report of An Hiệp of the last quarter, opened and filled in."""
    duty = Obligation.objects.get(unit=district.an_hiep)
    return services.open_report(
        obligation_id=duty.pk, period=district.period.key, by=district.head_of_an_hiep, at=timezone.now()
    )


@pytest.fixture
def head(district):
    return client_of(district.head_of_an_hiep)


@pytest.fixture
def office(district):
    return client_of(district.hanh)


def send(client, report: Report):
    return client.post(at(report, "viec/ky-gui/"), {"revision": report.latest.revision}, follow=True)


def test_a_commune_sees_what_is_due_and_opens_it_filled_in(district, head):
    duty = Obligation.objects.get(unit=district.an_hiep)

    page = head.get(LIST).text
    opened = head.post(f"{LIST}mo/{duty.pk}/{district.period.key}/", follow=True).text

    assert district.period.name in page
    assert "Mở báo cáo đã điền sẵn" in page
    assert "Thư chúc mừng đăng ký kết hôn" in opened
    assert "xã tự ghi" in opened
    assert "đếm từ hồ sơ" in opened
    assert ">12<" in opened
    assert "Ký và gửi báo cáo" in opened


def test_one_button_signs_and_sends(head, report):
    page = send(head, report).text

    assert "Đã ký và gửi báo cáo" in page
    assert report.latest.state == "sent"
    assert report.latest.number_text.endswith("/BC-UBND")


def test_a_clerk_may_write_and_is_told_who_signs(district, report):
    clerk = client_of(district.ba)

    page = clerk.get(at(report)).text
    refused = clerk.post(at(report, "viec/ky-gui/"))

    assert "trình lãnh đạo đơn vị" in page
    assert "Ký và gửi báo cáo" not in page
    assert refused.status_code == 403


def test_a_correction_without_a_reason_is_asked_for_one_and_keeps_the_figure(head, report):
    address = at(report, "dieu-chinh/?dong=thu_chuc_mung&cot=cases")

    answer = head.post(address, {"value": "15", "reason": ""})

    assert answer.status_code == 422
    assert 'value="15"' in answer.text
    assert "Ghi lý do" in answer.text
    assert not report.latest.corrections.exists()


def test_a_correction_stands_beside_the_counted_figure_with_its_reason(head, report):
    address = at(report, "dieu-chinh/?dong=thu_chuc_mung&cot=cases")

    page = head.post(address, {"value": "15", "reason": "3 thư ghi trong sổ tay"}, follow=True).text

    assert "máy đếm 12" in page
    assert "3 thư ghi trong sổ tay" in page
    assert ">15<" in page


def test_a_figure_that_should_be_none_at_all_is_corrected_to_zero(head, report):
    address = at(report, "dieu-chinh/?dong=thu_chuc_mung&cot=cases")

    page = head.post(address, {"value": "0", "reason": "12 thư ghi nhầm mô hình"}, follow=True).text

    assert "máy đếm 12" in page
    assert ">0<" in page


def test_a_comment_is_kept_and_read_by_the_collector(head, office, report):
    head.post(
        at(report, "viec/nhan-xet/"),
        {"difficulties": "Thiếu người trực", "dong-thu_chuc_mung": "Mới làm ở 2 ấp"},
    )
    send(head, report)

    page = office.get(at(report)).text

    assert "Thiếu người trực" in page
    assert "Mới làm ở 2 ấp" in page


def test_an_act_on_an_old_screen_is_refused_in_words(head, report):
    old = report.latest.revision
    head.post(at(report, "viec/nhan-xet/"), {"difficulties": "x", "revision": old})

    answer = head.post(at(report, "viec/ky-gui/"), {"revision": old})

    assert answer.status_code == 422
    assert "Báo cáo vừa được đổi" in answer.text
    assert report.latest.state == "draft"


def test_frozen_figures_cannot_be_corrected_any_more(head, report):
    send(head, report)

    answer = head.post(
        at(report, "dieu-chinh/?dong=thu_chuc_mung&cot=cases"), {"value": "1", "reason": "Nhầm"}
    )

    assert answer.status_code == 422
    assert "đã khóa" in answer.text


def test_the_inbox_keeps_expected_sent_and_on_time_apart(district, head, office, report):
    send(head, report)

    page = office.get(f"{LIST}?ky={district.period.key}").text

    counted = [text.split("</dd>")[0] for text in page.split('<dd class="m-num">')[1:6]]
    assert counted == ["12", "1", "0", "1", "0"]
    assert "Gửi trễ hạn" in page
    assert "Nhắc 11 đơn vị chưa gửi" in page


def test_a_reminder_goes_to_those_who_have_not_sent(district, head, office, report):
    send(head, report)

    page = office.post(f"{LIST}nhac/", {"ky": district.period.key}, follow=True).text

    assert "Đã nhắc 11 đơn vị" in page
    assert ReportReminder.objects.filter(author=district.hanh.account_id).count() == 11
    assert not ReportReminder.objects.filter(obligation__unit=district.an_hiep).exists()


def test_a_return_needs_a_reason(head, office, report):
    send(head, report)

    answer = office.post(at(report, "viec/tra-lai/"), {"tra-lai-reason": ""})

    assert answer.status_code == 422
    assert 'href="#f-tra-lai-reason"' in answer.text
    assert report.latest.state == "sent"


def test_a_returned_report_is_mended_as_a_new_version_and_the_first_sending_counts(head, office, report):
    send(head, report)
    first = Report.objects.get(pk=report.pk).first_sent_at
    office.post(at(report, "viec/tra-lai/"), {"tra-lai-reason": "Số thư chưa khớp sổ"})
    assert "Số thư chưa khớp sổ" in head.get(LIST).text

    head.post(at(report, "viec/lan-moi/"), {"lan-moi-reason": "Đã đối chiếu sổ"})
    send(head, report)
    office.post(at(report, "viec/chap-nhan/"))

    page = head.get(at(report)).text
    assert report.latest.state == "accepted"
    assert report.latest.number == 2
    assert Report.objects.get(pk=report.pk).first_sent_at == first
    assert "Lần 1" in page
    assert "Lần 2" in page


def test_a_draft_is_not_shown_to_the_collector(district, office, report):
    assert office.get(at(report)).status_code == 404
    assert "Chưa gửi" in office.get(f"{LIST}?ky={district.period.key}").text


def test_the_collector_goes_on_reading_what_was_sent_while_a_new_version_is_written(head, office, report):
    send(head, report)
    head.post(at(report, "viec/lan-moi/"), {"lan-moi-reason": "Ghi thêm 3 thư"})

    page = office.get(at(report))

    assert "Ghi thêm 3 thư" not in page.text
    assert office.get(at(report, "?lan=2")).status_code == 404


def test_what_came_in_adds_up_to_one_report_that_opens_as_three_files(district, head, office, report):
    send(head, report)
    words = {"ky": district.period.key, "bieu": Form.MODELS, "don-vi": district.home_affairs.pk}

    page = office.post(f"{LIST}tong-hop/", words, follow=True).text

    whole = Report.objects.get(consolidated=True)
    files = {kind: BytesIO(office.get(at(whole, f"tep/{kind}/")).content) for kind in ("docx", "xlsx", "pdf")}
    cells = [
        cell.text for table in Document(files["docx"]).tables for row in table.rows for cell in row.cells
    ]
    sheet = load_workbook(files["xlsx"]).worksheets[0]
    assert "Xã An Hiệp" in page
    assert "chưa có báo cáo để gộp" in page
    assert "12" in cells
    assert "Thư chúc mừng đăng ký kết hôn" in cells
    assert 12 in [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Xã An Hiệp" in "".join(one.extract_text() for one in PdfReader(files["pdf"]).pages)


def test_a_neighbour_reads_neither_the_report_nor_its_files(district, head, report):
    send(head, report)
    neighbour = client_of(district.head_of_an_khanh)

    assert {neighbour.get(at(report, part)).status_code for part in ("", "tep/pdf/", "dieu-chinh/")} == {404}
    assert neighbour.post(at(report, "viec/chap-nhan/")).status_code == 404


def test_who_owes_nothing_reads_when_something_will_come(db):
    stranger = client_of(officer_at(UnitFactory(), "commune_leader"))

    page = stranger.get(LIST).text

    assert "không có báo cáo nào phải gửi hay phải nhận" in page


@pytest.mark.parametrize(
    "asked", ["?ky=2021Q9", "?ky=x", "?bieu=la", "?ky=2021&bieu=quarterly_model_report", "?ky=9999Q1"]
)
def test_forged_addresses_are_answered_in_words(office, asked):
    assert office.get(f"{LIST}{asked}").status_code in {200, 400, 404}


def test_the_chair_sees_models_silence_reports_and_late_tasks_with_their_lists(district, head, report):
    district.adopt(district.an_khanh, district.letters, district.period.first)
    send(head, report)

    page = client_of(district.chair).get(f"{HOME}?ky={district.period.key}").text

    assert "12 lượt phục vụ" in page
    assert f"{LIST}?ky={district.period.key}" in page
    assert "đã gửi trên 12, đúng hạn 0" in page
    assert "Ai đang im" in page
    assert "xã An Khánh" in page
    assert "/dieu-hanh/cai-cach/viec/tre-han/" in page


def test_a_chair_without_models_reads_how_to_begin(db):
    page = client_of(officer_at(UnitFactory(), "commune_leader")).get(HOME).text

    assert "chưa có mô hình nào được nhân rộng" in page


def test_the_rail_counts_what_is_due_and_what_waits_to_be_read(district, head, report):
    Obligation.objects.update(ends_on=district.period.last)  # shortly before its 25th this quarter is due too
    before = reports_due(district.head_of_an_hiep), reports_due(district.hanh)

    send(head, report)

    assert before == (1, 0)
    assert (reports_due(district.head_of_an_hiep), reports_due(district.hanh)) == (0, 1)


def reports_due(officer) -> int:
    return count_reports(officer, timezone.localtime())["reports_due"]


def test_the_desk_and_the_board_lead_to_the_reform(district):
    leader, clerk = client_of(district.head_of_an_hiep), client_of(district.ba)

    assert 'href="/dieu-hanh/cai-cach/"' in leader.get("/ban-lam-viec/").text
    assert 'href="/dieu-hanh/cai-cach/bao-cao/"' in clerk.get("/ban-lam-viec/").text
    assert 'href="/dieu-hanh/cai-cach/"' in leader.get("/dieu-hanh/").text


def test_a_sum_is_never_late_nor_corrected_but_made_anew(district, head, office, report):
    send(head, report)
    words = {"ky": district.period.key, "bieu": Form.MODELS, "don-vi": district.home_affairs.pk}

    page = office.post(f"{LIST}tong-hop/", words, follow=True).text

    assert "Tổng hợp lại" in page
    assert "m-due--late" not in page
    assert "dieu-chinh" not in page


def test_a_commune_reads_who_reminded_it_until_it_has_sent(district, head, office, report):
    office.post(f"{LIST}nhac/", {"ky": district.period.key})
    before = head.get(LIST).text
    send(head, report)

    assert "Lê Thị Hạnh nhắc lúc" in before
    assert "nhắc lúc" not in head.get(LIST).text


def test_figures_that_mean_something_in_their_row_only_have_no_total(district, head, office, report):
    send(head, report)
    words = {"ky": district.period.key, "bieu": Form.MODELS, "don-vi": district.home_affairs.pk}

    page = office.post(f"{LIST}tong-hop/", words, follow=True).text

    assert ">–</span></td></tr></tfoot>" in page


def test_a_sum_made_before_a_report_came_in_says_that_it_is_to_be_made_again(district, office, head, report):
    words = {"ky": district.period.key, "bieu": Form.MODELS, "don-vi": district.home_affairs.pk}
    office.post(f"{LIST}tong-hop/", words)
    whole = Report.objects.get(consolidated=True)
    send(head, report)

    before = office.get(at(whole)).text
    after = office.post(f"{LIST}tong-hop/", words, follow=True).text

    assert "Xã An Hiệp: báo cáo tới sau khi tổng hợp, chưa được gộp. Hãy tổng hợp lại." in before
    assert "Hãy tổng hợp lại." not in after


def test_the_day_stands_where_the_button_will_be_until_a_report_may_be_signed(district, head, report):
    today = timezone.localdate()
    ahead = ReportingPeriod.quarter_of(today + timedelta(days=120))
    first = ahead.due_on().replace(day=1)
    Report.objects.filter(pk=report.pk).update(due_on=ahead.due_on())

    page = head.get(at(report)).text

    assert f"Ký và gửi được từ ngày {first:%d/%m/%Y}" in page
    assert "Ký và gửi báo cáo" not in page
    assert "Ký báo cáo từ ngày" in send(head, report).text


def test_why_a_report_came_back_is_the_reason_of_the_next_version(head, office, report):
    send(head, report)
    office.post(at(report, "viec/tra-lai/"), {"tra-lai-reason": "Số thư chưa khớp sổ"})

    returned = head.get(at(report)).text
    head.post(at(report, "viec/lan-moi/"), {"lan-moi-reason": "Số thư chưa khớp sổ"})
    draft = head.get(at(report)).text

    assert re.search(r"<textarea[^>]*lan-moi-reason[^>]*>\s*Số thư chưa khớp sổ</textarea>", returned)
    assert "Không có nút “Đếm lại”" in returned
    assert "Không có nút “Đếm lại”" in draft
    assert report.latest.reason == "Số thư chưa khớp sổ"
    assert "bấm Đếm lại" not in head.get(at(report, "dieu-chinh/?dong=thu_chuc_mung&cot=cases")).text
