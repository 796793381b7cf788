"""What came in up to the cut-off is in the figures, or the report says which day they run to."""

from datetime import date

import pytest

from motcua.reporting import queries, services
from motcua.reporting.models import Report
from motcua.reporting.printing import content_of
from motcua.reporting.shown import shown
from tests.factories.reporting import moment

LATE = date(2021, 9, 24)


@pytest.fixture
def duty(reporting):
    return reporting.oblige(reporting.an_hiep)[0]


def found_in(report: Report) -> tuple[int, date]:
    """The figure of the letters, and the last day that it holds."""
    version = report.latest
    return version.sheet.row("thu_chuc_mung").figures["cases"], version.counted_to


def test_a_report_filled_early_is_counted_again_before_it_is_signed(reporting, duty):
    report = reporting.open(duty, at=moment(9, 20))
    reporting.case(reporting.an_hiep, LATE)
    assert found_in(report) == (0, date(2021, 9, 20))

    with pytest.raises(services.CountedOtherwise, match="Đếm lại"):
        services.sign(report_id=report.pk, by=reporting.head_of_an_hiep, at=moment(9, 25, 10))
    services.fill(report_id=report.pk, by=reporting.ba, at=moment(9, 25, 11))
    reporting.sign_and_send(report, moment(9, 25, 12))

    assert found_in(report) == (1, date(2021, 9, 25))


def test_a_report_sent_early_says_its_day_and_what_came_in_afterwards(reporting, duty):
    report = reporting.sent(duty, at=moment(9, 20))
    reporting.case(reporting.an_hiep, LATE)

    content = content_of(shown(report.latest), on=LATE)
    (told,) = queries.findings(report, at=moment(9, 25))

    assert "từ ngày 26/06/2021 đến hết ngày 20/09/2021" in content.opening
    assert (
        "báo cáo đã khóa ở 0, hồ sơ và lượt ghi hiện nay là 1. Cần thì lập lần báo cáo mới." in told.sentence
    )


def test_a_signed_report_tells_what_came_in_before_it_is_sent(reporting, duty):
    report = reporting.open(duty, at=moment(9, 20))
    services.sign(report_id=report.pk, by=reporting.head_of_an_hiep, at=moment(9, 20))
    reporting.case(reporting.an_hiep, LATE)

    (told,) = queries.findings(report, at=moment(9, 25))

    assert (
        "đã ký ở 0, hồ sơ và lượt ghi hiện nay là 1. Rút về, đếm lại rồi ký trước khi gửi." in told.sentence
    )


def test_nothing_is_counted_after_the_cut_off(reporting, duty):
    reporting.case(reporting.an_hiep, date(2021, 9, 25))
    reporting.case(reporting.an_hiep, date(2021, 9, 26))

    report = reporting.open(duty, at=moment(9, 28))

    assert found_in(report) == (1, date(2021, 9, 25))
    assert found_in(reporting.open(duty, "2021Q4", at=moment(9, 28))) == (1, date(2021, 9, 28))
