"""A spreadsheet of cases comes in as a whole, or not at all, and every broken row is named."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from motcua.initiatives import case_sheet, services
from motcua.initiatives.case_sheet import HEADS, NoSheet
from motcua.initiatives.models import ModelCase
from tests.factories.replication import AUGUST, WRITING, Spread, adopted, model

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(db) -> Spread:
    made = Spread()
    adopted(made, made.town, WRITING)
    return made


def sheet(*rows, heads=HEADS) -> bytes:
    book = openpyxl.Workbook()
    book.active.append([str(head) for head in heads])
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def take(district, content):
    return services.import_cases(
        content=content, unit_id=district.town.pk, by=district.head(district.town), at=AUGUST
    )


def test_every_row_becomes_a_case(district):
    code = model(WRITING).code
    content = sheet(
        [code, date(2021, 8, 2), "Viết giúp bà Sáu"],
        [],
        [code, "03/08/2021", "Buổi tối ở ấp 2", 7, "người cao tuổi"],
    )

    take(district, content)

    assert list(ModelCase.objects.order_by("pk").values_list("happened_on", "quantity", "target_group")) == [
        (date(2021, 8, 2), 1, ""),
        (date(2021, 8, 3), 7, "người cao tuổi"),
    ]


@pytest.mark.parametrize("written", [str.lower, str.title, str.upper])
def test_a_code_is_known_in_any_case(district, written):
    content = sheet([written(model(WRITING).code), "02/08/2021", "Viết giúp bà Sáu"])

    assert [row.initiative.slug for row in take(district, content)] == [WRITING]


def test_a_row_left_blank_in_the_middle_is_passed_over(district):
    code = model(WRITING).code
    blank = [None, None, None, None]

    take(
        district,
        sheet([code, "02/08/2021", "Viết giúp bà Sáu"], blank, [code, "03/08/2021", "Viết giúp ông Ba"]),
    )

    assert ModelCase.objects.count() == 2


def test_one_broken_row_keeps_all_of_them_out_and_each_is_named(district):
    code = model(WRITING).code
    content = sheet(
        [code, "02/08/2021", "Viết giúp bà Sáu"],
        ["SK-1", "02/08/2021", "Viết giúp"],
        [code, "31/02/2021", "Viết giúp"],
        [code, "02/08/2021", "Viết giúp", "nhiều"],
        [code, "02/12/2021", "Viết giúp"],
        [code, "02/08/2021", ""],
    )

    with pytest.raises(services.BrokenRows, match="5 dòng cần sửa") as caught:
        take(district, content)

    assert [row.number for row in caught.value.rows] == [3, 4, 5, 6, 7]
    assert [row.sentence.split(".")[0] for row in caught.value.rows] == [
        "Không có mô hình mang mã “SK-1”",
        "Không đọc được ngày “31/02/2021”",
        "Số lượt “nhiều” không phải số nguyên",
        "Ngày 02/12/2021 chưa tới",
        "Ghi chú ngắn: đã làm gì, cho ai, ở đâu",
    ]
    assert not ModelCase.objects.exists()


def test_a_formula_without_its_result_is_no_number_of_cases(district):
    code = model(WRITING).code
    content = sheet(
        [code, "02/08/2021", "Viết giúp bà Sáu", "=1+6"],
        [None, None, None, None, None, "=A2"],
        [code, "02/08/2021", "Viết giúp", "#DIV/0!"],
    )

    with pytest.raises(services.BrokenRows, match="3 dòng cần sửa") as caught:
        take(district, content)

    assert [(row.number, row.sentence) for row in caught.value.rows] == [
        (2, "Ô D2 là công thức không có kết quả. Ghi thẳng giá trị vào ô."),
        (3, "Ô F3 là công thức không có kết quả. Ghi thẳng giá trị vào ô."),
        (4, "Ô D4 là công thức không có kết quả. Ghi thẳng giá trị vào ô."),
    ]


def test_the_result_of_a_formula_is_taken_and_an_empty_text_is_a_blank_cell(district):
    code, file = model(WRITING).code, BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [str(head) for head in HEADS])
        for row, quantity in ((1, "=3+4"), (2, "=3")):
            page.write_row(row, 0, [code, "02/08/2021", "Viết giúp"])
            page.write_formula(row, 3, quantity, None, int(quantity[-1]) + 3)
        page.write_formula(3, 8, "=1+1", None, "")
    content = file.getvalue()

    take(district, content)

    assert list(ModelCase.objects.order_by("pk").values_list("quantity", flat=True)) == [7, 6]


def test_a_row_with_two_faults_tells_both_and_the_head_counts_rows_and_faults(district):
    content = sheet(["SK-1", "31/02/2021", "Viết giúp"], [model(WRITING).code, "31/02/2021", "Viết giúp"])

    with pytest.raises(services.BrokenRows, match="2 dòng cần sửa, 3 chỗ") as caught:
        take(district, content)

    assert [len(row.sentences) for row in caught.value.rows] == [2, 1]


@pytest.mark.parametrize("written", ["02/08/2021", "2-8-2021", "2.8.2021", "2021-08-02 00:00:00"])
def test_a_day_is_read_as_officers_type_it(district, written):
    take(district, sheet([model(WRITING).code, written, "Viết giúp bà Sáu"]))

    assert ModelCase.objects.get().happened_on == date(2021, 8, 2)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ([None, "02/08/2021", "Viết giúp"], "Chưa ghi mã mô hình. Ô gộp thì tách ra, ghi mã vào từng dòng."),
        (["", None, "Viết giúp"], "Chưa ghi ngày. Ghi như 05/09/2021."),
        (["", 44410, "Viết giúp"], "Không đọc được ngày “44410”. Ghi như 05/09/2021."),
        (["", "02/08/2021", "Viết giúp", 1.5], "Số lượt “1.5” không phải số nguyên. Ví dụ: 1"),
        (["", "02/08/2021", "ấ" * 301], "Ghi chú dài quá 300 chữ. Xin viết ngắn lại."),
        (["", "02/08/2021", "Viết", 1, "a" * 61], "Nhóm đối tượng dài quá 60 chữ. Xin viết ngắn lại."),
    ],
)
def test_each_slip_of_a_row_is_told_in_the_words_of_its_cell(district, row, sentence):
    code = model(WRITING).code if row[0] == "" else row[0]

    with pytest.raises(services.BrokenRows) as caught:
        take(district, sheet([code, *row[1:]]))

    assert [broken.sentence for broken in caught.value.rows] == [sentence]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Ma mo hinh;Ngay\n", "thì mở ra, chọn “Lưu thành” với kiểu .xlsx"),
        (b"", "Không đọc được tệp này"),
        (b"PK\x03\x04 not a book", "Không đọc được tệp này"),
        (sheet(), "chưa có dòng nào"),
        (sheet(heads=["Tên", "Tuổi"]), "Dòng đầu của bảng phải là: Mã mô hình"),
        (b"x" * (case_sheet.MOST_BYTES + 1), "Tệp quá lớn"),
    ],
)
def test_what_is_no_sheet_of_cases_is_refused_in_a_sentence(district, content, sentence):
    with pytest.raises(NoSheet, match=sentence):
        take(district, content)


def test_the_empty_form_names_the_models_and_can_be_filled_in(district):
    writing = model(WRITING)
    book = openpyxl.load_workbook(BytesIO(case_sheet.template([writing])))
    assert [cell.value for cell in book.worksheets[1][2]] == [writing.code, writing.title]
    book.worksheets[0].append([writing.code, date(2021, 8, 2), "Viết giúp bà Sáu"])
    file = BytesIO()
    book.save(file)

    assert len(take(district, file.getvalue())) == 1
