"""A report from its obligation to its acceptance, with one return."""

from datetime import date

import pytest

from motcua.organisation.access import NotAllowed
from motcua.reporting import services
from motcua.reporting.access import report_verbs
from motcua.reporting.inputs import Comment, Duty
from motcua.reporting.models import Report
from motcua.reporting.states import Form, State
from tests.factories.directives import officer
from tests.factories.reporting import moment


@pytest.fixture
def duty(reporting):
    return reporting.oblige(reporting.an_hiep)[0]


def figures(report, row="thu_chuc_mung"):
    return {one.id: one for one in report.latest.reported_rows}[row].figures


def test_the_report_fills_itself_from_the_records_up_to_the_cut_off(reporting, duty):
    reporting.case(reporting.an_hiep, date(2021, 6, 25))
    reporting.case(reporting.an_hiep, date(2021, 6, 26), quantity=2)
    reporting.case(reporting.an_hiep, date(2021, 9, 19), quantity=5)
    reporting.case(reporting.an_khanh, date(2021, 9, 19))

    report = reporting.open(duty)

    assert (report.data_from, report.data_to, report.due_on) == (
        date(2021, 6, 26), date(2021, 9, 25), date(2021, 9, 25),
    )  # fmt: skip
    assert figures(report) == {
        "counted": 0, "entered": 7, "cases": 7, "before": 1, "cumulative": 8, "units": 1,
    }  # fmt: skip


def test_what_was_counted_can_be_counted_again_until_it_is_signed(reporting, duty):
    report = reporting.open(duty)
    reporting.case(reporting.an_hiep, date(2021, 9, 20))

    services.fill(report_id=report.pk, by=reporting.ba, at=moment(9, 21))

    assert figures(report)["cases"] == 1


def test_a_report_goes_the_whole_way_with_one_return(reporting, duty):
    reporting.case(reporting.an_hiep, date(2021, 9, 1), quantity=3)
    report = reporting.open(duty)
    services.comment(
        report_id=report.pk, comment=Comment(difficulties="Thiếu người.", remarks=(("thu_chuc_mung", "Tốt"),)),
        by=reporting.ba, at=moment(9, 22),
    )  # fmt: skip
    reporting.sign_and_send(report, moment(9, 24))
    services.receive(report_id=report.pk, by=reporting.hanh, at=moment(9, 27))
    services.return_report(
        report_id=report.pk, reason="Còn thiếu lượt tháng 8.", by=reporting.hanh, at=moment(9, 28)
    )
    services.new_version(report_id=report.pk, reason="", by=reporting.ba, at=moment(9, 29))
    services.correct(
        report_id=report.pk, row_id="thu_chuc_mung", column_id="cases", value=4,
        reason="Bổ sung một lượt tháng 8 ghi sót.", by=reporting.ba, at=moment(9, 29),
    )  # fmt: skip
    reporting.sign_and_send(report, moment(9, 30))
    services.accept(report_id=report.pk, by=reporting.hanh, at=moment(10, 1))

    report = Report.objects.get(pk=report.pk)
    states = list(report.versions.order_by("number").values_list("state", "reason"))
    assert states == [(State.RETURNED, ""), (State.ACCEPTED, "Còn thiếu lượt tháng 8.")]
    assert report.on_time is True
    assert report.latest.sheet.row("thu_chuc_mung").figures["cases"] == 3
    assert figures(report)["cases"] == 4
    assert report.latest.paper.number == report.latest.number_text == "02/BC-UBND"


def test_each_side_is_offered_its_own_acts(reporting, duty):
    report = reporting.open(duty)
    assert report_verbs(reporting.ba, report) == ["fill", "comment", "correct"]
    assert report_verbs(reporting.head_of_an_hiep, report) == ["fill", "comment", "correct", "sign"]

    reporting.sign_and_send(report)

    assert report_verbs(reporting.hanh, report) == ["receive", "return_report", "accept"]
    assert report_verbs(reporting.ba, report) == ["new_version"]
    assert report_verbs(reporting.tu, report) == []

    services.new_version(report_id=report.pk, reason="Sót.", by=reporting.ba, at=moment(9, 28))
    assert report_verbs(reporting.ba, report) == ["comment", "correct"]


def test_another_commune_can_neither_write_nor_read_a_draft(reporting, duty):
    report = reporting.open(duty)

    with pytest.raises(NotAllowed, match="Báo cáo này của xã An Hiệp"):
        services.sign(report_id=report.pk, by=reporting.head_of_an_khanh, at=moment(9, 24))
    reporting.sign_and_send(report)
    with pytest.raises(NotAllowed, match="Việc này của nơi nhận báo cáo: phòng Nội vụ"):
        services.accept(report_id=report.pk, by=reporting.ba, at=moment(9, 25))


def test_opening_twice_gives_the_same_report(reporting, duty):
    assert reporting.open(duty) == reporting.open(duty, at=moment(9, 22))


def test_a_district_that_owes_the_province_sends_the_sum_of_its_communes_on(reporting):
    for unit, quantity in zip(reporting.communes, (1, 2, 4), strict=True):
        reporting.case(unit, date(2021, 9, 1), quantity=quantity)
    for duty in reporting.oblige(collector_id=reporting.unit.pk):
        reporting.sent(duty)
    province = officer(reporting.province, "provincial_home_affairs", name="Lâm Minh Nam")
    upwards = Duty((reporting.unit.pk,), reporting.province.pk, Form.MODELS, date(2021, 1, 1), due_day=28)
    (duty,) = services.oblige(duty=upwards, by=province, at=moment(2, 5))
    chair = reporting.chair

    report = services.open_report(obligation_id=duty.pk, period="2021Q3", by=chair, at=moment(9, 27))
    services.sign(report_id=report.pk, by=chair, at=moment(9, 27))
    services.send(report_id=report.pk, by=chair, at=moment(9, 27))
    services.accept(report_id=report.pk, by=province, at=moment(9, 29))

    report = Report.objects.get(pk=report.pk)
    assert (report.consolidated, report.on_time, figures(report)["cases"]) == (True, True, 7)
    assert services.consolidate(
        unit_id=reporting.province.pk, form=Form.MODELS, period="2021Q3", by=province, at=moment(9, 30)
    ).latest.sheet.row("thu_chuc_mung").figures["units"] == 3  # fmt: skip
