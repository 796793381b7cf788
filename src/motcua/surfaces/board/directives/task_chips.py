"""How the deadline of a task stands, in a word or two."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.models import Task
from motcua.directives.task_states import State
from motcua.kernel.vietnamese import day
from motcua.surfaces.components.due_chips import DueChip, short_day

SOON_DAYS = 7


def task_chip(task: Task, *, on: date) -> DueChip:
    """Say how a task stands on a day; deadlines of tasks are calendar days, the day itself is still in time."""
    deadline = task.deadline_on
    title = _("Hạn %(day)s") % {"day": day(deadline)} if deadline else _("Việc thường xuyên, không đặt hạn")
    if task.state == State.CANCELLED:
        return DueChip("pause", _("Thôi giao"), title)
    if task.state == State.DONE:
        return DueChip("done", _done_words(task), title)
    left = task.days_left(on=on)
    if deadline is None or left is None:
        return DueChip("ok", _("Thường xuyên"), title)
    if left < 0 and task.is_open:
        return DueChip("late", _("Trễ %(days)d ngày") % {"days": -left}, title)
    if left == 0:
        return DueChip("today", _("Hạn hôm nay"), title)
    words = _("Hạn %(day)s") % {"day": _short(deadline, on)}
    return DueChip("soon" if left <= SOON_DAYS else "ok", words, title)


def _done_words(task: Task) -> str:
    if task.on_time is None:
        return _("Xong")
    return _("Xong đúng hạn") if task.on_time else _("Xong, trễ hạn")


def _short(deadline: date, on: date) -> str:
    midday = timezone.make_aware(datetime.combine(deadline, time(12)))
    return short_day(midday, on)
