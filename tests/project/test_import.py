"""Lists from spreadsheets: recognised headings, every wrong row told, nothing half done."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command
from django.utils import timezone

from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.services import export_yaml, load_catalogue
from motcua.identity.models import Entitlement, Person
from motcua.kernel.refusals import Refusal
from tests.factories.identity import AccountFactory
from tests.factories.organisation import UnitFactory, officer_at

pytestmark = pytest.mark.django_db

HEADINGS = [
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Điện thoại",
    "Địa chỉ",
    "Đối tượng",
    "Năm",
]
HAN = [
    1,
    "Nguyễn Thị Ngọc Hân",
    date(1985, 3, 14),
    "Nữ",
    92185004417,
    912345678,
    "ấp Vàm Hồ A",
    "Hộ nghèo",
    2026,
]
TAM = [2, "Lê Văn Tám", "1962", "nam", "", "", "ấp An Trung", "Hộ cận nghèo", 2026]


@pytest.fixture
def clerk() -> str:
    return (
        officer_at(UnitFactory(), "one_stop_officer", account=AccountFactory(username="motcua")) and "motcua"
    )


def workbook(folder: Path, *rows: list, above: tuple[list, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    for row in (*above, HEADINGS, *rows):
        book.active.append(row)
    book.save(folder / "ho-ngheo.xlsx")
    return folder / "ho-ngheo.xlsx"


def refused(file: Path, capsys, *options: str) -> list[str]:
    with pytest.raises(SystemExit, match="1"):
        call_command("import", str(file), "--as", "motcua", *options)
    return capsys.readouterr().err.splitlines()


def test_people_and_their_groups_come_in_with_the_zeros_that_excel_took_away(clerk, tmp_path, capsys):
    call_command("import", str(workbook(tmp_path, HAN, TAM)), "--as", clerk)

    assert capsys.readouterr().out == "Đã nhập: 2 người mới, 0 người đã có, 2 lượt vào danh sách đối tượng.\n"
    han = Person.objects.get(search_name="nguyen thi ngoc han")
    assert (han.personal_id, han.phone, han.birth_on, han.sex) == (
        "092185004417", "0912345678", date(1985, 3, 14), "female",
    )  # fmt: skip
    listed = Entitlement.objects.order_by("group").values_list("person__birth_year", "group", "year")
    assert list(listed) == [(1962, "near_poor_household", 2026), (1985, "poor_household", 2026)]


def test_titles_above_the_headings_are_passed_over_and_strange_columns_named(clerk, tmp_path, capsys):
    file = workbook(tmp_path, HAN, above=(["ỦY BAN NHÂN DÂN XÃ AN THẠNH"], ["Danh sách hộ nghèo năm 2026"]))

    call_command("import", str(file), "--as", clerk)

    assert "Bỏ qua các cột: TT." in capsys.readouterr().err
    assert Person.objects.count() == 1


def test_every_wrong_row_is_told_by_its_number_and_nothing_is_kept(clerk, tmp_path, capsys):
    wrong_number = [3, "Trần Văn Bảy", "31/02/1970", "Nam", "", "", "", "", ""]
    wrong_group = [4, "Trần Thị Tư", 1950, "Nữ", "", "", "", "Hộ khá", ""]

    said = refused(workbook(tmp_path, HAN, wrong_number, TAM, wrong_group), capsys)

    assert said[1] == "Dòng 3: Ngày “31/02/1970” không đọc được. Ghi ngày/tháng/năm, ví dụ 15/08/1985."
    assert said[2].startswith("Dòng 5: Không có nhóm đối tượng “Hộ khá”. Các nhóm: Hộ nghèo, ")
    assert said[3] == "Chưa nhập gì: 2 dòng sai trong 4 dòng."
    assert not Person.objects.exists()


def test_a_trial_tells_what_would_come_in_and_keeps_nothing(clerk, tmp_path, capsys):
    call_command("import", str(workbook(tmp_path, HAN)), "--as", clerk, "--dry-run")

    assert capsys.readouterr().out.startswith("Nhập thử, không ghi: 1 người mới")
    assert not Person.objects.exists()


def test_the_same_file_twice_writes_nobody_down_again(clerk, tmp_path, capsys):
    file = workbook(tmp_path, HAN, TAM)

    call_command("import", str(file), "--as", clerk)
    call_command("import", str(file), "--as", clerk)

    assert "0 người mới, 2 người đã có" in capsys.readouterr().out
    assert (Person.objects.count(), Entitlement.objects.count()) == (2, 2)


def test_somebody_who_only_looks_alike_waits_for_a_human(clerk, tmp_path, capsys):
    call_command("import", str(workbook(tmp_path, HAN)), "--as", clerk)
    a_year_younger = [1, "Nguyễn Thị Ngọc Hân", "14/03/1986", "nữ", "", "", "", "", ""]

    said = refused(workbook(tmp_path, a_year_younger), capsys)

    assert said[-2].startswith("Dòng 2: Có thể người này đã có: Nguyễn Thị Ngọc Hân, sinh ngày 14/03/1985.")


def test_a_csv_from_excel_is_read_and_the_whole_list_may_have_one_group(clerk, tmp_path):
    file = tmp_path / "nguoi-khuyet-tat.csv"
    file.write_text("Họ và tên;Năm sinh\nLê Văn Tám;1962\n", encoding="utf-8-sig")

    call_command("import", str(file), "--as", clerk, "--group", "Người khuyết tật", "--year", "2026")

    assert Entitlement.objects.get().group == "disabled_person"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"PK not a workbook", "không đọc được như bảng tính"),
        ("a.csv", "Họ và tên\nTám\n".encode("utf-16"), "không phải mã UTF-8"),
        ("a.csv", "Tên hàng,Giá\nGạo,5\n".encode(), "không có dòng tiêu đề với cột “Họ và tên”"),
    ],
    ids=["no workbook", "no UTF-8", "no headings"],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(clerk, tmp_path, name, content, sentence):
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(Refusal, match=sentence):
        call_command("import", str(file), "--as", clerk)


def test_a_list_of_people_names_who_takes_it_in(tmp_path):
    with pytest.raises(Refusal, match="thêm --as TÀI_KHOẢN"):
        call_command("import", str(workbook(tmp_path, HAN)))


def test_the_catalogue_goes_out_and_comes_in_unchanged(tmp_path, capsys):
    load_catalogue(at=timezone.now())
    count = ProcedureVersion.objects.count()
    file = tmp_path / "danh-muc.yaml"
    file.write_text(export_yaml(timezone.localdate()), encoding="utf-8")

    call_command("import", str(file))

    assert capsys.readouterr().out.startswith("Đã nhập: 0 thủ tục mới hoặc thay đổi, ")
    assert ProcedureVersion.objects.count() == count
