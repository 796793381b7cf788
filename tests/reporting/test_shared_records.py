"""A record of two models counts in both rows, and once in every total: of a commune, of the sum, of the year."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from motcua.reporting import services
from motcua.reporting.exports import file_of
from motcua.reporting.inputs import Duty
from motcua.reporting.models import Report
from motcua.reporting.printing import content_of
from motcua.reporting.sheets import totals
from motcua.reporting.shown import shown
from motcua.reporting.states import Form
from tests.factories.directives import FRIDAY
from tests.factories.replication import DEATH, HOME, MOBILE, Spread, dossier, ordered
from tests.factories.reporting import moment


class Shared(Spread):
    """Two communes report on three models; each carries deaths home, which two of the models count."""

    def __init__(self) -> None:
        super().__init__()
        ordered(self)
        pair = [self.town, self.an_hiep]
        duty = Duty(tuple(unit.pk for unit in pair), self.home_affairs.pk, Form.MODELS, date(2021, 1, 1))
        self.duties = services.oblige(duty=duty, by=self.hanh, at=FRIDAY)
        for unit, on in ((self.town, date(2021, 5, 4)), (self.town, date(2021, 8, 16)),
                         (self.an_hiep, date(2021, 8, 17))):  # fmt: skip
            dossier(unit, "death_registration", on=on)
        dossier(self.town)

    def sent(self, place: int, period: str, at) -> Report:
        duty = self.duties[place]
        by = self.head(duty.unit)
        report = services.open_report(obligation_id=duty.pk, period=period, by=by, at=at)
        services.sign(report_id=report.pk, by=by, at=at)
        services.send(report_id=report.pk, by=by, at=at)
        return Report.objects.get(pk=report.pk)


@pytest.fixture
def shared(db) -> Shared:
    return Shared()


def total(report: Report) -> tuple[int, int, int]:
    what = shown(report.latest)
    found = totals(what.columns, what.rows, what.sheet.shared)
    return found["cases"], found["before"], found["cumulative"]


def test_a_total_counts_a_record_once_and_says_why_it_is_less(shared):
    report = shared.sent(0, "2021Q3", moment(9, 24))

    what = shown(report.latest)
    rows = {row.id: row.figures["cases"] for row in what.rows}
    assert rows == {HOME: 1, DEATH: 1, MOBILE: 1}
    assert total(report) == (2, 1, 3)  # the death of May was one too
    assert "ở dòng tổng ít hơn cộng các dòng 1 lượt, lũy kế năm ít hơn 2 lượt" in what.sheet.notes[-1]
    columns = [column.id for column in what.columns]
    assert content_of(what, on=date(2021, 9, 24)).totals[columns.index("cases")] == "2"
    sheet = load_workbook(BytesIO(file_of(report.latest, "xlsx", at=moment(9, 24))))["Báo cáo"]
    line = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "Tổng số")
    assert line[2 + columns.index("cases")] == 2


def test_what_the_last_report_of_the_year_shared_is_carried_over(shared):
    shared.sent(0, "2021Q2", moment(6, 24))

    assert total(shared.sent(0, "2021Q3", moment(9, 24))) == (2, 1, 3)


def test_the_sum_of_communes_counts_it_once_too(shared):
    parts = [shared.sent(place, "2021Q3", moment(9, 24)) for place in (0, 1)]
    whole = services.consolidate(
        unit_id=shared.home_affairs.pk, form=Form.MODELS, period="2021Q3", by=shared.hanh, at=moment(9, 26)
    )

    assert total(whole) == tuple(map(sum, zip(*map(total, parts), strict=True))) == (3, 1, 4)
    assert "ở dòng tổng ít hơn cộng các dòng 2 lượt" in whole.latest.sheet.notes[-1]
