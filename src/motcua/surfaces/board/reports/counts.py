"""The number beside the rail: reports that the officer's units have to write, and those waiting to be looked at."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

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
    today = timezone.localdate(now)
    owed = [one for one in queries.due_of(officer, on=today) if one.needs_work]
    soon = sum(one.due_on <= today + timedelta(days=SOON_DAYS) for one in owed)
    waiting = 0
    if officer.has(*COLLECTORS):
        mine = stands_for(officer)
        sent = ReportVersion.objects.filter(state__in=[State.SENT, State.RECEIVED])
        waiting = sent.filter(report__obligation__collector__in=mine).count()
    return {"reports_due": soon + waiting}
