from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.reporting.access import require_collector
from motcua.reporting.acting import Frozen
from motcua.reporting.forms import fill_form, subordinates
from motcua.reporting.models import Obligation, Report, ReportVersion
from motcua.reporting.periods import DUE_DAY, ReportingPeriod
from motcua.reporting.rules import NotObliged
from motcua.reporting.services.open_report import begin, count_anew, require_begun
from motcua.reporting.states import State


@transaction.atomic
def consolidate(*, unit_id: int, form: str, period: str, by: Officer, at: datetime) -> Report:
    """Add up the reports that came in to a collector (tổng hợp báo cáo): its own report of the period, refreshed.

    Only versions that stand are added: sent, neither returned nor replaced; units whose report is missing are named.
    A collector that owes the same form to somebody above sends this very report on; once it is sent, what came in
    later goes into its next version.

    Raises:
        Frozen: the consolidated report is signed, or was sent on.
        NotObliged: nobody reports to the unit.
        WrongPeriod, TooEarly, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id)
    require_collector(by, unit)
    chosen = ReportingPeriod.parse(period)
    _require_collected(unit, form, chosen)
    duty = next(iter(owed_by(unit, form, chosen)), None)
    report = (
        Report.objects.select_for_update(of=("self",)).filter(unit=unit, form=form, period=chosen.key).first()
    )
    if report is None:
        cut_off, due_day = (duty.cut_off_day, duty.due_day) if duty else (DUE_DAY, DUE_DAY)
        require_begun(chosen, chosen.data_from(cut_off), at=at)
        report = Report.objects.create(
            obligation=duty, unit=unit, form=form, period=chosen.key, consolidated=True,
            data_from=chosen.data_from(cut_off), data_to=chosen.data_to(cut_off),
            due_on=chosen.due_on(due_day), opened_at=at, opened_by_id=by.account_id,
        )  # fmt: skip
        begin(report, fill_form(report, at=at), by=by, at=at)
        return report
    _refresh(report, by=by, at=at)
    return report


def _require_collected(unit: Unit, form: str, period: ReportingPeriod) -> None:
    """Refuse to turn a unit's own figures into the empty sum of nobody's reports."""
    if not subordinates(unit.pk, form, period):
        raise NotObliged(
            _(
                "Không đơn vị nào phải gửi biểu này cho %(unit)s trong %(period)s, nên không có gì để tổng hợp."
            )
            % {"unit": unit.name_in_sentence, "period": period.name},
            field="period",
        )


def owed_by(unit: Unit, form: str, period: ReportingPeriod) -> list[Obligation]:
    """The collector's own duty above, if it has one."""
    rows = Obligation.objects.filter(unit=unit, form=form).select_related("unit", "collector").order_by("pk")
    return [row for row in rows if row.holds_for(period)]


def _refresh(report: Report, *, by: Officer, at: datetime) -> ReportVersion:
    version = report.latest
    version.report = report
    if version.state != State.DRAFT:
        raise Frozen(_("Báo cáo tổng hợp đã ký. Rút về, hoặc lập lần báo cáo mới, rồi tổng hợp lại."))
    report.consolidated = True
    report.save(update_fields=["consolidated"])
    count_anew(version, by=by, at=at)
    record(version, "fill", by=by, at=at)
    return version
