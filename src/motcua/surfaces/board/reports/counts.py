"""The number beside the rail: reports that the officer's units have to write, and those waiting to be looked at."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from motcua.kernel.memory import kept_until_change
from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for, takes_part
from motcua.reporting import queries
from motcua.reporting.models import ReportVersion
from motcua.reporting.states import COLLECTORS, State
from motcua.surfaces.board.reports.due_words import SOON_DAYS


def count_reports(officer: Officer, now: datetime) -> Mapping[str, int]:
    """Count what is late or due soon, and what came in unread."""
    if not takes_part(officer):
        return {}
    return {"reports_due": _counted(officer, timezone.localdate(now))}


@kept_until_change
def _counted(officer: Officer, today: date) -> int:
    owed = [one for one in queries.due_of(officer, on=today) if one.needs_work]
    soon = sum(one.due_on <= today + timedelta(days=SOON_DAYS) for one in owed)
    if not officer.has(*COLLECTORS):
        return soon
    sent = ReportVersion.objects.filter(state__in=[State.SENT, State.RECEIVED])
    return soon + sent.filter(report__obligation__collector__in=stands_for(officer)).count()
