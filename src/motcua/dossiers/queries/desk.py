"""What a desk opens with: how much waits, drafts, saved lists, what an officer has looked at."""

from datetime import datetime, time, timedelta

import msgspec
from django.db.models import Count, Q
from django.utils import timezone

from motcua.dossiers.models import AccessRecord, Dossier, IntakeDraft, SavedView
from motcua.dossiers.sight import sees_any
from motcua.dossiers.states import State
from motcua.organisation.access import Officer
from motcua.process.definitions import StepKind
from motcua.process.queries import open_steps

#: States whose dossiers wait for the desk, and what their count is called.
_WAITING = {
    State.REGISTERED: "waiting_acceptance",
    State.SUPPLEMENT_REQUESTED: "waiting_supplement",
    State.PROCESSED: "waiting_return",
}


class DeskCounts(msgspec.Struct, frozen=True):
    """Exact counts over what is open; closed dossiers are never counted for a screen."""

    overdue: int = 0
    due_today: int = 0
    mine: int = 0
    queue: int = 0
    waiting_acceptance: int = 0
    waiting_supplement: int = 0
    waiting_signature: int = 0
    waiting_return: int = 0


def counts(officer: Officer, at: datetime) -> DeskCounts:
    """Return what waits in the officer's unit, and on the officer's own desk."""
    if not sees_any(officer):
        return DeskCounts()
    end_of_day = datetime.combine(
        timezone.localdate(at) + timedelta(days=1), time(), timezone.get_default_timezone()
    )
    here = Dossier.objects.filter(unit=officer.unit_id)
    due = here.filter(closed_at=None, due_at__lt=end_of_day).aggregate(
        overdue=Count("pk", filter=Q(due_at__lt=at)), due_today=Count("pk", filter=Q(due_at__gte=at))
    )
    waiting = here.filter(state__in=_WAITING).order_by().values_list("state").annotate(Count("pk"))
    steps = open_steps(officer).aggregate(
        mine=Count("pk", filter=Q(assignee=officer.account_id) & ~Q(kind=StepKind.RETURN)),
        queue=Count("pk", filter=Q(assignee=None) & ~Q(kind__in=[StepKind.RETURN, StepKind.SIGN])),
        waiting_signature=Count("pk", filter=Q(kind=StepKind.SIGN)),
    )
    return DeskCounts(**due, **steps, **{_WAITING[State(state)]: count for state, count in waiting})


def drafts_of(account_id: int, unit_id: int) -> list[IntakeDraft]:
    """What an officer has begun to type and not yet finished, newest first."""
    return list(IntakeDraft.objects.filter(owner=account_id, unit=unit_id).order_by("-saved_at"))


def saved_views(account_id: int) -> list[SavedView]:
    """An officer's saved lists, by name."""
    return list(SavedView.objects.filter(owner=account_id).order_by("name"))


def access_log(account_id: int, *, since: datetime) -> list[AccessRecord]:
    """What an account has looked at, newest first."""
    return list(AccessRecord.objects.filter(account=account_id, at__gte=since).order_by("-at", "-pk"))
