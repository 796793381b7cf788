"""What is late, where, and why: for the board of a leader and of whoever watches over the tasks."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import OuterRef, Subquery

from motcua.directives.models import Extension, Progress, Task
from motcua.directives.models.task import TaskQuerySet
from motcua.directives.task_states import OPEN
from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for


class LateTask(msgspec.Struct, frozen=True, kw_only=True):
    """One open task past its deadline. ``first_deadline_on`` is what was ordered before any extension;
    ``last_word`` the newest progress report, blank when the unit has said nothing."""

    task_id: int
    directive_id: int
    directive_number: str
    number: str
    content: str
    lead_unit_id: int
    lead_unit_name: str
    deadline_on: date
    first_deadline_on: date
    days_late: int
    extensions: int
    percent: int | None
    last_word: str


class UnitLate(msgspec.Struct, frozen=True, kw_only=True):
    """How one leading unit stands: its open tasks, and those of them that are late."""

    unit_id: int
    unit_name: str
    open: int
    late: int


class LateBoard(msgspec.Struct, frozen=True, kw_only=True):
    """``rows`` longest late first; ``units`` those with most late tasks first, quiet ones too.

    ``late`` is the number of rows; ``open`` the base that it is a part of.
    """

    rows: list[LateTask]
    units: list[UnitLate]
    open: int
    late: int
    due_soon: int


def late_board(officer: Officer, *, on: date, within_days: int = 7) -> LateBoard:
    """Return how the open tasks in the officer's sight stand on a day.

    Args:
        within_days: how many calendar days ahead ``due_soon`` looks, the day itself included.
    """
    found = Task.objects.in_sight_of(stands_for(officer)).filter(state__in=OPEN)
    tasks = list(_told(found).order_by("deadline_on", "pk"))
    late = [task for task in tasks if task.deadline_on and task.deadline_on < on]
    soon = [
        left for task in tasks if (left := task.days_left(on=on)) is not None and 0 <= left <= within_days
    ]
    return LateBoard(
        rows=_rows(late, on=on),
        units=_units(tasks, late),
        open=len(tasks),
        late=len(late),
        due_soon=len(soon),
    )


def _told(tasks: TaskQuerySet) -> TaskQuerySet:
    """Tasks with the newest word about each."""
    newest = Progress.objects.filter(task=OuterRef("pk")).order_by("-pk")
    return tasks.select_related("directive", "lead_unit").annotate(
        told_percent=Subquery(newest.values("percent")[:1]), told_text=Subquery(newest.values("text")[:1])
    )


def _rows(late: list[Task], *, on: date) -> list[LateTask]:
    extended: Counter[int] = Counter()
    first: dict[int, date] = {}
    rows = Extension.objects.filter(task__in=late).order_by("pk")
    for task_id, from_on in rows.values_list("task_id", "from_on"):
        extended[task_id] += 1
        first.setdefault(task_id, from_on)
    return [
        LateTask(
            task_id=task.pk,
            directive_id=task.directive_id,
            directive_number=task.directive.number,
            number=task.number,
            content=task.content,
            lead_unit_id=task.lead_unit_id,
            lead_unit_name=task.lead_unit.agency_name,
            deadline_on=deadline,
            first_deadline_on=first.get(task.pk, deadline),
            days_late=(on - deadline).days,
            extensions=extended[task.pk],
            percent=task.told_percent,  # type: ignore[attr-defined]
            last_word=task.told_text or "",  # type: ignore[attr-defined]
        )
        for task in late
        if (deadline := task.deadline_on)
    ]


def _units(tasks: Iterable[Task], late: Iterable[Task]) -> list[UnitLate]:
    late_of = Counter(task.lead_unit_id for task in late)
    open_of: Counter[int] = Counter()
    names: dict[int, str] = {}
    for task in tasks:
        open_of[task.lead_unit_id] += 1
        names[task.lead_unit_id] = task.lead_unit.agency_name
    rows = [
        UnitLate(unit_id=unit_id, unit_name=names[unit_id], open=count, late=late_of[unit_id])
        for unit_id, count in open_of.items()
    ]
    return sorted(rows, key=lambda row: (-row.late, -row.open, row.unit_name))
