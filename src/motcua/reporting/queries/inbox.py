"""What a unit has to send, and what a collector waits for."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

import msgspec
from django.db.models import Max

from motcua.initiatives.models import Initiative
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees, stands_for
from motcua.reporting.models import Obligation, Report, ReportReminder, ReportVersion
from motcua.reporting.order import by_unit
from motcua.reporting.periods import ReportingPeriod, periods_from
from motcua.reporting.states import Form, State

#: How many periods back an unsent report is still asked for.
LOOK_BACK = 4

Asked = list[tuple[Obligation, ReportingPeriod]]


class Due(msgspec.Struct, frozen=True):
    """One report that a unit owes or has sent; ``report`` None: nobody has opened it; ``reminder`` the last one.

    ``days_left`` are calendar days to the due day, negative once it has passed.
    """

    obligation: Obligation
    period: ReportingPeriod
    due_on: date
    days_left: int
    report: Report | None
    version: ReportVersion | None
    reminder: ReportReminder | None = None

    @property
    def is_sent(self) -> bool:
        return self.report is not None and self.report.first_sent_at is not None

    @property
    def is_late(self) -> bool:
        """Not there although its day has passed, or sent after it."""
        if self.report is not None and self.report.first_sent_at is not None:
            return self.report.on_time is False
        return self.days_left < 0

    @property
    def needs_work(self) -> bool:
        """The unit has something to do: to write, to sign, to send, to mend what was returned."""
        return self.version is None or self.version.state in {State.DRAFT, State.SIGNED, State.RETURNED}


class InboxLine(msgspec.Struct, frozen=True):
    """One unit that owes a collector a report: where it stands, how often it was reminded, and whether by somebody
    today."""

    due: Due
    unit: Unit
    reminders: int
    pressed_today: bool = False

    @property
    def state(self) -> str:
        """The state of the version that the collector knows of; blank while nothing was sent."""
        version = self.due.version
        return str(version.state) if version is not None and self.due.is_sent else ""


def due_of(officer: Officer, *, on: date) -> list[Due]:
    """What the officer's units have to send now, the most urgent first: this period, and earlier ones unfinished."""
    duties = Obligation.objects.filter(unit__in=stands_for(officer)).order_by("pk")
    asked = [
        (duty, period)
        for duty in duties.select_related("unit", "collector", "directive")
        for period in _asked_periods(duty, on=on)
        if duty.holds_for(period)
    ]
    reports, told = _newest(asked), _last_reminders(asked)
    found = []
    for duty, period in asked:
        report, version = reports.get((duty.unit_id, duty.form, period.key), (None, None))
        due = _with(duty, period, report, version, on=on)
        if period == ReportingPeriod.containing(on, yearly=duty.is_yearly) or due.needs_work:
            found.append(msgspec.structs.replace(due, reminder=told.get((duty.pk, period.key))))
    return sorted(found, key=lambda one: (not one.needs_work, one.due_on, one.obligation.pk))


def _asked_periods(duty: Obligation, *, on: date) -> Iterator[ReportingPeriod]:
    """The period of a day, and those before it for which an unsent report is still asked, oldest first."""
    earliest = now = ReportingPeriod.containing(on, yearly=duty.is_yearly)
    for _step in range(LOOK_BACK):
        earliest = earliest.before
    yield from periods_from(earliest, now)


def _newest(asked: Asked) -> dict[tuple[int, str, str], tuple[Report, ReportVersion]]:
    """By unit, form and period: the report and its newest version."""
    reports = Report.objects.filter(
        unit__in={duty.unit_id for duty, _period in asked},
        form__in={duty.form for duty, _period in asked},
        period__in={period.key for _duty, period in asked},
    )
    versions = ReportVersion.objects.filter(report__in=reports).order_by("number")
    newest = {version.report_id: version for version in versions}
    return {(one.unit_id, one.form, one.period): (one, newest[one.pk]) for one in reports}


def _last_reminders(asked: Asked) -> dict[tuple[int, str], ReportReminder]:
    reminders = ReportReminder.objects.filter(obligation__in={duty.pk for duty, _period in asked})
    rows = reminders.select_related("author").order_by("sent_at", "pk")
    return {(reminder.obligation_id, reminder.period): reminder for reminder in rows}


def _with(
    duty: Obligation,
    period: ReportingPeriod,
    report: Report | None,
    version: ReportVersion | None,
    *,
    on: date,
) -> Due:
    due_on = report.due_on if report else period.due_on(duty.due_day)
    if report is not None:
        report.unit, report.obligation = duty.unit, duty
    if version is not None and report is not None:
        version.report = report
    return Due(duty, period, due_on, (due_on - on).days, report, version)


def inbox(officer: Officer, period: ReportingPeriod, *, on: date, form: str = Form.MODELS) -> list[InboxLine]:
    """Everyone who owes the officer's units a report of a period: those to be looked at, missing, then done.

    Of a unit that has begun a new version the collector still sees the last one sent. Who collects nothing looks
    at what is collected below.
    """
    owed = _owed_to(stands_for(officer), period, form) or _owed_to(sees(officer), period, form)
    ids = [duty.unit_id for duty in owed]
    reports = {report.unit_id: report for report in Report.objects.of(form, period).filter(unit__in=ids)}
    versions = _last_sent([report.pk for report in reports.values()])
    told = ReportReminder.objects.filter(obligation__in=owed, period=period.key)
    counts = Counter(told.values_list("obligation_id", flat=True))
    pressed = set(told.filter(author__isnull=False, sent_at__date=on).values_list("obligation_id", flat=True))
    lines = []
    for duty in owed:
        report = reports.get(duty.unit_id)
        version = versions.get(report.pk) if report else None
        due = _with(duty, period, report, version, on=on)
        lines.append(InboxLine(due, duty.unit, counts[duty.pk], duty.pk in pressed))
    return sorted(lines, key=_urgency)


def waiting_by_form(officer: Officer) -> dict[str, int]:
    """Forms that come in to the officer's units, or below where none do; how many of each nobody has answered yet."""
    duties = Obligation.objects.filter(collector__in=stands_for(officer))
    if not duties.exists():
        duties = Obligation.objects.filter(collector__in=sees(officer))
    sent = ReportVersion.objects.filter(
        report__obligation__in=duties, state__in=[State.SENT, State.RECEIVED]
    ).values_list("report__form", flat=True)
    waiting, given = Counter(sent), set(duties.values_list("form", flat=True))
    return {form: waiting[form] for form in Form.values if form in given}


def _owed_to(collector_ids: Collection[int], period: ReportingPeriod, form: str) -> list[Obligation]:
    duties = Obligation.objects.filter(collector__in=collector_ids, form=form)
    rows = duties.select_related("unit", "collector", "directive")
    return by_unit(duty for duty in rows if duty.holds_for(period))


def _last_sent(report_ids: Collection[int]) -> dict[int, ReportVersion]:
    sent = ReportVersion.objects.filter(report__in=report_ids, sent_at__isnull=False)
    newest = sent.values("report").annotate(newest=Max("number")).values_list("report", "newest")
    wanted = dict(newest)
    return {
        version.report_id: version
        for version in sent.select_related("sent_by")
        if wanted[version.report_id] == version.number
    }


def _urgency(line: InboxLine) -> int:
    order = [State.SENT, State.RECEIVED, "", State.RETURNED, State.ACCEPTED, State.REPLACED]
    return order.index(line.state)


def consolidated_of(unit_ids: Collection[int], form: str, period: ReportingPeriod) -> Report | None:
    """The consolidated report of a collector for a period, if somebody has made it."""
    return (
        Report.objects.of(form, period)
        .filter(unit__in=unit_ids, consolidated=True)
        .select_related("unit", "obligation__collector")
        .order_by("pk")
        .first()
    )


def reported_pairs(unit_ids: Collection[int], period: ReportingPeriod) -> set[tuple[int, int]]:
    """Units and models (keys of rows) about which a report of the period was sent."""
    slugs: dict[str, int] = {}
    for pk, slug, code in Initiative.objects.values_list("pk", "slug", "code"):
        slugs[slug or code] = pk
    versions = ReportVersion.objects.filter(
        report__unit__in=unit_ids, report__form=Form.MODELS, report__period=period.key, sent_at__isnull=False
    )
    return {
        (version.report.unit_id, slugs[row.id])
        for version in versions.select_related("report")
        for row in version.sheet.rows
        if row.id in slugs
    }
