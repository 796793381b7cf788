import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from motcua.calendars import services
from motcua.calendars.models import CalendarYear
from motcua.organisation.models import Unit
from tests.factories.calendars import UnitDayFactory

pytestmark = pytest.mark.django_db
TET = ("--limit", "5wd", "--received", "2026-02-13T16:00")


def due(*arguments):
    """What the command says: its data, its remarks and its exit code."""
    data, remarks, code = StringIO(), StringIO(), 0
    try:
        call_command("due", *arguments, stdout=data, stderr=remarks)
    except SystemExit as stop:
        code = stop.code
    return data.getvalue().strip(), remarks.getvalue().strip(), code


def test_before_any_calendar_is_stored_it_counts_by_the_package_s_own():
    assert due(*TET) == ("Hẹn trả 16:00 Thứ Sáu 27/02/2026 (5 ngày làm việc).", "", 0)


def test_programs_read_json():
    services.load_national()

    answer, _remarks, _code = due(*TET, "--json", "--pause", "2026-02-23T08:00/2026-02-23T09:00")

    assert json.loads(answer) == {
        "due": "2026-02-27T17:00",
        "received": "2026-02-13T16:00",
        "limit": "5wd",
        "unit": None,
        "pauses": ["2026-02-23T08:00/2026-02-23T09:00"],
        "provisional": False,
    }


def test_reasons_are_told_in_words_and_in_json():
    words, _remarks, _code = due(*TET, "--explain")
    answer, _remarks, _code = due(*TET, "--explain", "--json")

    assert "Thứ Ba    17/02/2026         lễ        Tết Nguyên đán\n" in words
    assert "Từ Thứ Hai 16/02 đến Thứ Sáu 20/02 nghỉ Tết Nguyên đán nên không tính." in words
    told = json.loads(answer)
    assert told["sentences"][-1] == "Hẹn trả 16:00 Thứ Sáu 27/02/2026 (5 ngày làm việc)."
    assert told["days"][-1] == {
        "day": "2026-02-27", "kind": "counted", "label": "5", "name": "", "minutes": 420, "ordinal": 5, "due": True,
    }  # fmt: skip


def test_a_year_not_announced_yet_is_a_remark_beside_the_data():
    answer, remarks, code = due("--limit", "3wd", "--received", "2026-12-30T09:00", "--json")

    assert (json.loads(answer)["provisional"], code) == (True, 0)
    assert remarks.startswith("Lịch nghỉ năm 2027 mới là dự kiến")


def test_a_unit_counts_by_its_own_days():
    services.load_national()
    unit = Unit.objects.create(
        code="U1", name="Xã An Thạnh", short_name="An Thạnh", level="commune", kind="xa",
        valid_from=date(2025, 7, 1),
    )  # fmt: skip
    UnitDayFactory(unit=unit)

    answer, _remarks, _code = due(
        "--unit", "U1", "--limit", "3wd", "--received", "2026-11-23T09:00", "--json"
    )

    assert json.loads(answer)["due"] == "2026-11-30T09:00"


def test_an_offset_is_turned_into_local_time():
    answer, _remarks, _code = due("--limit", "3wd", "--received", "2026-11-23T02:41:30Z", "--json")

    assert json.loads(answer)["received"] == "2026-11-23T09:41"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--limit", "5wd", "--received", "2030-01-02T09:00"], "Chưa có lịch làm việc năm 2030"),
        ([*TET, "--unit", "nowhere"], "Không có đơn vị nào mang mã"),
    ],
)
def test_a_refusal_exits_with_one_and_prints_no_data(arguments, sentence):
    data, remarks, code = due(*arguments)

    assert (data, code) == ("", 1)
    assert sentence in remarks


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Thiếu --limit"),
        (["--limit", "5wd"], "Thiếu --received"),
        (["--limit", "5x", "--received", "2026-02-13T16:00"], "Thời hạn “5x” không đọc được"),
        (["--limit", "0wd", "--received", "2026-02-13T16:00"], "từ 1 trở lên"),
        (["--limit", "5wd", "--received", "2026-02-13"], "ngày và giờ có thật"),
        (["--limit", "5wd", "--received", "2026-02-30T16:00"], "ngày và giờ có thật"),
        (["--limit", "5wd", "--received", "0001-01-01T00:00+14:00"], "ngày và giờ có thật"),
        ([*TET, "--pause", "2026-02-13T16:00"], "TỪ/ĐẾN"),
        ([*TET, "--pause", "2026-02-13T16:00/soon"], "ngày và giờ có thật"),
        ([*TET, "--pause", "2026-02-24T08:00/2026-02-23T08:00"], "bắt đầu trước khi kết thúc"),
    ],
)
def test_bad_arguments_exit_with_two_and_say_what_is_expected(arguments, sentence):
    data, remarks, code = due(*arguments)

    assert (data, code) == ("", 2)
    assert sentence in remarks


def test_a_year_taken_out_of_the_database_is_missed():
    services.load_national()
    CalendarYear.objects.get(year=2027).delete()

    _data, remarks, code = due("--limit", "60wd", "--received", "2026-11-23T09:00")

    assert code == 1
    assert "năm 2027" in remarks
