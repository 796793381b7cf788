import os
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.project import cli
from tests.processes import motcua

pytestmark = pytest.mark.one_database


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing at all."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MOTCUA_", "DJANGO_"))}
    return {**kept, "PWD": str(tmp_path)}


def test_without_a_word_it_lists_every_command(capsys):
    code = cli.run([])

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert (code, listed) == (0, list(cli.COMMANDS))


def test_an_unknown_command_is_a_bad_argument(capsys):
    assert cli.run(["chay"]) == 2
    assert capsys.readouterr().err == "Không có lệnh “chay”. Gõ motcua --help để xem các lệnh.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["verify", "--nhanh"], "Không hiểu tham số: --nhanh."),
        (["serve", "--port", "tám"], "Tham số --port: giá trị 'tám' chưa đúng."),
        (["backup"], "Còn thiếu tham số: file."),
    ],
)
def test_bad_arguments_are_named_in_vietnamese(capsys, words, sentence):
    assert cli.run(words) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_the_help_of_a_command_is_vietnamese_and_spares_the_framework_s_own_options(capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.run(["serve", "--help"])

    said = capsys.readouterr().out
    assert said.startswith("cách dùng: motcua serve [-h] [--host HOST]")
    assert "hiện phần trợ giúp này rồi thoát" in said
    assert "--settings" not in said.split("tùy chọn:")[1]


def test_serve_is_refused_without_a_secret_key(bare):
    done = motcua(bare, "serve")

    assert done.returncode == 1
    assert done.stderr.startswith("Thiếu MOTCUA_SECRET_KEY.")


def test_a_database_that_does_not_answer_is_a_refusal(bare, tmp_path):
    done = motcua({**bare, "MOTCUA_DATABASE_URL": f"sqlite:///{tmp_path}/nowhere/db"}, "verify")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Không làm việc được với cơ sở dữ liệu")


def test_the_overview_starts_without_the_framework():
    loaded = "import sys, motcua.project.cli as cli; cli.run([]); sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True).returncode == 0
