"""The parts of the day's page: the counts over it, the list below, the words when nothing is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalogue.models import WorkField
from motcua.dossiers.access import visible_to
from motcua.dossiers.queries import Cursor, DeskCounts, Filters, page
from motcua.dossiers.sight import units_in_sight
from motcua.dossiers.states import PENDING, State
from motcua.kernel.vietnamese import weekday
from motcua.organisation.access import Officer
from motcua.surfaces.desk import list_links
from motcua.surfaces.desk.work_mine import is_counter, my_rows
from motcua.surfaces.desk.work_rows import Row, grouped, rows

MOST = 50
MINE, ALL = "toi", "tat-ca"


@dataclass(frozen=True, slots=True)
class Shown:
    """The list of the day: rows under headings; ``more``: where it goes on, "" when this is all.

    ``next_words``: what comes after, told when nothing is due today.
    """

    groups: list[tuple[str, str, list[Row]]]
    more: str
    next_words: str

    @property
    def is_empty(self) -> bool:
        return not self.groups


def scope_of(wanted: str, officer: Officer) -> str:
    """Whose work is shown: as asked; otherwise the counter sees everything, everybody else their own."""
    if wanted in {MINE, ALL}:
        return wanted
    return ALL if is_counter(officer) else MINE


def shown(officer: Officer, *, scope: str, field: str, now: datetime) -> Shown:
    """Return the list of a scope, the first due first."""
    if scope == MINE:
        found = rows(my_rows(officer, field=field, most=MOST), officer, now=now)
        more = list_links.address(Filters(group="pending", holder="me", field=field))
        return Shown(grouped(found), more if len(found) == MOST else "", _next_due(found))
    filters = Filters(group="pending", field=field)
    listed = page(officer, filters, size=MOST, at=now)
    found = rows(listed.rows, officer, now=now)
    return Shown(grouped(found), _further(filters, listed.next_cursor), _next_due(found))


def fields_of(officer: Officer) -> list[WorkField]:
    """The fields of work that have something open, in the order of the catalogue; open dossiers are read by state."""
    here = visible_to(officer).filter(unit__in=units_in_sight(officer))
    held = here.filter(state__in=[State.REGISTERED, *sorted(PENDING)]).values("field")
    return list(WorkField.objects.filter(pk__in=held).order_by("order", "pk"))


def strip(known: DeskCounts, *, mine: int, scope: str) -> list[dict[str, Any]]:
    """The five counts; each leads to exactly the dossiers that it counts."""
    address = list_links.address
    return [
        {
            "count": known.overdue,
            "label": _("Quá hạn"),
            "href": address(Filters(group="pending", due="overdue")),
            "late": True,
        },
        {"count": known.due_today, "label": _("Đến hạn hôm nay"), "href": address(Filters(due="today"))},
        {
            "count": mine,
            "label": _("Chờ tôi làm"),
            "href": f"{reverse('desk:home')}?chon={MINE}",
            "current": scope == MINE,
        },
        {
            "count": known.waiting_acceptance,
            "label": _("Chờ tiếp nhận"),
            "href": reverse("desk:waiting"),
        },
        {
            "count": known.waiting_return,
            "label": _("Có kết quả, chờ trả"),
            "href": reverse("desk:returning"),
        },
    ]


def _further(filters: Filters, cursor: Cursor | None) -> str:
    return list_links.address(filters, cursor) if cursor else ""


def _next_due(found: Sequence[Row]) -> str:
    """``Việc gần nhất: Thứ Tư 25/11, 2 hồ sơ.``"""
    later = [row for row in found if row.group == "later" and row.due_on]
    if not later:
        return ""
    day = min(row.due_on for row in later if row.due_on)
    count = sum(row.due_on == day for row in later)
    words = {"weekday": weekday(day), "day": f"{day:%d/%m}", "count": count}
    return _("Việc gần nhất: %(weekday)s %(day)s, %(count)d hồ sơ.") % words
