"""Tasks that the officer's units gave and that are not done: a numbered task once, whoever still owes it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.directives.models import Task
from motcua.organisation.order import in_order
from motcua.surfaces.board.directives.task_chips import task_chip
from motcua.surfaces.components.due_chips import DueChip

MOST_NAMES = 4


class Given(NamedTuple):
    """``first`` is the one due first; ``task`` the only one, None where several units owe it."""

    first: Task
    task: Task | None
    words: str
    chip: DueChip


def given_of(tasks: Sequence[Task], *, on: date) -> list[Given]:
    """Return the numbered tasks in the order of their first row, each with the units that are not done."""
    groups: dict[tuple[int, str], list[Task]] = {}
    for task in tasks:
        groups.setdefault((task.directive_id, task.number), []).append(task)
    return [
        Given(same[0], same[0] if len(same) == 1 else None, _owing(same, on), task_chip(same[0], on=on))
        for same in groups.values()
    ]


def _owing(same: Sequence[Task], on: date) -> str:
    """``2 đơn vị trễ: Xã Kế Sách, Xã Nhơn Mỹ``; who is late is named first, and alone."""
    late = [task for task in same if task.deadline_on and task.deadline_on < on]
    names = [unit.name for unit in in_order(task.lead_unit for task in late or same)]
    words = {"count": len(names), "names": ", ".join(names[:MOST_NAMES]), "more": len(names) - MOST_NAMES}
    if len(names) > MOST_NAMES:
        words["names"] = _("%(names)s và %(more)d đơn vị khác") % words
    if len(same) == 1:
        return names[0]
    told = _("%(count)d đơn vị trễ: %(names)s") if late else _("%(count)d đơn vị chưa xong: %(names)s")
    rest = len(same) - len(late)
    return told % words + (_("; %(rest)d đơn vị khác chưa xong") % {"rest": rest} if late and rest else "")
