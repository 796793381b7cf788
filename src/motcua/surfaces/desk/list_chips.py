"""The filters of a list in words: chips with an x, and the choices of the form."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue.models import ProcedureVersion, WorkField
from motcua.catalogue.queries import procedures_in_force
from motcua.dossiers.queries import Filters
from motcua.dossiers.states import Channel, Outcome, State
from motcua.kernel.vietnamese import day
from motcua.surfaces.desk import list_links

GROUPS = {
    "pending": lambda: _("Đang giải quyết"),
    "open": lambda: _("Chưa kết thúc"),
    "waiting_acceptance": lambda: _("Chờ tiếp nhận"),
    "waiting_return": lambda: _("Có kết quả, chờ trả"),
    "over": lambda: _("Đã kết thúc"),
}
DUE = {
    "overdue": lambda: _("Quá hạn"),
    "today": lambda: _("Đến hạn hôm nay"),
    "soon": lambda: _("Đến hạn trong 3 ngày tới"),
    "in_time": lambda: _("Còn trong hạn"),
}
HOLDERS = {
    "me": lambda: _("Tôi đang giữ"),
    "role": lambda: _("Chờ vai trò của tôi"),
    "nobody": lambda: _("Chưa có người giữ"),
}
ORDERS = {"due": lambda: _("Hẹn trả gần nhất trước"), "newest": lambda: _("Mới nhất trước")}


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One filter that narrows the list, and the address of the list without it."""

    words: str
    href: str


class Choices:
    """What the form offers; asked of the database only when a page shows the form."""

    def __init__(self, today: date) -> None:
        self._today = today

    @cached_property
    def versions(self) -> list[ProcedureVersion]:
        return procedures_in_force(self._today)

    @property
    def procedures(self) -> list[tuple[str, str]]:
        return [(version.procedure.slug, version.name) for version in self.versions]

    @property
    def fields(self) -> list[tuple[str, str]]:
        return list({one.pk: one.name_vi for one in (v.procedure.field for v in self.versions)}.items())

    groups = property(lambda self: _worded(GROUPS))
    due = property(lambda self: _worded(DUE))
    holders = property(lambda self: _worded(HOLDERS))
    orders = property(lambda self: _worded(ORDERS))
    channels = property(lambda self: list(Channel.choices))


def active(filters: Filters) -> list[ActiveFilter]:
    """Return the filters of a list in words, in the order of the form."""
    words = _in_words(filters)
    return [
        ActiveFilter(said, list_links.address(msgspec.structs.replace(filters, **{name: _BLANK[name]})))
        for name, said in words.items()
        if said
    ]


_BLANK = {field.name: field.default for field in msgspec.structs.fields(Filters)}


def _in_words(filters: Filters) -> dict[str, str]:
    return {
        "text": _("Tìm “%(text)s”") % {"text": filters.text} if filters.text else "",
        "group": _of(GROUPS, filters.group),
        "state": str(State(filters.state).label) if filters.state else "",
        "due": _of(DUE, filters.due),
        "field": _name(WorkField.objects.filter(pk=filters.field), "name_vi", filters.field),
        "procedure": _name(
            ProcedureVersion.objects.filter(procedure__slug=filters.procedure).order_by("-valid_from"),
            "name",
            filters.procedure,
        ),
        "channel": str(Channel(filters.channel).label) if filters.channel else "",
        "holder": _of(HOLDERS, filters.holder),
        "outcome": str(Outcome(filters.outcome).label) if filters.outcome else "",
        "unit": _("Đơn vị %(code)s") % {"code": filters.unit} if filters.unit else "",
        "accepted_from": _on(_("Nhận từ %(day)s"), filters.accepted_from),
        "accepted_to": _on(_("Nhận đến %(day)s"), filters.accepted_to),
        "finished_from": _on(_("Xong từ %(day)s"), filters.finished_from),
        "finished_to": _on(_("Xong đến %(day)s"), filters.finished_to),
        "as_of": _on(_("Tính đến hết ngày %(day)s"), filters.as_of),
        "received_here": _("Nhận hộ đơn vị khác") if filters.received_here else "",
    }


def _of(labels: dict, key: str) -> str:  # type: ignore[type-arg]
    return str(labels[key]()) if key else ""


def _on(words: str, on: date | None) -> str:
    return words % {"day": day(on)} if on else ""


def _name(rows: object, column: str, key: str) -> str:
    if not key:
        return ""
    found = rows.values_list(column, flat=True).first()  # type: ignore[attr-defined]
    return str(found or key)


def _worded(labels: dict) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    return [(key, str(label())) for key, label in labels.items()]
