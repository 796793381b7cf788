"""The panel “Cải cách hành chính” over the day's work: what waits there, in a line each, with the nearest day.

This is where reminders (7, 3 and 1 days before, and those that somebody sent) are read: nothing is sent outside.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer
from motcua.surfaces.components.due_chips import DueChip
from motcua.surfaces.desk.reform_waiting import Waiting, waiting


@dataclass(frozen=True, slots=True)
class Line:
    """``words`` with its count lead to ``href``; ``note`` names the nearest, ``chip`` its day, None without one.

    ``due``: how many of ``count`` are to be done now; none of what lies ahead.
    """

    count: int
    due: int
    words: str
    href: str
    note: str
    chip: DueChip | None


def reform_lines(officer: Officer, *, now: datetime) -> list[Line]:
    """Return a line for each kind of work that waits; none when all is done."""
    return list(_lines(waiting(officer, now=now), timezone.localdate(now)))


def _lines(found: Sequence[Waiting], today: date) -> Iterator[Line]:
    for kind, (words, address) in KINDS.items():
        these = [one for one in found if one.kind == kind]
        if these:
            due = 0 if kind.endswith("_ahead") else len(these)
            yield Line(len(these), due, words(these, today), address(these), *_nearest(these[0], today))


def _nearest(first: Waiting, today: date) -> tuple[str, DueChip | None]:
    """What comes first; from a week before its day on, this is its reminder."""
    title = first.title[:1].upper() + first.title[1:]
    if first.due_on is None:
        return title, None
    left = (first.due_on - today).days
    words = {"title": title, "day": day(first.due_on)}
    if first.kind.endswith("_ahead"):
        return _now("Gần nhất: %(title)s, hạn %(day)s") % words, None
    note = _now("Nhắc: %(title)s, hạn %(day)s") if left >= 0 else _now("%(title)s, hạn %(day)s")
    return note % words, _chip(first.due_on, left)


def _chip(due_on: date, left: int) -> DueChip:
    title = _now("Hạn %(day)s") % {"day": day(due_on)}
    if left < 0:
        return DueChip("late", _now("Trễ %(days)d ngày") % {"days": -left}, title)
    if left == 0:
        return DueChip("today", _now("Hạn hôm nay"), title)
    return DueChip("soon", _now("Còn %(days)d ngày") % {"days": left}, title)


def _task_words(these: Sequence[Waiting], today: date) -> str:
    late = sum(one.due_on is not None and one.due_on < today for one in these)
    words = {"late": late, "soon": len(these) - late}
    if not late:
        return _now("%(soon)d việc của đơn vị đến hạn trong 7 ngày") % words
    if not words["soon"]:
        return _now("%(late)d việc của đơn vị trễ hạn") % words
    return _now("%(late)d việc của đơn vị trễ hạn, %(soon)d việc đến hạn trong 7 ngày") % words


def _counted(text: Any) -> Callable[[Sequence[Waiting], date], str]:
    return lambda these, _today: str(text) % {"count": len(these)}


def _to(name: str, query: str = "") -> Callable[[Sequence[Waiting]], str]:
    return lambda _these: reverse(f"board:{name}") + query


def _own_address(one: str, several: str) -> Callable[[Sequence[Waiting]], str]:
    """The sheet or ballot itself when it is one, else the list in which they stand."""
    return lambda these: reverse(one, args=[these[0].key]) if len(these) == 1 else reverse(several)


def _text_address(these: Sequence[Waiting]) -> str:
    """The text itself when it is one, else those that came in."""
    one = len(these) == 1
    return (
        reverse("board:directive", args=[these[0].key])
        if one
        else f"{reverse('board:directive_list')}?nhom=den"
    )


Told = tuple[Callable[[Sequence[Waiting], date], str], Callable[[Sequence[Waiting]], str]]
#: Each kind in the order of the panel: how its line reads, and where it leads.
KINDS: dict[str, Told] = {
    "report": (_counted(_("%(count)d báo cáo đến hạn, chưa gửi")), _to("periodic_list")),
    "returned": (_counted(_("%(count)d báo cáo bị trả lại, cần sửa")), _to("periodic_list")),
    "task": (_task_words, _to("task_list")),
    "given": (_counted(_("%(count)d việc đã giao đơn vị khác đang trễ")), _to("task_late")),
    "text": (_counted(_("%(count)d văn bản mới chưa ai xem")), _text_address),
    "model": (_counted(_("%(count)d mô hình chưa trả lời")), _to("adoption_list")),
    "reminder": (_counted(_("%(count)d lời nhắc về mô hình chưa có kết quả")), _to("adoption_list")),
    "draft": (_counted(_("%(count)d dự thảo văn bản chờ ký")), _to("directive_list", "?nhom=du-thao")),
    "sent": (_counted(_("%(count)d báo cáo gửi đến chờ xem")), _to("periodic_list")),
    "sheet": (
        _counted(_("%(count)d phiếu chấm sáng kiến chờ bạn")),
        _own_address("board:initiative_score", "board:initiative_list"),
    ),
    "ballot": (
        _counted(_("%(count)d phiếu xét khen thưởng chờ bạn")),
        _own_address("board:award_vote", "board:award_list"),
    ),
    "task_ahead": (_counted(_("%(count)d việc đang làm, chưa đến hạn")), _to("task_list")),
    "report_ahead": (_counted(_("%(count)d báo cáo chưa đến hạn")), _to("periodic_list")),
}
