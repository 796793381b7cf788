"""The promised day in a word or two, so that it is read from across the room and in grey."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.kernel.vietnamese import day, hour, moment, weekday

StateKind = Literal["running", "supplement", "payment", "paused", "finished", "closed", "none"]
Kind = Literal["late", "today", "soon", "ok", "pause", "done"]

_ICONS: dict[str, str] = {
    "late": "circle-alert",
    "today": "clock",
    "soon": "calendar-days",
    "pause": "circle-pause",
    "done": "check",
}


@dataclass(frozen=True, slots=True)
class DueChip:
    """What the chip shows: its kind gives the shape, its words say the rest, its title the whole day."""

    kind: Kind
    words: str
    title: str

    @property
    def icon(self) -> str:
        return _ICONS.get(self.kind, "")


def due_chip(
    *,
    due_at: datetime | None,
    state_kind: StateKind,
    now: datetime,
    calendar: WorkingCalendar,
    finished_at: datetime | None = None,
) -> DueChip:
    """Say how a promised day stands; days between are working days of the calendar, never counted here.

    Args:
        due_at: the promised instant; None before one is promised.
        state_kind: running, or why the clock stands: supplement, payment, paused (any other pause),
            finished (early, on time or late, from ``finished_at``), closed (withdrawn, stopped, refused),
            none (not accepted yet).
        now: the present instant.
    """
    if state_kind in _STANDING:
        return DueChip("pause", str(_STANDING[state_kind]()), _promised(due_at))
    if due_at is None or state_kind == "none":
        return DueChip("ok", _("Chưa hẹn ngày"), _("Chưa tiếp nhận nên chưa có ngày hẹn"))
    if state_kind == "finished":
        return _finished(due_at, finished_at or now, calendar)
    if now > due_at:
        return DueChip("late", _late_words(due_at, now, calendar), _promised(due_at))
    if due_at.astimezone(now.tzinfo).date() == now.date():
        return DueChip("today", hour(due_at), _promised(due_at))
    soon = working_days_between(now, due_at, calendar) == 1
    return DueChip("soon" if soon else "ok", short_day(due_at, now.date()), _promised(due_at))


def short_day(instant: datetime, today: date) -> str:
    """``T4 25/11``; another year is named: ``T2 04/01/2027``."""
    text = day(instant)
    return f"{short_weekday(instant)} {text if text[-4:] != str(today.year) else text[:5]}"


def short_weekday(on: date) -> str:
    """``T2`` … ``T7``, ``CN``."""
    number = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"]
    name = weekday(on).split(" ")[-1]
    return f"T{number.index(name) + 2}" if name in number else "CN"


_STANDING = {
    "supplement": lambda: _("Chờ bổ sung"),
    "payment": lambda: _("Chờ nộp tiền"),
    "paused": lambda: _("Đang tạm dừng"),
    "closed": lambda: _("Đã dừng"),
}


def _promised(due_at: datetime | None) -> str:
    return _("Hẹn trả %(moment)s") % {"moment": moment(due_at)} if due_at else _("Chưa hẹn ngày")


def _late_words(due_at: datetime, now: datetime, calendar: WorkingCalendar) -> str:
    days = working_days_between(due_at, now, calendar)
    if days is None:
        return _("Quá hạn")
    if days:
        return ngettext("Trễ %(n)d ngày", "Trễ %(n)d ngày", days) % {"n": days}
    minutes = calendar.working_minutes(due_at, now)
    if minutes >= 60:
        return ngettext("Trễ %(n)d giờ", "Trễ %(n)d giờ", minutes // 60) % {"n": minutes // 60}
    if minutes > 0:
        return ngettext("Trễ %(n)d phút", "Trễ %(n)d phút", minutes) % {"n": minutes}
    return _("Quá hạn")


def _finished(due_at: datetime, finished_at: datetime, calendar: WorkingCalendar) -> DueChip:
    title = _("Xong %(moment)s, hẹn %(due)s") % {"moment": moment(finished_at), "due": moment(due_at)}
    if finished_at > due_at:
        days = working_days_between(due_at, finished_at, calendar)
        words = _("Xong, trễ %(n)d ngày") % {"n": days} if days else _("Xong, trễ hẹn")
        return DueChip("done", words, title)
    days = working_days_between(finished_at, due_at, calendar)
    return DueChip("done", _("Xong sớm %(n)d ngày") % {"n": days} if days else _("Xong đúng hẹn"), title)


def working_days_between(start: datetime, end: datetime, calendar: WorkingCalendar) -> int | None:
    """Working days after the day of ``start``, up to and with that of ``end``; None beyond the calendar."""
    first, last = (instant.astimezone(end.tzinfo).date() for instant in (start, end))
    try:
        return sum(
            calendar.is_working_day(first + timedelta(days=step))
            for step in range(1, (last - first).days + 1)
        )
    except CalendarNotPublished:
        return None
