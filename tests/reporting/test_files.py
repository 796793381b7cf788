"""The files of a report opened again: what was counted, corrected and sent stands in them."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from python_calamine import CalamineWorkbook

from motcua.documents.services import render
from motcua.reporting import services
from motcua.reporting.exports import file_name, file_of
from motcua.reporting.models import Report
from motcua.reporting.shown import shown
from motcua.reporting.states import Form
from tests.documents.reading import text_of
from tests.factories.reporting import moment

AT = moment(9, 30)


@pytest.fixture
def reports(reporting):
    """Three communes: one with a corrected figure, one late."""
    duties = reporting.oblige()
    for unit, quantity in zip(reporting.communes, (3, 12, 5), strict=True):
        reporting.case(unit, date(2021, 9, 3), quantity=quantity)
    opened = reporting.open(duties[0])
    services.correct(
        report_id=opened.pk, row_id="thu_chuc_mung", column_id="cases", value=5, reason="Hai thư chưa ghi sổ.",
        by=reporting.head_of_town, at=moment(9, 21),
    )  # fmt: skip
    reporting.sign_and_send(opened)
    return [
        Report.objects.get(pk=opened.pk),
        reporting.sent(duties[1]),
        reporting.sent(duties[2], at=moment(9, 28)),
    ]


@pytest.fixture
def whole(reporting, reports):
    return services.consolidate(
        unit_id=reporting.home_affairs.pk, form=Form.MODELS, period="2021Q3", by=reporting.hanh, at=AT
    )


def sheets(version):
    book = CalamineWorkbook.from_filelike(BytesIO(file_of(version, "xlsx", at=AT)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def words(file):
    document = docx.Document(BytesIO(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_workbook_of_a_unit_has_its_table_its_corrections_and_its_records(reports):
    found = sheets(reports[0].latest)

    assert list(found) == ["Báo cáo", "Điều chỉnh", "Hồ sơ, lượt ghi"]
    row = next(row for row in found["Báo cáo"] if row[1] == "Thư chúc mừng đăng ký kết hôn")
    assert [int(cell) for cell in row[3:8]] == [0, 3, 5, 0, 5]
    assert found["Điều chỉnh"][1][2:] == [3, 5, "Hai thư chưa ghi sổ."]
    assert found["Hồ sơ, lượt ghi"][1][1].startswith("MC-")


def test_the_consolidated_workbook_tells_each_unit_and_its_total(whole):
    found = sheets(whole.latest)

    total = next(row for row in found["Báo cáo"] if row[1] == "Tổng số")
    assert [int(cell) for cell in total[2:7]] == [0, 20, 22, 0, 22]
    sent = {row[0]: row[-1] for row in found["Từng đơn vị"][1:]}
    assert sent == {"Thị trấn Cái Tàu Hạ": "Đúng hạn", "Xã An Hiệp": "Đúng hạn", "Xã An Khánh": "Trễ hạn"}


def test_the_word_file_has_the_head_of_the_decree_and_the_reason_of_each_correction(reports):
    text = words(file_of(reports[0].latest, "docx", at=AT))

    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 01/BC-UBND", "Cái Tàu Hạ, ngày 24 tháng 9 năm 2021",
        "máy đếm 3, báo cáo 5. Lý do: Hai thư chưa ghi sổ.", "TM. ỦY BAN NHÂN DÂN", "Võ Văn Hai",
    ):  # fmt: skip
        assert part in text


def test_the_word_file_is_a4_in_times_new_roman_with_the_margins_of_the_decree(reports):
    document = docx.Document(BytesIO(file_of(reports[0].latest, "docx", at=AT)))

    (section,) = document.sections
    size = [round(value.mm) for value in (section.page_width, section.page_height, section.left_margin)]
    assert (size, document.styles["Normal"].font.name) == ([210, 297, 30], "Times New Roman")


def test_the_pdf_of_a_signed_report_is_the_paper_that_was_signed(reports):
    version = reports[0].latest

    assert file_of(version, "pdf", at=AT) == render(version.paper)
    assert "Ký trên phần mềm" in text_of(file_of(version, "pdf", at=AT))


def test_the_consolidated_report_says_who_is_missing_and_who_corrected(reporting, whole):
    text = " ".join(text_of(file_of(whole.latest, "pdf", at=AT)).split())

    assert "Phải gửi 3 báo cáo, đã gộp 3 báo cáo, trong đó 2 gửi đúng hạn." in text
    assert "lý do ghi trong báo cáo của: Thị trấn Cái Tàu Hạ." in text


def test_words_that_look_like_formulas_stay_words(reporting):
    reporting.letters.title = "=1+1"
    reporting.letters.save()
    report = reporting.open(reporting.oblige(reporting.an_hiep)[0])

    file = file_of(report.latest, "xlsx", at=AT)

    assert b"<f>" not in ZipFile(BytesIO(file)).read("xl/worksheets/sheet1.xml")
    assert "=1+1" in [row[1] for row in sheets(report.latest)["Báo cáo"]]


def test_a_file_is_named_after_its_period_and_unit(reports):
    assert file_name(shown(reports[1].latest), "docx") == "bao-cao-2021Q3-H-an-hiep.docx"


def test_in_the_word_file_the_signature_stays_with_the_sentence_before_it(whole):
    document = docx.Document(BytesIO(file_of(whole.latest, "docx", at=AT)))

    closing = next(line for line in document.paragraphs if line.text.startswith("Trên đây là"))
    signed = document.tables[-1].rows[0].cells[1].paragraphs
    assert all(line.paragraph_format.keep_with_next for line in [closing, *signed])
