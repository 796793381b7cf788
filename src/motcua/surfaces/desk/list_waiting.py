"""What waits at the counter's letter box: handed in online or by post, not yet accepted."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished
from motcua.dossiers.access import visible_to
from motcua.dossiers.queries import rows_of
from motcua.dossiers.states import State
from motcua.organisation.access import Officer
from motcua.surfaces.components.due_chips import DueChip, due_chip
from motcua.surfaces.desk.work_rows import Row, rows

MOST = 100
#: Working hours within which the desk answers what came in online (NĐ 118/2025/NĐ-CP).
ANSWER_WITHIN_HOURS = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """One dossier in the letter box: since when, and until when it should be answered."""

    row: Row
    submitted_at: datetime
    answer_by: DueChip


def waiting(officer: Officer, *, now: datetime) -> list[Waiting]:
    """Return the oldest first, each with the hour by which the desk should have answered."""
    seen = visible_to(officer).filter(unit=officer.unit_id, state=State.REGISTERED, closed_at=None)
    oldest = list(seen.order_by("submitted_at", "pk").values_list("pk", flat=True)[:MOST])
    listed = rows_of(oldest)
    calendar = calendar_for(officer.unit_id, timezone.localdate(now))
    found = []
    for one, row in zip(listed, rows(listed, officer, now=now), strict=True):
        try:
            answer_at = calendar.add(calendar.next_opening(one.submitted_at), ANSWER_WITHIN_HOURS * 60)
        except CalendarNotPublished:
            answer_at = None
        chip = due_chip(
            due_at=answer_at,
            state_kind="running" if answer_at else "none",
            now=now,
            calendar=calendar,
        )
        found.append(Waiting(row, one.submitted_at, chip))
    return found
