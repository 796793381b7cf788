"""How a promised day was, or would be, counted."""

from datetime import datetime

from django.utils import timezone

from motcua.calendars.working_time import (
    CalendarNotPublished,
    Explanation,
    TimeLimit,
    TimeUnit,
    WorkingCalendar,
)
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.queries import clock_policy
from motcua.catalogue.time_limits import counted_from, limit_for
from motcua.dossiers.models import Dossier
from motcua.kernel.refusals import Refusal


def explain_now(
    definition: ProcedureDefinition, calendar: WorkingCalendar, now: datetime, *, case_id: str | None
) -> Explanation | None:
    """How the day would be counted for a dossier handed in now; None when no day can be promised yet."""
    try:
        rules = clock_policy(now.date()).rules
        limit = limit_for(definition, channel="direct", case=case_id, rules=rules)
        if limit is None:
            return None
        start = counted_from(definition, received=now, rules=rules, calendar=calendar)
        return calendar.explain(start, limit)
    except Refusal:
        return None


def explain_dossier(dossier: Dossier, calendar: WorkingCalendar) -> Explanation | None:
    """How the promise of a dossier was counted; None unless counting again gives the very same instant.

    A promise that a named service moved, or one from older rules, is shown without a strip rather than with a
    wrong one.
    """
    if dossier.accepted_at is None or dossier.due_at is None or dossier.limit_value is None:
        return None
    rules = clock_policy(timezone.localdate(dossier.accepted_at)).rules
    definition = dossier.version.definition
    pauses = list(dossier.pauses.exclude(ended_at=None).order_by("began_at"))
    restarts = [pause.ended_at for pause in pauses if pause.mode == "restart" and pause.ended_at]
    received = restarts[-1] if restarts else dossier.accepted_at
    stood = [
        (p.began_at, p.ended_at)
        for p in pauses
        if p.ended_at and p.mode != "restart" and p.began_at >= received
    ]
    try:
        start = counted_from(definition, received=received, rules=rules, calendar=calendar)
        told = calendar.explain(start, _limit(dossier, definition), stood)
    except (CalendarNotPublished, ValueError):
        return None
    return told if told.due == dossier.due_at.replace(second=0, microsecond=0) else None


def _limit(dossier: Dossier, definition: ProcedureDefinition) -> TimeLimit:
    unit = TimeUnit(dossier.limit_unit)
    if unit == TimeUnit.IMMEDIATE:
        rules = clock_policy(timezone.localdate(dossier.accepted_at)).rules
        usual = limit_for(definition, channel="direct", case=dossier.procedure_case or None, rules=rules)
        return usual if usual and usual.unit == unit else TimeLimit(0, unit)
    return TimeLimit(dossier.limit_value or 0, unit)
