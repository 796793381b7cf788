"""Spreadsheets that come in to do harm, and words that would become formulas when they go out."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from motcua.initiatives.case_sheet import HEADS
from motcua.initiatives.models import Initiative, ModelCase
from tests.factories.replication import WRITING, model
from tests.initiatives.test_import_cases import sheet
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.replication.spread import LiveSpread


@pytest.fixture
def district(db) -> LiveSpread:
    made = LiveSpread()
    made.adopt(made.town, WRITING)
    return made


def sent(district, content, name="luot.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client_of(district.head(district.town)).post(reverse("board:case_import"), {"file": file})


def refused(answer) -> bool:
    return answer.status_code == 422 and not ModelCase.objects.exists()


def far_away(place: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.append([str(head) for head in HEADS])
    book.active[place] = "x"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """A sound workbook with one part more, or with one part replaced."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(sheet())) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD2"])
def test_a_cell_in_the_last_corner_does_not_end_the_process(district, place):
    assert refused(sent(district, far_away(place)))


def test_cells_that_name_no_place_are_counted(district):
    rows = b"<row>" + b"<c><v>1</v></c>" * 5_000 + b"</row>"
    part = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'

    assert refused(sent(district, with_part("xl/worksheets/sheet1.xml", part % rows)))


def test_a_few_kilobytes_do_not_unpack_to_gigabytes(district):
    bomb = with_part("xl/media/bomb.bin", b"\0" * 100_000_000)

    assert len(bomb) < 200_000
    assert refused(sent(district, bomb))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"a;b\n1;2", sheet()[:-200]]
)
def test_what_is_no_workbook_is_refused_in_words(district, content):
    assert refused(sent(district, content))


@pytest.mark.parametrize("quantity", ["inf", "-inf", "nan", "1e400", "1e300", -5, 0, 10**18, True])
def test_a_quantity_that_is_no_count_is_a_broken_row(district, quantity):
    today = timezone.localdate()

    answer = sent(district, sheet([model(WRITING).code, f"{today:%d/%m/%Y}", "Viết giúp", quantity]))

    assert refused(answer)


@pytest.mark.parametrize("day", [date(1900, 1, 1), "31/12/9999", "00/00/0000", 5e10, -1, "1" * 400])
def test_a_day_that_is_none_is_a_broken_row(district, day):
    assert refused(sent(district, sheet([model(WRITING).code, day, "Viết giúp", 1])))


def test_a_sheet_counts_for_nobody_but_the_own_unit(district):
    today = timezone.localdate()
    row = [model(WRITING).code, f"{today:%d/%m/%Y}", "Viết giúp", 3]

    client_of(district.head(district.town)).post(
        reverse("board:case_import"),
        {"file": SimpleUploadedFile("luot.xlsx", sheet(row)), "unit_id": district.an_hiep.pk},
    )

    assert list(ModelCase.objects.values_list("unit_id", "quantity")) == [(district.town.pk, 3)]


def formulas(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [cell.value for one in book for row in one.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("address", ["matrix_file", "case_template"])
def test_a_title_that_begins_like_a_formula_goes_out_as_words(district, address):
    title = '=HYPERLINK("http://xau.example","Bấm")'
    Initiative.objects.filter(pk=model(WRITING).pk).update(title=title)

    page = client_of(district.head(district.town)).get(reverse(f"board:{address}"))

    assert page.status_code == 200
    assert formulas(page.content) == []


def test_a_modest_sheet_still_comes_in(district):
    rows = [[model(WRITING).code, timezone.localdate(), f"Lượt {n}", 1] for n in range(300)]

    assert sent(district, sheet(*rows)).status_code == 302
    assert ModelCase.objects.count() == 300
