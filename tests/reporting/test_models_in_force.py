"""A report on models holds those in force in its period: ordered, begun or served by its last day."""

from datetime import date

import pytest

from motcua.initiatives.models import Initiative
from motcua.reporting.models import Report
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.services import consolidate
from motcua.reporting.shown import shown_of
from tests.factories.directives import FRIDAY
from tests.factories.reporting import Reporting, moment

#: The third quarter runs to 25/09/2021.
LAST = date(2021, 9, 25)


@pytest.fixture
def duty(reporting):
    return reporting.oblige(reporting.an_hiep)[0]


@pytest.fixture
def chosen(reporting) -> Initiative:
    """A model that nobody ordered."""
    return Initiative.objects.create(
        code="SK-khac", slug="tu_chon", state="replicating", year=2021, title="Mô hình tự chọn",
        unit=reporting.town, unit_text=reporting.town.name, level="commune", kind="other", registered_at=FRIDAY,
    )  # fmt: skip


def rows(report: Report) -> list[str]:
    return [row.id for row in report.latest.sheet.rows]


def doing(report: Report, model: str) -> int:
    return report.latest.sheet.row(model).figures["units"]


def test_a_model_ordered_after_the_last_day_is_of_a_later_period(reporting: Reporting, duty):
    type(reporting.letter).objects.filter(pk=reporting.letter.pk).update(issued_on=date(2021, 11, 22))
    reporting.adopt(reporting.an_hiep, reporting.home, date(2021, 11, 22))
    reporting.adopt(reporting.an_hiep, reporting.letters, date(2030, 1, 1))

    assert rows(reporting.open(duty, at=moment(11, 23))) == []


@pytest.mark.parametrize(
    ("from_on", "found"),
    [(LAST, ["tu_chon"]), (date(2021, 9, 26), []), (date(2021, 10, 1), []), (date(2030, 1, 1), [])],
)
def test_a_chosen_model_counts_from_its_first_day(reporting: Reporting, duty, chosen, from_on, found):
    reporting.adopt(reporting.an_hiep, chosen, from_on)

    report = reporting.open(duty, at=moment(11, 23))

    assert [row for row in rows(report) if row == "tu_chon"] == found


def test_an_ordered_model_that_is_to_begin_later_is_told_and_not_counted_as_done(reporting: Reporting, duty):
    reporting.adopt(reporting.an_hiep, reporting.home, date(2021, 10, 1))
    reporting.adopt(reporting.an_hiep, reporting.letters, LAST)

    report = reporting.open(duty, at=moment(11, 23))

    assert (doing(report, "thu_chuc_mung"), doing(report, "tra_tai_nha")) == (1, 0)
    assert report.latest.sheet.row("tra_tai_nha").words["deployed"] == "Từ ngày 01/10/2021"


def test_the_sum_counts_the_units_that_had_begun(reporting: Reporting, chosen):
    duties = reporting.oblige()
    for unit, begun in zip(reporting.communes, (LAST, date(2021, 10, 1), date(2030, 1, 1)), strict=True):
        reporting.adopt(unit, reporting.home, begun)
        reporting.adopt(unit, chosen, date(2021, 10, 1))
    for one in duties:
        reporting.sent(one, at=moment(9, 25))

    whole = consolidate(
        unit_id=reporting.home_affairs.pk, form="quarterly_model_report", period="2021Q3", by=reporting.hanh,
        at=moment(11, 23),
    )  # fmt: skip

    assert rows(whole) == ["thu_chuc_mung", "tra_tai_nha"]
    assert doing(whole, "tra_tai_nha") == 1


def test_what_was_served_is_never_lost_when_the_first_day_is_moved(reporting: Reporting, duty, chosen):
    answer = reporting.adopt(reporting.an_hiep, chosen, date(2021, 3, 1))
    reporting.case(reporting.an_hiep, date(2021, 9, 3), chosen, quantity=2)
    type(answer).objects.filter(pk=answer.pk).update(from_on=date(2021, 10, 1))

    report = reporting.open(duty, at=moment(11, 23))

    assert report.latest.sheet.row("tu_chon").figures["cases"] == 2


def test_of_several_units_together_the_one_that_has_begun_speaks(reporting: Reporting, chosen):
    reporting.oblige(ends_on=date(2021, 12, 31))
    reporting.adopt(reporting.an_hiep, chosen, date(2021, 3, 1))
    reporting.adopt(reporting.an_khanh, chosen, date(2030, 1, 1))

    told = shown_of(reporting.unit, "quarterly_model_report", ReportingPeriod(2021, 3), at=moment(11, 23))

    assert next(row.figures["units"] for row in told.rows if row.id == "tu_chon") == 1
