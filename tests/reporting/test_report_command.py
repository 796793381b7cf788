"""``motcua report models`` and ``report replication``: the exact shape, and refusals in words."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from motcua.kernel.refusals import Refusal
from motcua.reporting import services
from tests.factories.reporting import moment


@pytest.fixture
def duties(reporting):
    return reporting.oblige(ends_on=date(2021, 12, 31))


@pytest.fixture
def report(capsysbinary):
    def run(*arguments):
        call_command("report", *arguments)
        return capsysbinary.readouterr().out

    return run


def test_the_models_of_a_unit_are_told_in_the_agreed_shape(reporting, duties, report):
    reporting.case(reporting.an_hiep, date(2021, 9, 3), quantity=2)
    reporting.adopt(reporting.an_hiep, reporting.home, date(2021, 3, 1))
    sent = reporting.sent(duties[1], at=moment(9, 24))

    answer = json.loads(report("models", "--unit", "H-an-hiep", "--quarter", "2021Q3", "--format", "json"))

    assert answer == {
        "unit": "H-an-hiep",
        "quarter": "2021Q3",
        "due": "2021-09-25",
        "models": [
            {"id": "thu_chuc_mung", "name": "Thư chúc mừng đăng ký kết hôn", "state": "running", "cases": 2,
             "counted": 0, "entered": 2},
            {"id": "tra_tai_nha", "name": "Trả kết quả tại nhà", "state": "running", "cases": 0, "counted": 0,
             "entered": 0},
        ],
        "sent_at": sent.first_sent_at.astimezone(moment(1, 1).tzinfo).isoformat(),
        "on_time": True,
    }  # fmt: skip


def test_without_a_report_the_records_of_now_are_counted_and_a_quiet_unit_is_silent(
    reporting, duties, report
):
    answer = json.loads(report("models", "--unit", "H-an-khanh", "--quarter", "2021Q3"))

    assert [one["state"] for one in answer["models"]] == ["silent", "silent"]
    assert (answer["sent_at"], answer["on_time"]) == (None, None)


def test_a_district_shows_the_sum_of_its_communes(reporting, duties, report):
    for unit, quantity in zip(reporting.communes, (1, 2, 4), strict=True):
        reporting.case(unit, date(2021, 9, 3), quantity=quantity)

    answer = json.loads(report("models", "--unit", "H-chau-thanh", "--quarter", "2021Q3"))

    assert answer["models"][0]["cases"] == 7


def test_a_corrected_figure_is_reported_and_the_counted_one_stays_visible(reporting, duties, report):
    opened = reporting.open(duties[0])
    services.correct(
        report_id=opened.pk, row_id="thu_chuc_mung", column_id="cases", value=3, reason="Ba thư chưa ghi sổ.",
        by=reporting.head_of_town, at=moment(9, 21),
    )  # fmt: skip

    first = json.loads(report("models", "--unit", "H-cai-tau-ha", "--quarter", "2021Q3"))["models"][0]

    assert (first["cases"], first["counted"], first["entered"]) == (3, 0, 0)


@pytest.mark.parametrize(("form", "begin"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_the_report_comes_as_a_file(reporting, duties, report, form, begin):
    assert report("models", "--unit", "H-an-hiep", "--quarter", "2021Q3", "--format", form).startswith(begin)


def test_the_word_file_names_the_office_and_what_it_reports(reporting, duties, report):
    file = report("models", "--unit", "H-an-hiep", "--quarter", "2021Q3", "--format", "docx")

    text = ZipFile(BytesIO(file)).read("word/document.xml").decode()
    assert "ỦY BAN NHÂN DÂN" in text
    assert "XÃ AN HIỆP" in text
    assert "Thư chúc mừng đăng ký kết hôn" in text


def test_a_replication_is_told_by_unit_and_model(reporting, duties, report):
    reporting.case(reporting.an_hiep, date(2021, 9, 3), quantity=2)
    reporting.sent(duties[1], at=moment(9, 24))
    reporting.sent(duties[2], at=moment(9, 27))

    answer = json.loads(report("replication", "--directive", reporting.letter.number, "--quarter", "2021Q3"))

    assert {key: answer[key] for key in ("directive", "quarters", "expected", "sent", "on_time")} == {
        "directive": reporting.letter.number, "quarters": ["2021Q3"], "expected": 3, "sent": 2, "on_time": 1,
    }  # fmt: skip
    by_unit = {unit["unit"]: (unit["expected"], unit["sent"], unit["on_time"]) for unit in answer["units"]}
    assert by_unit == {"H-an-hiep": (1, 1, 1), "H-an-khanh": (1, 1, 0), "H-cai-tau-ha": (1, 0, 0)}
    assert answer["models"][0] == {
        "id": "thu_chuc_mung", "name": "Thư chúc mừng đăng ký kết hôn", "units": 3, "running": 1, "silent": 2,
        "cases": 2, "counted": 0, "entered": 2,
    }  # fmt: skip


def test_without_a_quarter_all_quarters_of_the_duty_are_added(reporting, duties, report):
    answer = json.loads(report("replication", "--directive", reporting.letter.number))

    assert (answer["quarters"], answer["expected"]) == (["2021Q1", "2021Q2", "2021Q3", "2021Q4"], 12)


def test_an_unknown_directive_is_refused(reporting):
    with pytest.raises(Refusal, match="Không có văn bản nào mang số 99/UBND"):
        call_command("report", "replication", "--directive", "99/UBND")


@pytest.mark.parametrize("text", ["2021Q5", "quý 3", "0021Q3", "2021"])
def test_a_quarter_that_does_not_exist_is_refused(reporting, text):
    with pytest.raises((Refusal, CommandError), match=r"ghi như 2021Q3"):
        call_command("report", "models", "--unit", "H-an-hiep", "--quarter", text)


@pytest.mark.parametrize(
    ("unit", "quarter", "sentence"),
    [
        ("H-an-hiep", "2003Q4", "thành lập ngày 01/01/2004, sau Quý IV năm 2003"),
        ("H-an-hiep", "2025Q4", "chỉ hoạt động đến hết ngày 30/06/2025"),
        ("H-an-hiep", "2899Q1", "Quý I năm 2899 bắt đầu đếm từ ngày 26/12/2898"),
    ],
)
def test_a_quarter_without_the_unit_or_still_to_come_is_no_quarter_of_zeros(
    reporting, report, unit, quarter, sentence
):
    with pytest.raises(Refusal, match=sentence):
        report("models", "--unit", unit, "--quarter", quarter)
