"""What an officer finds in the morning: what came in, what is due, what was said, what waits to be signed."""

from datetime import date

import msgspec
from django.db.models import QuerySet

from motcua.directives.authority import drafts_to_sign
from motcua.directives.models import Directive, Message, Recipient, Task
from motcua.directives.queries.lists import tasks_of
from motcua.directives.task_states import Part
from motcua.organisation.access import Officer
from motcua.organisation.sight import own_units, stands_for


class Inbox(msgspec.Struct, frozen=True):
    """``unseen`` are directives nobody of the unit has opened; tasks come by deadline, those without one last."""

    unseen: list[Recipient]
    leading: list[Task]
    coordinating: list[Task]
    following: list[Task]
    unread: list[Message]
    drafts: list[Directive]

    def due_by(self, on: date) -> list[Task]:
        """Leading tasks whose deadline is this day or has passed."""
        return [task for task in self.leading if task.deadline_on and task.deadline_on <= on]


def inbox(officer: Officer) -> Inbox:
    """Return what concerns the officer's units; drafts only for those who may sign."""
    units = own_units(officer)
    tasks = {task.pk: task for unit_id in sorted(units) for task in tasks_of(unit_id, only_open=True)}
    mine = stands_for(officer)
    return Inbox(
        unseen=_unseen(mine),
        leading=[task for task in _sorted(tasks) if task.lead_unit_id in mine],
        coordinating=_with_part(tasks, mine, Part.COORDINATE),
        following=_with_part(tasks, mine, Part.FOLLOW),
        unread=list(unread_messages(officer)),
        drafts=_drafts(officer),
    )


def unread_messages(officer: Officer) -> QuerySet[Message]:
    """What was said about tasks in the officer's sight and the officer has not read, oldest first."""
    tasks = Task.objects.in_sight_of(stands_for(officer)).values("pk")
    unread = Message.objects.filter(task__in=tasks).exclude(receipts__account=officer.account_id)
    return unread.select_related("task__directive", "sent_by").order_by("sent_at", "pk")


def _unseen(unit_ids: frozenset[int]) -> list[Recipient]:
    rows = Recipient.objects.waiting_for(unit_ids)
    return list(rows.select_related("directive__issuer", "unit").order_by("directive__issued_at", "pk"))


def _sorted(tasks: dict[int, Task]) -> list[Task]:
    return sorted(tasks.values(), key=lambda task: (task.deadline_on or date.max, task.pk))


def _with_part(tasks: dict[int, Task], units: frozenset[int], part: Part) -> list[Task]:
    named = set(
        Task.objects.filter(pk__in=tasks, parts__part=part, parts__unit__in=units).values_list(
            "pk", flat=True
        )
    )
    return [task for task in _sorted(tasks) if task.pk in named]


def _drafts(officer: Officer) -> list[Directive]:
    rows = drafts_to_sign(officer)
    return list(rows.select_related("issuer", "drafted_by").order_by("drafted_at", "pk"))
