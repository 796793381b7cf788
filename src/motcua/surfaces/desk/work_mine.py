"""What waits for one officer: steps in hand, and steps that wait for one of the officer's roles."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet

from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import DeskCounts, rows_of
from motcua.dossiers.queries import Row as Listed
from motcua.dossiers.sight import sees_any
from motcua.dossiers.states import State
from motcua.organisation.access import Officer
from motcua.process import parties
from motcua.process.definitions import StepKind
from motcua.process.queries import open_steps


def my_dossiers(officer: Officer) -> QuerySet[Dossier]:
    """Open dossiers in which the officer has a step to do now, each once.

    Returning is counted apart, for everybody at the counter; what bodies outside must answer is nobody's turn.
    """
    mine = Q(assignee=officer.account_id)
    for_my_roles = Q(assignee=None, role__in=sorted(officer.roles)) & ~Q(kind=StepKind.INTAKE)
    steps = open_steps(officer).filter(mine | for_my_roles).exclude(kind=StepKind.RETURN)
    return visible_to(officer).filter(closed_at=None, case__in=steps.values("case_id"))


def my_rows(officer: Officer, *, field: str = "", most: int) -> list[Listed]:
    """Return the officer's own work, the first due first, those without a due day last."""
    found = my_dossiers(officer)
    if field:
        found = found.filter(field=field)
    ordered = found.order_by(F("due_at").asc(nulls_last=True), "pk")
    return rows_of(list(ordered.values_list("pk", flat=True)[:most]))


def is_counter(officer: Officer) -> bool:
    """Whether the officer works at the one-stop desk, where everybody sees everything that is due."""
    return officer.has(*parties.DESK)


def work_count(officer: Officer, known: DeskCounts, mine: int) -> int:
    """How many things wait for the officer: own steps and, at the counter, what comes in and goes out."""
    return mine + (known.waiting_acceptance + known.waiting_return if is_counter(officer) else 0)


def count_for_navigation(officer: Officer, now: datetime) -> Mapping[str, int]:
    """The numbers beside the desk's menu; asked on every page, so nothing is asked that the menu does not show."""
    if not sees_any(officer):
        return {}
    piles = dict(
        Dossier.objects.filter(unit=officer.unit_id, state__in=[State.REGISTERED, State.PROCESSED])
        .values_list("state")
        .annotate(count=Count("pk"))
        .order_by()
    )
    waiting, returning = piles.get(State.REGISTERED, 0), piles.get(State.PROCESSED, 0)
    signing = open_steps(officer).filter(kind=StepKind.SIGN).count() if officer.has(*parties.SIGNERS) else 0
    return {
        "work": my_dossiers(officer).count() + (waiting + returning if is_counter(officer) else 0),
        "waiting_acceptance": waiting,
        "waiting_return": returning,
        "signing": signing,
    }
