"""A spreadsheet of cases comes in as a whole, or not at all, and every broken row is named."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
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
