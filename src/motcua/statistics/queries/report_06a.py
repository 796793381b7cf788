"""Table 06a of one unit and period, with the units below it at the time."""

from datetime import date, datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue.models import WorkField
from motcua.kernel.refusals import Refusal
from motcua.organisation import queries as organisation
from motcua.organisation.models import Unit
from motcua.statistics.closing_policies import Base, ClosingPolicy, closing_policy
from motcua.statistics.measures import local_day
from motcua.statistics.periods import Period
from motcua.statistics.queries.counting import Scope, tally
from motcua.statistics.report_06a import (
    Apart,
    Cell,
    Line,
    Share,
    cell,
    identities,
    require_identities,
    shares,
    total,
)


class FieldLine(msgspec.Struct):
    """The line of one field of work."""

    field: str
    name: str
    line: Line


class Report06a(msgspec.Struct):
    """The whole table; ``counted_at`` tells when a period that is not over was counted."""

    unit: Unit
    period: Period
    policy: ClosingPolicy
    fields: list[FieldLine]
    total: Line
    apart: Apart
    counted_at: datetime

    @property
    def shares(self) -> list[Share]:
        return shares(self.total)

    def as_data(self) -> dict[str, Any]:
        """The table as a program reads it."""
        return {
            "unit": self.unit.code, "unit_name": self.unit.name, "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(), "counted_at": self.counted_at.isoformat(),
            "policy": self.policy.id, "policy_name": self.policy.name_vi, "policy_note": self.policy.note_vi,
            "fields": [{"field": one.field, "name": one.name} | _plain(one.line) for one in self.fields],
            "total": _plain(self.total),
            "apart": _plain(self.apart),
            "shares": [_plain(share) | {"percent": share.percent} for share in self.shares],
            "identities": list(identities(self.policy)),
        }  # fmt: skip


def _plain(struct: msgspec.Struct) -> dict[str, Any]:
    return msgspec.structs.asdict(struct)


def report_06a(*, unit: Unit, from_day: date, to_day: date, now: datetime, policy: str = "") -> Report06a:
    """Count table 06a; the days count from midnight to midnight, local time, both included.

    Raises:
        Refusal: the days are in the wrong order or have not begun, or no policy has this id.
        FiguresDisagree: an identity of the table does not hold.
    """
    if to_day < from_day:
        raise Refusal(_("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."))
    if from_day > local_day(now):
        raise Refusal(_("Kỳ báo cáo chưa bắt đầu, chưa có số liệu."))
    chosen, period = closing_policy(policy), Period(from_day, to_day)
    scope = Scope(units_of(unit, period, now), period, now)
    found = tally(scope, apart=chosen.asks_for_apart, promised=chosen.settled_of == Base.PROMISED)
    cells = {str(key): cell(sums, chosen) for key, sums in found.items()}
    lines = []
    for key, name in field_names(cells):
        require_identities(name, cells[key], chosen)
        if not (cells[key].line.is_empty and cells[key].apart == Apart()):
            lines.append(FieldLine(key, name, cells[key].line))
    whole: Cell = total(cells.values())
    require_identities(_("Tổng cộng"), whole, chosen)
    return Report06a(unit, period, chosen, lines, whole.line, whole.apart, now)


def units_of(unit: Unit, period: Period, now: datetime) -> frozenset[int]:
    """The unit and all that stood below it on the last day of the period, or today if it is not over."""
    on = min(period.last, local_day(now))
    return frozenset([unit.pk, *(one.pk for one in organisation.descendants(unit, on=on))])


def field_names(keys: Any) -> list[tuple[str, str]]:
    """Fields of work in the order of the catalogue, with their names; an unknown one comes last by its code."""
    known = {field.pk: field.name_vi for field in WorkField.objects.order_by("order", "pk")}
    return [(key, name) for key, name in known.items() if key in keys] + [
        (key, key) for key in sorted(keys) if key not in known
    ]
