"""What would be promised and what it would cost, before anything is written."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.calendars.time_limits import TimeLimit
from motcua.calendars.working_time import CalendarNotPublished, Explanation
from motcua.catalogue.fees import FeeAssessment
from motcua.catalogue.models import ProcedureVersion
from motcua.catalogue.queries import clock_policy
from motcua.catalogue.time_limits import counted_from
from motcua.dossiers import clock, fees
from motcua.identity.models import Person
from motcua.organisation.models import Unit


class DuePreview(msgspec.Struct, frozen=True):
    """The promise that would be made now, and how it is counted.

    ``limit`` None: the version has no limit of its own, the officer promises days with a reason. ``warning``: why
    no day can be promised yet.
    """

    limit: TimeLimit | None
    due_at: datetime | None
    explanation: Explanation | None
    warning: str = ""


def preview_due(
    version: ProcedureVersion,
    case_id: str,
    channel: str,
    unit_id: int,
    at: datetime,
    *,
    limit_days: int | None = None,
) -> DuePreview:
    """Return what ``accept`` would promise for a dossier taken in complete at ``at``."""
    definition, on = version.definition, timezone.localdate(at)
    rules = clock_policy(on).rules
    limit = clock.limit_of(
        definition, channel=channel, case_id=case_id, rules=rules, promised_days=limit_days
    )
    if limit is None:
        return DuePreview(None, None, None)
    calendar = calendar_for(unit_id, on)
    try:
        start = counted_from(definition, received=at, rules=rules, calendar=calendar)
        return DuePreview(limit, calendar.due(start, limit), calendar.explain(start, limit))
    except CalendarNotPublished as refusal:
        return DuePreview(limit, None, None, str(refusal))


def preview_fee(
    version: ProcedureVersion,
    *,
    unit_id: int,
    on: date,
    answers: Mapping[str, Any],
    case_id: str = "",
    channel: str = "direct",
    person: Person | None = None,
) -> FeeAssessment:
    """Return the fees that ``accept`` would assess for these answers and this person."""
    unit = Unit.objects.get(pk=unit_id)
    return fees.assess(
        version, unit=unit, channel=channel, case_id=case_id, answers=answers, person=person, on=on
    )
