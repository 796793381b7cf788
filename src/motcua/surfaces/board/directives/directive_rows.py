"""Directives as rows of a list: what each is, and how it stands: everywhere for its giver, at home for others."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Q

from motcua.directives.access import stands_for
from motcua.directives.models import Directive, Recipient, Task
from motcua.directives.states import State
from motcua.directives.task_states import OPEN
from motcua.organisation.access import Officer


class Row(NamedTuple):
    """A directive as its reader's unit is concerned by it.

    ``whole``: the unit gave it, and sees how it stands everywhere: of ``recipients`` ``seen``, tasks ``open`` and
    ``late``. Another unit sees its own part: its own open tasks, its own lateness, when it first opened the text.
    ``unseen``: it came to the unit and nobody there has opened it.
    """

    directive: Directive
    whole: bool
    recipients: int
    seen: int
    opened_at: datetime | None
    open: int
    late: int
    unseen: bool


def rows_of(found: Sequence[Directive], officer: Officer, *, on: date) -> list[Row]:
    """Return the rows of one page, in three questions however many they are."""
    ids, mine = [directive.pk for directive in found], stands_for(officer)
    received = _received(ids)
    tasks = _tasks(ids, mine, on=on)
    own = list(
        Recipient.objects.filter(directive__in=ids, unit__in=mine).values_list("directive_id", "received_at")
    )
    opened = {pk: at for pk, at in own if at}
    waiting = {pk for pk, at in own if at is None}
    rows = []
    for one in found:
        whole = not mine.isdisjoint({one.keeper_id, one.issuer_id})
        counted = whole and not one.of_another_agency
        all_open, all_late, own_open, own_late = tasks.get(one.pk, (0, 0, 0, 0))
        unseen = one.state == State.ISSUED and one.keeper_id not in mine and one.pk in waiting
        rows.append(
            Row(
                one,
                whole,
                *(received.get(one.pk, (0, 0)) if counted else (0, 0)),
                opened.get(one.pk),
                *((all_open, all_late) if whole else (own_open, own_late)),
                unseen,
            )
        )
    return rows


def _received(ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    rows = Recipient.objects.filter(directive__in=ids).values("directive").order_by()
    counted = rows.annotate(total=Count("pk"), seen=Count("received_at"))
    return {pk: (total, seen) for pk, total, seen in counted.values_list("directive", "total", "seen")}


def _tasks(ids: Sequence[int], mine: Collection[int], *, on: date) -> dict[int, tuple[int, int, int, int]]:
    """Open and late tasks of each directive, all of them and those that the own units lead."""
    late, own = Q(deadline_on__lt=on), Q(lead_unit__in=mine)
    counted = (
        Task.objects.filter(directive__in=ids, state__in=OPEN)
        .values("directive")
        .annotate(
            total=Count("pk"),
            late=Count("pk", filter=late),
            own=Count("pk", filter=own),
            own_late=Count("pk", filter=late & own),
        )
        .order_by()
    )
    return {
        pk: (total, late, own, own_late)
        for pk, total, late, own, own_late in counted.values_list(
            "directive", "total", "late", "own", "own_late"
        )
    }
