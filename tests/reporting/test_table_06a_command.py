import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from motcua.kernel.refusals import Refusal
from tests.factories.statistics import Desk, make_unit
from tests.statistics.histories import life

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAYS = ["--from", f"{TODAY - timedelta(days=30)}", "--to", f"{TODAY}"]


@pytest.fixture
def desk(db):
    desk = Desk(make_unit("31687"))
    desk.live(life(accepted=f"{TODAY - timedelta(days=9)}", due=f"{TODAY + timedelta(days=9)}"))
    return desk


def test_the_table_goes_to_stdout_as_json(desk, capsysbinary):
    call_command("report", "06a", "--unit", "31687", *DAYS)

    assert json.loads(capsysbinary.readouterr().out)["total"]["pending_in_time"] == 1


def test_without_a_unit_the_home_unit_reports(desk, capsysbinary, settings):
    settings.HOME_UNIT = "31687"

    call_command("report", "06a", *DAYS)

    assert json.loads(capsysbinary.readouterr().out)["unit"] == "31687"


@pytest.mark.parametrize(("form", "begin"), [("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_files_go_to_a_pipe_or_to_a_named_file(desk, capsysbinary, tmp_path, form, begin):
    call_command("report", "06a", "--unit", "31687", *DAYS, "--format", form)
    call_command(
        "report", "06a", "--unit", "31687", *DAYS, "--format", form, "--output", str(tmp_path / "06a")
    )

    assert capsysbinary.readouterr().out.startswith(begin)
    assert (tmp_path / "06a").read_bytes().startswith(begin)


def test_a_day_that_does_not_exist_is_a_bad_argument(desk):
    with pytest.raises(CommandError, match=r"--from phải là một ngày có thật.*“2026-02-30”") as bad:
        call_command("report", "06a", "--unit", "31687", "--from", "2026-02-30", "--to", "2026-03-01")

    assert bad.value.returncode == 2


def test_a_year_that_no_office_counts_in_is_refused(desk):
    with pytest.raises(Refusal, match="từ 1900 đến 2900"):
        call_command("report", "06a", "--unit", "31687", "--from", "2026-01-01", "--to", "9999-12-31")


def test_an_unknown_unit_is_refused(desk):
    with pytest.raises(Refusal, match="Không có đơn vị nào mang mã “0”"):
        call_command("report", "06a", "--unit", "0", *DAYS)


def test_a_file_that_cannot_be_written_is_a_failure_with_its_reason(desk, tmp_path):
    with pytest.raises(CommandError, match="Không ghi được tệp"):
        call_command("report", "06a", "--unit", "31687", *DAYS, "--output", str(tmp_path / "no" / "06a"))
