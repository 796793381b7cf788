"""What is due, what came in, what does not fit together."""

from datetime import date

import pytest

from motcua.organisation.models import Succession
from motcua.reporting import queries, services
from motcua.reporting.access import visible_to
from motcua.reporting.models import Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.states import State
from tests.factories.directives import officer
from tests.factories.organisation import UnitFactory
from tests.factories.reporting import moment

Q2, Q3 = ReportingPeriod(2021, 2), ReportingPeriod(2021, 3)


@pytest.fixture
def duties(reporting):
    return reporting.oblige()


def test_a_commune_sees_what_is_due_now_and_what_it_forgot(reporting, duties):
    reporting.sent(duties[1], "2021Q2", at=moment(6, 24))

    found = queries.due_of(reporting.ba, on=date(2021, 9, 20))

    assert [(one.period.key, one.days_left, one.is_late, one.needs_work) for one in found] == [
        ("2021Q1", -179, True, True), ("2021Q3", 5, False, True),
    ]  # fmt: skip


def test_what_was_returned_is_to_be_worked_on_again(reporting, duties):
    report = reporting.sent(duties[1])
    services.return_report(report_id=report.pk, reason="Thiếu.", by=reporting.hanh, at=moment(9, 27))

    found = {one.period.key: one for one in queries.due_of(reporting.ba, on=date(2021, 9, 28))}

    assert (found["2021Q3"].version.state, found["2021Q3"].needs_work) == (State.RETURNED, True)


def test_the_inbox_shows_who_sent_who_is_missing_and_who_was_reminded(reporting, duties):
    reporting.sent(duties[1], at=moment(9, 24))
    services.accept(report_id=reporting.sent(duties[0]).pk, by=reporting.hanh, at=moment(9, 25))
    reporting.open(duties[2])
    services.press(obligation_id=duties[2].pk, period="2021Q3", by=reporting.hanh, at=moment(9, 27))

    lines = queries.inbox(reporting.hanh, Q3, on=date(2021, 9, 27))

    assert [(line.unit.name, line.state, line.due.is_late, line.reminders) for line in lines] == [
        ("Xã An Hiệp", "sent", False, 0),
        ("Xã An Khánh", "", True, 1),
        ("Thị trấn Cái Tàu Hạ", "accepted", False, 0),
    ]


def test_a_draft_is_seen_by_its_own_unit_only(reporting, duties):
    report = reporting.open(duties[1])
    seen = lambda officer: visible_to(officer).filter(pk=report.pk).exists()  # noqa: E731

    assert [seen(reporting.ba), seen(reporting.hanh), seen(reporting.chair)] == [True, False, False]
    reporting.sign_and_send(report)
    assert [seen(reporting.hanh), seen(reporting.chair), seen(reporting.tu)] == [True, True, False]


def test_cases_entered_after_the_sending_are_a_finding_not_a_change(reporting, duties):
    report = reporting.sent(duties[1])
    reporting.case(reporting.an_hiep, date(2021, 9, 20), quantity=2)

    (found,) = queries.findings(report, at=moment(9, 30))

    assert (found.kind, found.row_id, found.expected, found.found) == ("changed_since", "thu_chuc_mung", 2, 0)
    assert "báo cáo đã khóa ở 0" in found.sentence


def test_the_next_quarter_takes_over_what_was_reported_and_a_later_correction_shows(reporting, duties):
    reporting.case(reporting.an_hiep, date(2021, 5, 3), quantity=4)
    second = reporting.sent(duties[1], "2021Q2", at=moment(6, 24))
    third = reporting.sent(duties[1], at=moment(9, 24))
    assert third.latest.sheet.row("thu_chuc_mung").figures["before"] == 4
    assert queries.findings(third, at=moment(9, 25)) == []

    services.new_version(report_id=second.pk, reason="Đếm trùng.", by=reporting.ba, at=moment(9, 26))
    services.correct(
        report_id=second.pk, row_id="thu_chuc_mung", column_id="cases", value=3, reason="Một thư ghi hai lần.",
        by=reporting.ba, at=moment(9, 26),
    )  # fmt: skip
    reporting.sign_and_send(second, at=moment(9, 26))

    (found,) = queries.findings(Report.objects.get(pk=third.pk), at=moment(9, 27))
    assert (found.kind, found.expected, found.found) == ("carry_over", 3, 4)


def test_a_version_sent_after_the_adding_up_is_a_finding(reporting, duties):
    report = reporting.sent(duties[1])
    whole = services.consolidate(
        unit_id=reporting.home_affairs.pk,
        form=report.form,
        period="2021Q3",
        by=reporting.hanh,
        at=moment(9, 27),
    )
    reporting.sent(duties[0], at=moment(9, 28))

    found = queries.findings(whole, at=moment(9, 29))
    assert [(one.kind, one.row_name) for one in found] == [("newer_version", "Thị trấn Cái Tàu Hạ")]

    again = services.consolidate(
        unit_id=reporting.home_affairs.pk,
        form=report.form,
        period="2021Q3",
        by=reporting.hanh,
        at=moment(9, 29),
    )
    assert (again, queries.findings(again, at=moment(9, 29))) == (whole, [])
    assert again.latest.sheet.missing == ["Xã An Khánh"]


def test_the_history_tells_every_act_with_its_reason(reporting, duties):
    report = reporting.sent(duties[1], at=moment(9, 27))
    services.return_report(report_id=report.pk, reason="Thiếu tháng 8.", by=reporting.hanh, at=moment(9, 28))

    lines = [(line.title, line.by_name, line.remarks) for line in queries.history(report)]

    assert lines == [
        ("Mở báo cáo", "Lê Văn Sáu", []),
        ("Ký báo cáo", "Lê Văn Sáu", ["Số 01/BC-UBND."]),
        ("Gửi báo cáo", "Lê Văn Sáu", ["Trễ hạn."]),
        ("Trả lại để sửa", "Lê Thị Hạnh", ["Thiếu tháng 8."]),
    ]


def test_a_reported_model_is_no_longer_silent(reporting, duties):
    reporting.sent(duties[1])

    assert queries.reported_pairs([reporting.an_hiep.pk, reporting.town.pk], Q3) == {
        (reporting.an_hiep.pk, reporting.letters.pk), (reporting.an_hiep.pk, reporting.home.pk),
    }  # fmt: skip
    assert queries.reported_pairs([reporting.an_hiep.pk], Q2) == set()


def test_a_province_of_today_stands_above_the_district_that_it_took_over(reporting, duties):
    heir = UnitFactory(name="Tỉnh Đồng Tháp", code="82", level="province", kind="tinh", valid_from=date(2025, 7, 1),
                       valid_to=None)  # fmt: skip
    for old in (reporting.province, reporting.unit):
        Succession.objects.create(predecessor=old, successor=heir, on_date=date(2025, 7, 1))
    reporting.sent(duties[1])
    today = officer(heir, "provincial_home_affairs", name="Lâm Minh Nam")

    counts = queries.expected_sent_on_time(heir, Q3)
    lines = queries.inbox(today, Q3, on=date(2026, 11, 22))

    assert (counts.expected, counts.sent, counts.on_time) == (3, 1, 1)
    assert [line.unit.name for line in lines if line.state] == ["Xã An Hiệp"]


def test_what_is_due_costs_the_same_however_many_duties_and_periods_there_are(
    reporting, django_assert_max_num_queries
):
    duties = reporting.oblige(reporting.an_hiep, reporting.an_khanh)
    for period in ("2021Q1", "2021Q2"):
        reporting.sent(duties[0], period, at=moment(9, 24))

    with django_assert_max_num_queries(6):
        queries.due_of(reporting.head_of_an_hiep, on=date(2021, 9, 20))
