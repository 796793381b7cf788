from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import moment
from motcua.organisation.access import Officer
from motcua.reporting.access import require_collector
from motcua.reporting.acting import WrongState
from motcua.reporting.events import ReportDueSoon
from motcua.reporting.models import Obligation, Report, ReportReminder
from motcua.reporting.periods import ReportingPeriod
from motcua.reporting.reminder_days import reminder_days
from motcua.reporting.rules import require_owed


class RemindedToday(Refusal):
    """Somebody has asked the unit for this report today already."""


def remind_reports(*, at: datetime) -> list[ReportReminder]:
    """Remind of every report that is due soon and not sent: 7, 3 and 1 days before, and the working day before.

    Safe to call at any pace by any number of workers; after a silence only the nearest reminder goes out.
    """
    on = timezone.localdate(at)
    sent = []
    for obligation in Obligation.objects.select_related("unit", "collector").order_by("pk"):
        period = ReportingPeriod.containing(on, yearly=obligation.is_yearly)
        days = _owed(obligation, period, on=on)
        if days is not None:
            reminder = _remind(obligation, period, days, at=at)
            sent += [reminder] if reminder else []
    return sent


def _owed(obligation: Obligation, period: ReportingPeriod, *, on: date) -> int | None:
    """Which reminder is the one for this day; None when there is none, or it went out."""
    due_on = period.due_on(obligation.due_day)
    if not timedelta(0) <= due_on - on <= timedelta(days=12) or not obligation.holds_for(period):
        return None
    passed = [days for days in reminder_days(due_on, obligation.unit_id) if (due_on - on).days <= days]
    if not passed or _is_sent(obligation, period):
        return None
    nearest = min(passed)
    gone = ReportReminder.objects.filter(
        obligation=obligation, period=period.key, days_before__isnull=False, days_before__lte=nearest
    )
    return None if gone.exists() else nearest


def _is_sent(obligation: Obligation, period: ReportingPeriod) -> bool:
    return Report.objects.filter(
        unit=obligation.unit_id, form=obligation.form, period=period.key, first_sent_at__isnull=False
    ).exists()


@transaction.atomic
def _remind(
    obligation: Obligation, period: ReportingPeriod, days: int, *, at: datetime
) -> ReportReminder | None:
    due_on = period.due_on(obligation.due_day)
    reminder, new = ReportReminder.objects.get_or_create(
        obligation=obligation, period=period.key, days_before=days, defaults={"due_on": due_on, "sent_at": at}
    )
    if not new:
        return None
    _announce(reminder, at=at)
    return reminder


def _announce(reminder: ReportReminder, *, at: datetime) -> None:
    obligation = reminder.obligation
    announce(
        ReportDueSoon(
            obligation_id=obligation.pk,
            reminder_id=reminder.pk,
            at=at,
            unit_id=obligation.unit_id,
            form=str(obligation.form),
            period=reminder.period,
            due_on=reminder.due_on,
            days_left=reminder.days_left,
        )
    )


@transaction.atomic
def press(*, obligation_id: int, period: str, by: Officer, at: datetime) -> ReportReminder:
    """Remind one unit by hand (đôn đốc), before or after the due day, at most once a day for each report.

    Raises:
        RemindedToday: somebody has done so today.
        WrongState: the report is there already.
        NotObliged, UnitNotThere, NotAllowed: as their sentences say.
    """
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("unit", "collector")
    obligation = rows.get(pk=obligation_id)
    require_collector(by, obligation.collector)
    chosen = ReportingPeriod.parse(period)
    require_owed(obligation, chosen)
    if _is_sent(obligation, chosen):
        raise WrongState(_("%(unit)s đã gửi báo cáo kỳ này rồi.") % {"unit": obligation.unit.name})
    _require_quiet(obligation, chosen, at=at)
    reminder = ReportReminder.objects.create(
        obligation=obligation, period=chosen.key, due_on=chosen.due_on(obligation.due_day), sent_at=at,
        author_id=by.account_id,
    )  # fmt: skip
    _announce(reminder, at=at)
    return reminder


def _require_quiet(obligation: Obligation, period: ReportingPeriod, *, at: datetime) -> None:
    """Refuse a second reminder of the same day: the unit reads one, and has the day to answer."""
    pressed = ReportReminder.objects.filter(
        obligation=obligation, period=period.key, author__isnull=False, sent_at__date=timezone.localdate(at)
    )
    last = pressed.select_related("author").order_by("-sent_at").first()
    if last is not None:
        words = {"unit": obligation.unit.name, "name": last.author, "at": moment(last.sent_at)}
        raise RemindedToday(
            _("Hôm nay đã nhắc %(unit)s rồi (%(name)s, lúc %(at)s). Mỗi báo cáo nhắc một lần một ngày.")
            % words
        )
