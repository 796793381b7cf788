"""Instants and lengths in the few words that a bar, a row or a diary has room for."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import hour, weekday
from motcua.surfaces.components.due_chips import short_day


def instant(at: datetime, *, now: datetime) -> str:
    """``09:41`` on the same day, ``20/11, 09:41`` in the same year, ``20/11/2025, 09:41`` in another."""
    local = timezone.localtime(at)
    if local.date() == now.date():
        return hour(local)
    return _("%(day)s, %(hour)s") % {
        "day": f"{local:%d/%m}" if local.year == now.year else f"{local:%d/%m/%Y}",
        "hour": hour(local),
    }


def due_words(at: datetime, *, now: datetime) -> str:
    """``17:00 hôm nay``, ``T5 26/11``."""
    local = timezone.localtime(at)
    if local.date() == now.date():
        return _("%(hour)s hôm nay") % {"hour": hour(local)}
    return short_day(local, now.date())


def whole_due(at: datetime, *, now: datetime) -> str:
    """``17:00 hôm nay``, ``Thứ Năm 26/11``; another year is named."""
    local = timezone.localtime(at)
    if local.date() == now.date():
        return due_words(at, now=now)
    return (
        f"{weekday(local)} {local:%d/%m}" if local.year == now.year else f"{weekday(local)} {local:%d/%m/%Y}"
    )


def length(minutes: int, *, standard: int) -> str:
    """Working time: ``1 giờ 40 phút``, ``7 ngày làm việc``, ``1 ngày làm việc 4 giờ``; at least one minute.

    Args:
        standard: working minutes of one working day.
    """
    days, rest = divmod(max(minutes, 1), standard)
    hours, left = divmod(rest, 60)
    words = {"days": days, "hours": hours, "minutes": left}
    if days and hours:
        return _("%(days)d ngày làm việc %(hours)d giờ") % words
    if days:
        return _("%(days)d ngày làm việc") % words
    if hours and left:
        return _("%(hours)d giờ %(minutes)d phút") % words
    return _("%(hours)d giờ") % words if hours else _("%(minutes)d phút") % words
