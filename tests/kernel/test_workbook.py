"""Rows of a workbook are as tall as their text, whichever program opens them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from motcua.kernel.workbook import LINE_HEIGHT, OPTIONS, fit_row, lines


@pytest.mark.parametrize(
    ("text", "width", "taken"),
    [
        ("", 10, 1),
        ("Xã An Hiệp", 26, 1),
        ("Đăng ký hộ tịch lưu động, trả kết quả tại nhà", 26, 2),
        ("hai\ndòng", 26, 2),
        ("kết quả", 0.2, 6),
    ],
)
def test_a_text_takes_the_lines_of_its_column(text, width, taken):
    assert lines(text, width) >= taken
    assert lines(text, 10_000) == text.count("\n") + 1


def test_the_row_is_as_tall_as_its_tallest_text():
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        sheet = book.add_worksheet()
        fit_row(sheet, 0, [("một", 10), ("hai\nba\nbốn", 10)])
    rows = ZipFile(file).read("xl/worksheets/sheet1.xml").decode()

    assert f'ht="{3 * LINE_HEIGHT:.0f}"' in rows
