"""A promised instant in the words of a neighbour."""

from datetime import datetime

from django.utils.translation import gettext as _

from motcua.calendars.working_time import TimeLimit, WorkingCalendar
from motcua.kernel.vietnamese import hour, weekday
from motcua.surfaces.components.due_chips import working_days_between

NOON = 12


def promise_words(due: datetime, now: datetime) -> str:
    """``Chiều nay, trước 17:00`` today; ``Thứ Năm 26/11, trước 09:12`` later; another year is named."""
    if due.date() == now.date():
        part = _("Sáng nay") if due.hour < NOON else _("Chiều nay")
        return _("%(part)s, trước %(hour)s") % {"part": part, "hour": hour(due)}
    shape = "%d/%m" if due.year == now.year else "%d/%m/%Y"
    return _("%(weekday)s %(day)s, trước %(hour)s") % {
        "weekday": weekday(due), "day": due.strftime(shape), "hour": hour(due),
    }  # fmt: skip


def limit_words(limit: TimeLimit | None) -> str:
    """The limit as the law says it; an open one is promised when the dossier is received."""
    return limit.in_words if limit else _("Hẹn ngày khi nhận hồ sơ")


def progress_words(due: datetime, now: datetime, calendar: WorkingCalendar) -> str:
    """``Còn 2 ngày làm việc. Đang đúng tiến độ.``; late says so, and what happens now."""
    if now > due:
        return _("Đã quá ngày hẹn. Xã đang làm gấp và sẽ gửi thư xin lỗi với ngày hẹn mới.")
    days = working_days_between(now, due, calendar)
    if not days:
        return _("Hẹn trả trong hôm nay. Đang đúng tiến độ.")
    return _("Còn %(n)d ngày làm việc. Đang đúng tiến độ.") % {"n": days}
