"""Directives as rows of a list: what each is, who has opened it, what became of its tasks."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from motcua.directives.access import stands_for
from motcua.directives.models import Directive, Recipient, Task
from motcua.directives.states import State
from motcua.directives.task_states import OPEN
from motcua.organisation.access import Officer


class Row(NamedTuple):
    """``unseen``: it came to the officer's unit and nobody there has opened it."""

    directive: Directive
    recipients: int
    seen: int
    open: int
    late: int
    unseen: bool


def rows_of(found: Sequence[Directive], officer: Officer, *, on: date) -> list[Row]:
    """Return the rows of one page, in three questions however many they are."""
    ids = [directive.pk for directive in found]
    received = {
        pk: (total, seen)
        for pk, total, seen in Recipient.objects.filter(directive__in=ids)
        .values("directive")
        .annotate(total=Count("pk"), seen=Count("received_at"))
        .order_by()
        .values_list("directive", "total", "seen")
    }
    tasks = {
        pk: (total, late)
        for pk, total, late in Task.objects.filter(directive__in=ids, state__in=OPEN)
        .values("directive")
        .annotate(total=Count("pk"), late=Count("pk", filter=Q(deadline_on__lt=on)))
        .order_by()
        .values_list("directive", "total", "late")
    }
    mine = Recipient.objects.filter(directive__in=ids, unit__in=stands_for(officer), received_at=None)
    unseen = set(mine.filter(directive__state=State.ISSUED).values_list("directive_id", flat=True))
    return [
        Row(
            directive,
            *received.get(directive.pk, (0, 0)),
            *tasks.get(directive.pk, (0, 0)),
            unseen=directive.pk in unseen,
        )
        for directive in found
    ]
