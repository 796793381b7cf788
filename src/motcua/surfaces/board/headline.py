"""The first sentence of the board: what is late, where, and what is due today."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _
from markupsafe import Markup

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished, WorkingCalendar
from motcua.kernel.vietnamese import number, weekday
from motcua.statistics import queries
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import Seat

MOST_PLACES = 3
TIE = "\N{NO-BREAK SPACE}"


def headline(seat: Seat) -> Markup:
    """``Đang trễ 2 hồ sơ, ở Văn hóa – Xã hội và Kinh tế. Hôm nay đến hạn 7, ngày mai nghỉ.``"""
    return _late(seat) + " " + _due(seat)


def _late(seat: Seat) -> Markup:
    count = queries.behind(
        "pending_overdue", seat.unit_ids_today, links.one_day(seat.today), now=seat.now
    ).count()
    if not count:
        return Markup("%s") % _("Không có hồ sơ nào đang trễ.")
    words = {"dossiers": _link("pending_overdue", seat, seat.today, _("%(n)s hồ sơ") % {"n": number(count)})}
    places = queries.late_places(seat.unit_ids_today, now=seat.now)
    if not places:
        return _marked(_("Đang trễ %(dossiers)s."), words)
    return _marked(_("Đang trễ %(dossiers)s, ở %(places)s."), {**words, "places": _named(places)})


def _named(places: list[str]) -> str:
    """``Văn hóa – Xã hội và Kinh tế``; beyond three they are counted."""
    tied = [" – ".join(part.replace(" ", TIE) for part in place.split(" – ")) for place in places]
    if len(tied) > MOST_PLACES:
        words = {"places": ", ".join(tied[:MOST_PLACES]), "n": len(tied) - MOST_PLACES}
        return _("%(places)s và %(n)d nơi khác") % words
    *first, last = tied
    return _("%(first)s và %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def _due(seat: Seat) -> Markup:
    """What is due today; on a closed day, what is due on the next open one."""
    day, closed_tomorrow = _working_day(calendar_for(seat.unit.pk, seat.today), seat.today)
    count = queries.behind("due", seat.unit_ids_today, links.one_day(day), now=seat.now).count()
    words = {
        "n": _link("due", seat, day, number(count), "b-quiet") if count else "0",
        "day": f"{weekday(day)} {day:%d/%m}",
    }
    if day != seat.today:
        return _marked(_("Hôm nay nghỉ; %(day)s đến hạn %(n)s."), words)
    if closed_tomorrow:
        return _marked(_("Hôm nay đến hạn %(n)s, ngày mai nghỉ."), words)
    return _marked(_("Hôm nay đến hạn %(n)s."), words)


def _working_day(calendar: WorkingCalendar, today: date) -> tuple[date, bool]:
    """Today or the next day on which the office works; and whether tomorrow is a weekday off."""
    tomorrow = today + timedelta(days=1)
    try:
        if not calendar.is_working_day(today):
            return calendar.next_working_day(today), False
        return today, tomorrow.weekday() < 5 and not calendar.is_working_day(tomorrow)
    except CalendarNotPublished:
        return today, False


def _link(figure: str, seat: Seat, day: date, words: str, look: str = "") -> Markup:
    href = links.dossiers(figure, unit=seat.unit, period=links.one_day(day))
    return Markup('<a href="{}" class="{}">{}</a>').format(href, look, words)


def _marked(sentence: str, words: Mapping[str, str]) -> Markup:
    return Markup(sentence) % words  # noqa: S704 - our own sentence; the words are escaped
