"""The line over the day's work: which day it is, whose work, how much; and the next day without work."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.kernel.vietnamese import number, weekday

AHEAD = 7  # days: a closed day further away changes nothing in today's work
NOT_A_GIVEN_NAME = frozenset({"thị", "văn"})


def headline(*, name: str, count: int, now: datetime, reform: int = 0, ahead: bool = False) -> str:
    """``Thứ Hai 23/11, Kim Ngân có 33 việc``; all is done only when nothing of the reform waits either.

    Args:
        count: dossiers and steps that wait; ``reform``: what waits of the reform chain.
        ahead: some of its work is begun and not due yet.
    """
    words = {"weekday": weekday(now), "day": f"{now:%d/%m}", "name": called(name), "count": number(count)}
    if count:
        return _("%(weekday)s %(day)s, %(name)s có %(count)s việc") % words
    if reform:
        words["count"] = number(reform)
        return _("%(weekday)s %(day)s, %(name)s có %(count)s việc cải cách hành chính") % words
    if ahead:
        return _("%(weekday)s %(day)s, %(name)s chưa có việc nào đến hạn") % words
    return _("%(weekday)s %(day)s, %(name)s đã xong mọi việc") % words


def called(full_name: str) -> str:
    """How colleagues call somebody without guessing anh or chị: ``Lê Thị Kim Ngân`` → ``Kim Ngân``."""
    *before, given = full_name.split() or [""]
    if len(before) >= 2 and before[-1].lower() not in NOT_A_GIVEN_NAME:
        return f"{before[-1]}\u00a0{given}"
    return given


def closed_soon(calendar: WorkingCalendar, today: date) -> str:
    """Say which of the next days is closed although its weekday is not; "" when none is.

    Today comes first: who works on a closed day should know that the clock stands still.
    """
    try:
        if not calendar.is_working_day(today):
            return _("Hôm nay cơ quan nghỉ, thời hạn không tính.")
        for step in range(1, AHEAD + 1):
            day = today + timedelta(days=step)
            note = calendar.notes.get(day)
            if note is not None and not calendar.is_working_day(day):
                return _closed(day, note.name_vi, tomorrow=step == 1)
    except CalendarNotPublished:
        return ""
    return ""


def _closed(day: date, name: str, *, tomorrow: bool) -> str:
    words = {"weekday": weekday(day), "day": f"{day:%d/%m}", "name": name}
    if tomorrow:
        return _("Ngày mai nghỉ: %(name)s.") % words
    return _("%(weekday)s %(day)s nghỉ: %(name)s.") % words
