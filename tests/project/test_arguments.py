"""What is typed wrong at a prompt is named in a Vietnamese sentence, with code 2, before anything is done."""

import shlex

import pytest

from motcua.project import cli
from motcua.project.bench import stages

pytestmark = pytest.mark.one_database
EMPTY = "để trống. Ghi giá trị, hoặc bỏ hẳn tham số này."
WRONG = {
    "office --unit 31615 --admin ''": f"Tham số --admin {EMPTY}",
    "office --unit 31615 --admin '  '": f"Tham số --admin {EMPTY}",
    "office --unit= --admin An": f"Tham số --unit {EMPTY}",
    "office --unit 31615 --admin 12": "Tham số --admin: ghi họ tên người, không phải “12”.",
    "office --unit 31615 --admin 'Lê An' --username 'l a'": "Tham số --username: “l a” không làm tên đăng nhập được.",
    "due --limit 5wd --received 2026-02-13T16:00 --unit ''": f"Tham số --unit {EMPTY}",
    "demo --dossiers -5": "Tham số --dossiers: phải là số từ 0 đến 20.000.000, không phải -5.",
    "demo --until mai": "Tham số --until: ghi ngày và giờ có thật như 2026-11-20T10:30, không phải “mai”.",
    "demo --until 1000-01-01": "Tham số --until: phải nằm trong các năm ",
    "backup ''": "Có một tham số để trống.",
    "backup /": "Tham số file: “/” là thư mục. Ghi cả tên tệp.",
    "backup khong/co/tep.zip": "Tham số file: không có thư mục “khong/co”.",
    "restore khong-co.zip": "Tham số file: không có tệp “khong-co.zip”.",
    "restore /": "Tham số file: “/” là thư mục, không phải tệp.",
    "import khong-co.xlsx --as an": "Tham số file: không có tệp “khong-co.xlsx”.",
    "import pyproject.toml --as an --year 3": "Tham số --year: phải là số từ 1.900 đến 2.200, không phải 3.",
    "bench --runs 0": "Tham số --runs: phải là số từ 1 đến 1.000, không phải 0.",
    "bench --only ''": f"Tham số --only {EMPTY}",
    "serve --port 99999": "Tham số --port: phải là số từ 1 đến 65.535, không phải 99999.",
    "serve --workers 0": "Tham số --workers: phải là số từ 1 đến 256, không phải 0.",
    "report stories --output ''": f"Tham số --output {EMPTY}",
}  # fmt: skip


@pytest.mark.parametrize("typed", WRONG)
def test_it_is_named_and_nothing_is_done(capsys, typed):
    code = cli.run(shlex.split(typed))

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.startswith(WRONG[typed])
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert not said.err.endswith("..\n")


def test_the_options_of_a_list_of_people_are_not_passed_over_with_a_catalogue(capsys, tmp_path):
    file = tmp_path / "danh-muc.yaml"
    file.write_text("procedures: []")

    assert cli.run(["import", str(file), "--group", "ho_ngheo"]) == 2
    assert "chỉ dùng với danh sách người" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_without_the_program_s_inside(capsys, tmp_path, db):
    place = tmp_path / "tệp"
    place.write_text("")

    code = cli.run(["report", "stories", "--output", str(place / "a.json")])

    assert code == 1
    assert "đường dẫn đi qua một tệp, không phải thư mục." in capsys.readouterr().err


def test_to_measure_afresh_removes_what_was_measured_and_nothing_else(tmp_path):
    (tmp_path / "office-100").mkdir()
    (tmp_path / "thư từ").mkdir()

    stages.forget(tmp_path)

    assert [one.name for one in tmp_path.iterdir()] == ["thư từ"]
