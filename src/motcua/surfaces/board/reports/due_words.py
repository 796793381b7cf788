"""How a report stands against its day, in a word or two; days to a report are calendar days, Sundays too."""

from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import day
from motcua.reporting.queries import Due
from motcua.reporting.states import State
from motcua.surfaces.components.due_chips import DueChip

SOON_DAYS = 10


def report_chip(due: Due) -> DueChip:
    """Sent on time or late; days left, today, or days late."""
    title = _("Hạn gửi ngày %(day)s") % {"day": day(due.due_on)}
    if due.is_sent:
        if due.is_late:
            return DueChip("ok", _("Gửi trễ hạn"), title)  # it is there: no more red, and no tick
        return DueChip("done", _("Gửi đúng hạn"), title)
    left = due.days_left
    if left < 0:
        return DueChip("late", _("Trễ %(days)d ngày") % {"days": -left}, title)
    if left == 0:
        return DueChip("today", _("Hạn hôm nay"), title)
    return DueChip("soon" if left <= SOON_DAYS else "ok", _("Còn %(days)d ngày") % {"days": left}, title)


def state_words(due: Due) -> str:
    """What has become of a report, seen from the unit that owes it."""
    if due.version is None:
        return _("Chưa mở")
    if due.version.state == State.RETURNED:
        return _("Bị trả lại, cần sửa")
    return str(State(due.version.state).label)
