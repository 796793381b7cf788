"""The tariff of a procedure in words, for the sheet that people read before they come."""

from collections.abc import Mapping

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import FeeItem, ProcedureDefinition
from motcua.catalogue.fees import ScheduledFee, group_label, unit_label
from motcua.kernel.vietnamese import number, vnd


class TariffLine(msgspec.Struct, frozen=True):
    """One line of the tariff: what is paid for, and how much in words."""

    label_vi: str
    price_vi: str
    basis: str


def tariff(
    definition: ProcedureDefinition, schedule: Mapping[str, ScheduledFee] | None = None
) -> list[TariffLine]:
    """Return the tariff line by line; empty when the procedure costs nothing."""
    return [
        TariffLine(item.label_vi, _price(item, (schedule or {}).get(item.id)), definition.fee.basis)
        for item in definition.fee.items
    ]


def exempt_groups(definition: ProcedureDefinition) -> list[str]:
    """Return the names of the groups that pay nothing."""
    return [group_label(definition, group) for group in definition.fee.exempt_groups]


def _price(item: FeeItem, scheduled: ScheduledFee | None) -> str:
    if item.tiers:
        return _tiers(item)
    price = item.amount_vnd if item.amount_vnd is not None else scheduled.amount_vnd if scheduled else None
    if price is None:
        return _("theo nghị quyết Hội đồng nhân dân tỉnh")
    if price == 0:
        return _("không mất tiền")
    return _("%(price)s một %(unit)s") % {"price": vnd(price), "unit": unit_label(item.unit)}


def _tiers(item: FeeItem) -> str:
    unit = unit_label(item.unit)
    parts = []
    for place, tier in enumerate(item.tiers):
        template = _("%(price)s một %(unit)s") if place == 0 else _("từ %(unit)s thứ %(start)s: %(price)s")
        parts.append(template % {"price": vnd(tier.amount_vnd), "unit": unit, "start": number(tier.start)})
    if item.cap_vnd is not None:
        parts.append(_("không quá %(cap)s một bản") % {"cap": vnd(item.cap_vnd)})
    return "; ".join(parts)
