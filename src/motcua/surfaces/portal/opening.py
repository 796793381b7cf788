"""Whether the door stands open, in one line; and the week's hours for the foot of the page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from motcua.calendars.hours import Spans
from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.kernel.vietnamese import hour, weekday

LOOK_AHEAD = 28  # days within which each weekday shows an ordinary face


@dataclass(frozen=True, slots=True)
class Opening:
    """One line about now."""

    is_open: bool
    words: str


def opening(calendar: WorkingCalendar, now: datetime) -> Opening:
    """Say until when the office is open, or when it opens next."""
    try:
        minute = now.hour * 60 + now.minute
        for start, end in calendar.spans_on(now.date()):
            if start <= minute < end:
                return Opening(True, _("Đang mở cửa đến %(hour)s") % {"hour": _clock(end)})
        following = calendar.next_opening(now)
    except CalendarNotPublished:
        return Opening(False, _("Chưa có lịch mở cửa. Xin gọi trước khi đến."))
    if following.date() == now.date():
        return Opening(False, _("Đang nghỉ, mở cửa lúc %(hour)s hôm nay") % {"hour": hour(following)})
    when = {"hour": hour(following), "weekday": weekday(following), "day": f"{following:%d/%m}"}
    return Opening(False, _("Đang đóng cửa, mở lại %(hour)s %(weekday)s %(day)s") % when)


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekdays that keep the same sessions."""

    days: str
    sessions: str


def week(calendar: WorkingCalendar, today: date) -> list[Hours]:
    """Return the ordinary hours of the week, equal neighbours together; holidays do not disturb them."""
    ordinary: dict[int, Spans] = {}
    for step in range(LOOK_AHEAD):
        on = today + timedelta(days=step)
        if on > calendar.last_day:
            break
        if on not in calendar.notes:
            ordinary.setdefault(on.weekday(), calendar.spans_on(on))
    monday = today - timedelta(days=today.weekday())
    groups = groupby(sorted(ordinary), lambda number: ordinary[number])
    return [
        Hours(_days([weekday(monday + timedelta(days=number)) for number in numbers]), _sessions(spans))
        for spans, numbers in groups
        if spans
    ]


def _days(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return _("%(first)s đến %(last)s") % {"first": names[0], "last": names[-1]}


def _sessions(spans: Spans) -> str:
    return _(" và ").join(f"{_clock(start)} – {_clock(end)}" for start, end in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
