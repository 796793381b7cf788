"""The clock of a dossier: when it starts, what a pause does to it, how its end is judged. No database."""

from datetime import datetime

from django.utils import timezone

from motcua.calendars.working_time import TimeLimit, TimeUnit, WorkingCalendar
from motcua.catalogue.definitions import ClockRules, ProcedureDefinition
from motcua.catalogue.time_limits import counted_from, limit_for
from motcua.dossiers.states import Channel, Outcome

RESTART, RESUME = "restart", "resume"
_CATALOGUE_CHANNELS = {Channel.ONLINE: "online", Channel.POSTAL: "post"}


def catalogue_channel(channel: str) -> str:
    """The channel as limits and fees know it: at home and mobile count as direct."""
    return _CATALOGUE_CHANNELS.get(Channel(channel), "direct")


def limit_of(
    definition: ProcedureDefinition,
    *,
    channel: str,
    case_id: str,
    rules: ClockRules,
    promised_days: int | None = None,
) -> TimeLimit | None:
    """Return the limit of a dossier; ``promised_days`` only where the version has none of its own."""
    limit = limit_for(definition, channel=catalogue_channel(channel), case=case_id or None, rules=rules)
    if limit is None and promised_days:
        return TimeLimit(promised_days, TimeUnit.WORKING_DAY)
    return limit


def due(
    definition: ProcedureDefinition,
    limit: TimeLimit,
    *,
    received: datetime,
    rules: ClockRules,
    calendar: WorkingCalendar,
) -> datetime:
    """Return the instant to promise for what is received complete at ``received``."""
    start = counted_from(definition, received=received, rules=rules, calendar=calendar)
    return calendar.due(start, limit)


def paused(due_at: datetime | None, *, at: datetime) -> datetime | None:
    """The promise while the clock stands still: none, unless it had been broken before."""
    return due_at if due_at is not None and due_at < at else None


def resumed(
    due_before: datetime,
    *,
    began: datetime,
    ended: datetime,
    calendar: WorkingCalendar,
    restarted: datetime | None,
) -> datetime:
    """The promise after a pause.

    Late stays late; otherwise the limit starts again (``restarted``: the due instant counted anew), or goes on
    with what was left: moved by the working minutes that the pause covered.

    Source: NĐ 61/2018/NĐ-CP art. 19(4); ``clock_policies`` of the catalogue.
    """
    if due_before < began:
        return due_before
    return restarted or calendar.add(due_before, calendar.working_minutes(began, ended))


def judge(due_at: datetime, *, finished_at: datetime, classification: str) -> Outcome:
    """Early, on time or late, from the finish and the promise in force then.

    ``by_instant``: a day before is early, the same day until the promised hour on time. ``by_date``: the hour
    is ignored. Like the calendar, the judgement leaves seconds out: 17:00:40 is still 17:00.
    """
    finished_at = finished_at.replace(second=0, microsecond=0)
    finished_on, due_on = timezone.localdate(finished_at), timezone.localdate(due_at)
    if finished_on < due_on:
        return Outcome.EARLY
    on_time = finished_on == due_on if classification == "by_date" else finished_at <= due_at
    return Outcome.ON_TIME if on_time else Outcome.LATE
