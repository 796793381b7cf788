"""What is refused, in which words; nothing half done."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.organisation.models import Succession
from motcua.reporting import services
from motcua.reporting.models import Correction, Obligation, Report, ReportVersion
from motcua.reporting.periods import ReportingPeriod, WrongPeriod
from motcua.reporting.states import Form
from tests.factories.directives import officer
from tests.factories.organisation import UnitFactory
from tests.factories.reporting import moment


@pytest.fixture
def duty(reporting):
    return reporting.oblige(reporting.an_hiep)[0]


AFTERNOON = moment(9, 21, 14)


def correct(report, by, at=AFTERNOON, **changes):
    figure = {"row_id": "thu_chuc_mung", "column_id": "cases", "value": 3, "reason": "Ghi sót."}
    return services.correct(report_id=report.pk, **{**figure, **changes}, by=by, at=at)


def test_figures_that_were_sent_cannot_be_counted_or_corrected_again(reporting, duty):
    report = reporting.sent(duty)
    before = report.latest.figures
    reporting.case(reporting.an_hiep, date(2021, 9, 20))

    for act in (
        lambda: services.fill(report_id=report.pk, by=reporting.ba, at=moment(9, 26)),
        lambda: correct(report, reporting.ba, at=moment(9, 26)),
        lambda: services.sign(report_id=report.pk, by=reporting.head_of_an_hiep, at=moment(9, 26)),
    ):
        with pytest.raises(services.Frozen, match=r"Số liệu Quý III năm 2021 đã khóa khi gửi lúc 09:00"):
            act()

    assert report.latest.figures == before


def test_a_later_version_keeps_the_frozen_figures(reporting, duty):
    report = reporting.sent(duty)
    reporting.case(reporting.an_hiep, date(2021, 9, 20))
    services.new_version(report_id=report.pk, reason="Ghi sót một thư.", by=reporting.ba, at=moment(9, 28))

    with pytest.raises(services.Frozen, match="đã khóa từ lần gửi đầu"):
        services.fill(report_id=report.pk, by=reporting.ba, at=moment(9, 28))

    assert report.latest.sheet.row("thu_chuc_mung").figures["cases"] == 0


@pytest.mark.parametrize("change", [{"figures": {}}, {"difficulties": "Khác"}, {"remarks": {"a": "b"}}])
def test_the_database_itself_refuses_to_change_what_was_sent(reporting, duty, change):
    report = reporting.sent(duty)

    with pytest.raises(IntegrityError, match="Số liệu đã gửi không thay đổi"), transaction.atomic():
        ReportVersion.objects.filter(report=report).update(**change)


def test_the_database_refuses_a_correction_after_the_sending_and_another_first_sending(reporting, duty):
    report = reporting.sent(duty)
    version = report.latest

    with pytest.raises(IntegrityError, match="không thay đổi"), transaction.atomic():
        Correction.objects.create(
            version=version, row_id="a", column_id="b", counted=0, value=1, reason="x",
            corrected_at=moment(9, 28), corrected_by_id=reporting.ba.account_id,
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="không thay đổi"), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(first_sent_at=moment(9, 1))


def test_a_correction_needs_a_reason_a_figure_and_a_count(reporting, duty):
    report = reporting.open(duty)

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        correct(report, reporting.ba, reason="  ")
    with pytest.raises(services.WrongFigure, match="không có ô số liệu này"):
        correct(report, reporting.ba, row_id="khong_co")
    with pytest.raises(services.WrongFigure, match="Hãy điều chỉnh số gốc"):
        correct(report, reporting.ba, column_id="cumulative")
    with pytest.raises(services.WrongFigure, match="từ 0 trở lên"):
        correct(report, reporting.ba, value=-1)

    assert not Correction.objects.exists()


def test_records_that_changed_after_the_count_are_not_signed_unseen(reporting, duty):
    report = reporting.open(duty)
    reporting.case(reporting.an_hiep, date(2021, 9, 20))

    with pytest.raises(services.CountedOtherwise, match="Đếm lại"):
        services.sign(report_id=report.pk, by=reporting.head_of_an_hiep, at=moment(9, 22))


def test_what_is_not_signed_is_not_sent_and_a_running_quarter_is_not_signed(reporting, duty):
    report = reporting.open(duty, at=moment(8, 20))

    with pytest.raises(services.WrongState, match="chưa ký"):
        services.send(report_id=report.pk, by=reporting.ba, at=moment(8, 21))
    with pytest.raises(services.TooEarly, match="Ký báo cáo từ ngày 01/09/2021"):
        services.sign(report_id=report.pk, by=reporting.head_of_an_hiep, at=moment(8, 21))


def test_a_stale_screen_overwrites_nothing(reporting, duty):
    report = reporting.open(duty)
    shown = report.latest.revision
    correct(report, reporting.ba)

    with pytest.raises(services.ChangedMeanwhile, match=r"Điều chỉnh số liệu \(Trần Văn Ba"):
        correct(report, reporting.ba, value=9, revision=shown)


def test_a_unit_that_did_not_exist_then_is_not_obliged(reporting):
    born = UnitFactory(name="Xã Mới", code="H-moi", valid_from=date(2022, 1, 1), valid_to=None)

    with pytest.raises(services.UnitNotThere, match="Xã Mới chưa thành lập vào ngày 01/01/2021"):
        reporting.oblige(reporting.an_hiep, born)
    with pytest.raises(services.UnitNotThere, match="không còn hoạt động vào ngày 01/07/2025"):
        reporting.oblige(reporting.an_hiep, starts_on=date(2025, 7, 1))

    assert not Obligation.objects.exists()


def test_the_same_duty_is_not_given_twice(reporting, duty):
    with pytest.raises(services.ObligedTwice, match="Xã An Hiệp đã được giao"):
        reporting.oblige(reporting.an_khanh, reporting.an_hiep)

    assert Obligation.objects.count() == 1


def test_a_unit_merged_in_mid_year_reports_until_its_end_and_its_heir_from_then(reporting):
    heir = UnitFactory(name="Xã Kế Tục", code="31999", valid_from=date(2025, 7, 1), valid_to=None,
                       under=reporting.province)  # fmt: skip
    Succession.objects.create(predecessor=reporting.an_hiep, successor=heir, on_date=date(2025, 7, 1))
    duty = reporting.oblige(reporting.an_hiep, starts_on=date(2025, 1, 1))[0]

    with pytest.raises(services.UnitNotThere, match="Đơn vị kế tục báo cáo kỳ này"):
        reporting.open(duty, "2025Q3", at=moment(9, 20, year=2025))
    (passed,) = services.pass_on(at=moment(7, 2, year=2025))

    duty.refresh_from_db()
    assert duty.ends_on == date(2025, 6, 30)
    assert (passed.unit, passed.starts_on, passed.collector) == (heir, date(2025, 7, 1), reporting.province)
    owed = {key: [duty.holds_for(ReportingPeriod.parse(key)), passed.holds_for(ReportingPeriod.parse(key))]
            for key in ("2025Q1", "2025Q2", "2025Q3")}  # fmt: skip
    assert owed == {"2025Q1": [True, False], "2025Q2": [True, False], "2025Q3": [False, True]}
    assert services.pass_on(at=moment(7, 3, year=2025)) == []


@pytest.mark.parametrize("period", ["2021Q5", "2021-3", "x", "99999Q1", "1700Q1"])
def test_a_period_that_does_not_exist_is_refused(reporting, duty, period):
    with pytest.raises(WrongPeriod, match="ghi như 2021Q3"):
        reporting.open(duty, period)


def test_a_period_that_has_not_begun_or_is_not_owed_is_refused(reporting, duty):
    with pytest.raises(services.TooEarly, match="bắt đầu ngày 26/09/2021"):
        reporting.open(duty, "2021Q4", at=moment(9, 20))
    with pytest.raises(services.NotObliged, match="không phải báo cáo Quý IV năm 2020"):
        reporting.open(duty, "2020Q4")
    with pytest.raises(services.NotObliged, match="không lập theo kỳ “Năm 2021”"):
        reporting.open(duty, "2021")


def test_a_return_needs_a_reason_and_happens_once(reporting, duty):
    report = reporting.sent(duty)

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.return_report(report_id=report.pk, reason=" ", by=reporting.hanh, at=moment(9, 28))
    services.accept(report_id=report.pk, by=reporting.hanh, at=moment(9, 28))
    with pytest.raises(services.WrongState, match="đang ở bước “đã chấp nhận”"):
        services.return_report(report_id=report.pk, reason="Thiếu", by=reporting.hanh, at=moment(9, 29))


def test_a_consolidated_report_that_is_owed_to_nobody_is_signed_but_not_sent(reporting, duty):
    head = officer(
        reporting.unit,
        "division_head",
        name="Mai Thị Tám",
        title="Trưởng phòng",
        division=reporting.home_affairs,
    )
    reporting.sent(duty)
    report = services.consolidate(
        unit_id=reporting.home_affairs.pk, form=Form.MODELS, period="2021Q3", by=head, at=moment(9, 28)
    )
    services.sign(report_id=report.pk, by=head, at=moment(9, 28, 14))

    with pytest.raises(services.WrongState, match="không phải gửi cho nơi nào"):
        services.send(report_id=report.pk, by=head, at=moment(9, 29))


def test_the_heir_reports_the_last_days_of_the_merged_unit_once(reporting):
    heirs = [
        UnitFactory(name=f"Xã Kế Tục {n}", code=f"3199{n}", valid_from=date(2025, 7, 1), valid_to=None,
                    under=reporting.province)
        for n in (1, 2)
    ]  # fmt: skip
    for heir in heirs:
        Succession.objects.create(predecessor=reporting.an_hiep, successor=heir, on_date=date(2025, 7, 1))
        reporting.heads[heir.pk] = officer(heir, "commune_leader", name="Lê Văn Chín", title="Chủ tịch")
    reporting.case(reporting.an_hiep, date(2025, 6, 28), quantity=4)
    reporting.oblige(reporting.an_hiep, starts_on=date(2025, 1, 1))
    passed = services.pass_on(at=moment(7, 2, year=2025))

    figures = []
    for duty in passed:
        report = reporting.open(duty, "2025Q3", at=moment(9, 20, year=2025))
        figures.append(sum(row.figures["cases"] for row in report.latest.reported_rows))

    assert [duty.unit for duty in passed] == heirs
    assert figures == [4, 0]
