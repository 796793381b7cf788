"""A report as it is shown and printed: of a stored version, or counted at this moment where there is none."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec
from django.db.models import Q
from django.utils import timezone

from motcua.directives.models import Directive
from motcua.documents.models import Paper
from motcua.documents.papers.content import Signer
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit
from motcua.reporting.forms import KINDS, FormKind, Window, scope_of, subordinates
from motcua.reporting.models import Correction, Obligation, Report, ReportVersion
from motcua.reporting.periods import DUE_DAY, ReportingPeriod
from motcua.reporting.sheets import Column, Row, Sheet
from motcua.reporting.states import STANDING


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a table, a paper or a program needs to know; ``rows`` are the figures that the unit stands for.

    ``last`` is the last day that was counted: the cut-off, unless the report was counted before it.
    """

    unit: Unit
    form: str
    period: ReportingPeriod
    first: date
    last: date
    due_on: date
    sheet: Sheet
    rows: list[Row]
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    difficulties: str = ""
    proposals: str = ""
    number: str = ""
    version: int = 0
    collector: Unit | None = None
    directive: Directive | None = None
    sent_at: datetime | None = None
    on_time: bool | None = None
    signer: Signer | None = None
    signed_on: date | None = None
    paper: Paper | None = None

    @property
    def columns(self) -> list[Column]:
        """The columns of the printed table: what serves only the screen is left out, and words that nobody said."""
        hidden = {"state"} if self.sheet.parts else {"state", "units"}
        hidden |= {
            column.id
            for column in self.sheet.columns
            if column.is_text and not any(row.words.get(column.id) for row in self.rows)
        }
        return [column for column in self.sheet.columns if column.id not in hidden]

    @property
    def kind(self) -> FormKind:
        """What its form is."""
        return KINDS[self.form]

    def remark(self, row_id: str) -> str:
        return dict(self.remarks).get(row_id, "")


def shown(version: ReportVersion) -> Shown:
    """A stored version."""
    report = version.report
    obligation = report.obligation
    newest = {(one.row_id, one.column_id): one for one in version.corrections.order_by("pk")}
    return Shown(
        unit=report.unit, form=report.form, period=report.reporting_period, first=report.data_from,
        last=version.counted_to, due_on=report.due_on, sheet=version.sheet, rows=version.reported_rows,
        corrections=tuple(newest.values()), remarks=tuple(version.remarks.items()),
        difficulties=version.difficulties, proposals=version.proposals, number=version.number_text,
        version=version.number, collector=obligation.collector if obligation else None,
        directive=obligation.directive if obligation else None, sent_at=report.first_sent_at,
        on_time=report.on_time, signer=_signer(version), paper=version.paper,
        signed_on=timezone.localdate(version.signed_at) if version.signed_at else None,
    )  # fmt: skip


def _signer(version: ReportVersion) -> Signer | None:
    """Who signed, as the signed paper names them."""
    paper: Paper | None = version.paper
    return msgspec.convert(paper.data["signer"], Signer) if paper else None


def shown_of(unit: Unit, form: str, period: ReportingPeriod, *, at: datetime) -> Shown:
    """What a unit has to show for a period: its report, a report that its office added up, or a count of now.

    A unit that reports to nobody is counted with all below it, so that a district shows its communes.
    """
    report = _report(unit, form, period)
    if report is not None:
        version = report.versions.filter(state__in=STANDING).order_by("-number").first() or report.latest
        version.report = report
        return shown(version)
    return _counted(unit, form, period, at=at)


def _report(unit: Unit, form: str, period: ReportingPeriod) -> Report | None:
    found = Report.objects.of(form, period).select_related(
        "unit", "obligation__collector", "obligation__directive"
    )
    own = found.filter(unit=unit).first()
    if own is not None:
        return own
    offices = Q(unit__placements__parent=unit, unit__level="division", consolidated=True)
    return found.filter(offices).order_by("pk").first()


def _counted(unit: Unit, form: str, period: ReportingPeriod, *, at: datetime) -> Shown:
    duty = next((one for one in Obligation.objects.filter(unit=unit, form=form).select_related("unit")
                 .order_by("pk") if one.holds_for(period)), None)  # fmt: skip
    due_day, cut_off = (
        (duty.due_day, duty.cut_off_day) if duty else (DUE_DAY, _cut_off_below(unit, form, period))
    )
    window = Window(period.data_from(cut_off), period.data_to(cut_off))
    scope = scope_of(unit, period, window, at=at)
    if duty is None:
        below = organisation.descendants(unit, on=period.due_on(due_day))
        scope = replace(scope, unit_ids=(*scope.unit_ids, *(one.pk for one in below)))
    sheet = KINDS[form].fill(scope)
    return Shown(
        unit=unit, form=form, period=period, first=scope.first, last=scope.last, due_on=period.due_on(due_day),
        sheet=sheet, rows=sheet.rows, collector=duty.collector if duty else None,
        directive=duty.directive if duty else None,
    )  # fmt: skip


def _cut_off_below(unit: Unit, form: str, period: ReportingPeriod) -> int:
    """The cut-off that a collector gave those who report to it, else the usual one."""
    owed = subordinates(unit.pk, form, period)
    return owed[0].cut_off_day if owed else DUE_DAY
