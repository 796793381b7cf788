"""What a dossier costs: pure rules over the version's tariff, every line explained."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue.conditions import holds, parse
from motcua.catalogue.definitions import FeeItem, FeeWhen, ProcedureDefinition, Within
from motcua.kernel.vietnamese import number

GROUPS = "eligible_group"
ONLINE = "online"


class ScheduledFee(msgspec.Struct, frozen=True):
    """What a province set for one item. ``source``: sure, likely or unsure."""

    amount_vnd: int
    basis: str
    source: str


class FeeLine(msgspec.Struct, frozen=True):
    """One line of a bill: ``quantity`` × ``unit_price_vnd`` = ``amount_vnd``; None where nobody knows the price.

    ``full_vnd`` is what it would cost without exemption; ``note_vi`` explains the price.
    """

    item: str
    label_vi: str
    unit: str
    unit_vi: str
    quantity: int
    unit_price_vnd: int | None
    amount_vnd: int | None
    full_vnd: int | None
    basis: str
    note_vi: str = ""


class FeeAssessment(msgspec.Struct, frozen=True):
    """The whole bill. ``unknown``: the province sets a price that this system has not been told."""

    lines: tuple[FeeLine, ...]
    exempt_group: str
    exempt_ground: str
    total_vnd: int
    unknown: bool


def assess(
    definition: ProcedureDefinition,
    *,
    channel: str,
    answers: Mapping[str, Any],
    entitlements: Collection[str],
    on: date,
    case: str = "",
    schedule: Mapping[str, ScheduledFee] | None = None,
) -> FeeAssessment:
    """Assess the fees (phí, lệ phí) of a dossier.

    Args:
        channel: how it was filed; ``online`` may cost less.
        entitlements: eligible groups of the applicant; one that the version exempts makes everything 0.
        on: the local day of reception, against which delays are judged.
        schedule: the province's prices by item, from ``queries.fee_schedule``.
    """
    group = next((group for group in definition.fee.exempt_groups if group in entitlements), "")
    lines: list[FeeLine] = []
    for item in definition.fee.items:
        if _applies(item.when, online=channel == ONLINE, case=case, answers=answers, on=on):
            lines += _lines(definition, item, answers, (schedule or {}).get(item.id))
    if group:
        lines = [msgspec.structs.replace(line, amount_vnd=0) for line in lines]
    return FeeAssessment(
        lines=tuple(lines),
        exempt_group=group,
        exempt_ground=group_label(definition, group) if group else "",
        total_vnd=sum(line.amount_vnd or 0 for line in lines),
        unknown=any(line.amount_vnd is None for line in lines),
    )


def price_of_piece(item: FeeItem, units: int) -> int:
    """Return what one piece of so many units costs by the tiers, never above the cap.

    Source of the first such tariff: TT 226/2016/TT-BTC (certified copies by the page, with a cap per copy).
    """
    starts = [tier.start for tier in item.tiers]
    total = 0
    for place, tier in enumerate(item.tiers):
        end = starts[place + 1] - 1 if place + 1 < len(starts) else units
        total += max(0, min(units, end) - tier.start + 1) * tier.amount_vnd
    return total if item.cap_vnd is None else min(total, item.cap_vnd)


def group_label(definition: ProcedureDefinition, group: str) -> str:
    """Return the Vietnamese name of an eligible group."""
    labels = {option.id: option.vi for option in definition.lookups.get(GROUPS, ())}
    return labels.get(group, group)


def unit_label(unit: str) -> str:
    """Return the Vietnamese word for what is counted."""
    return {
        "dossier": _("hồ sơ"),
        "copy": _("bản"),
        "page_of_original": _("trang bản chính"),
        "case": _("trường hợp"),
        "transaction": _("hợp đồng, giao dịch"),
        "document": _("văn bản"),
        "will": _("di chúc"),
        "registration": _("lần đăng ký"),
        "person": _("người"),
    }[unit]


def _applies(when: FeeWhen, *, online: bool, case: str, answers: Mapping[str, Any], on: date) -> bool:
    return (
        (when.online is None or when.online == online)
        and (when.case is None or when.case == case)
        and holds(parse(when.answers), answers, on=on)
        and (when.within is None or _days_late(when.within, answers, on) is False)
        and (when.after is None or _days_late(when.after, answers, on) is True)
    )


def _days_late(within: Within, answers: Mapping[str, Any], on: date) -> bool | None:
    """Tell whether the days are over; None while the day from which they count is not known."""
    try:
        start = date.fromisoformat(str(answers.get(within.field, ""))[:10])
    except ValueError:
        return None
    return (on - start).days > within.days


def _lines(
    definition: ProcedureDefinition,
    item: FeeItem,
    answers: Mapping[str, Any],
    scheduled: ScheduledFee | None,
) -> list[FeeLine]:
    if item.tiers:
        return _tiered(definition, item, answers)
    price = item.amount_vnd if item.amount_vnd is not None else scheduled.amount_vnd if scheduled else None
    quantity = _quantity(item, answers)
    amount = None if price is None else price * quantity
    return [
        FeeLine(
            item=item.id,
            label_vi=item.label_vi,
            unit=item.unit,
            unit_vi=unit_label(item.unit),
            quantity=quantity,
            unit_price_vnd=price,
            amount_vnd=amount,
            full_vnd=amount,
            basis=scheduled.basis if scheduled and item.amount_vnd is None else definition.fee.basis,
            note_vi=_("Theo nghị quyết của Hội đồng nhân dân tỉnh.") if price is None else "",
        )
    ]


def _quantity(item: FeeItem, answers: Mapping[str, Any]) -> int:
    if item.quantity.field:
        return _count(answers.get(item.quantity.field))
    if item.quantity.rows:
        rows = answers.get(item.quantity.rows)
        return max(1, len(rows)) if isinstance(rows, list) else 1
    return 1


def _tiered(definition: ProcedureDefinition, item: FeeItem, answers: Mapping[str, Any]) -> list[FeeLine]:
    rows = answers.get(item.quantity.rows)
    table = next((field for field in definition.form.fields if field.id == item.quantity.rows), None)
    columns = [column.id for column in table.columns] if table else []  # answers come back in any order
    lines = []
    for row in rows if isinstance(rows, list) else []:
        units, pieces = _count(row.get(item.quantity.units)), _count(row.get(item.quantity.pieces))
        price = price_of_piece(item, units)
        name = next((row[key] for key in columns if isinstance(row.get(key), str)), "")
        lines.append(
            FeeLine(
                item=item.id,
                label_vi=f"{item.label_vi}: {name}" if name else item.label_vi,
                unit="copy",
                unit_vi=unit_label("copy"),
                quantity=pieces,
                unit_price_vnd=price,
                amount_vnd=price * pieces,
                full_vnd=price * pieces,
                basis=definition.fee.basis,
                note_vi=_explained(item, units),
            )
        )
    return lines


def _explained(item: FeeItem, units: int) -> str:
    if item.cap_vnd is not None and price_of_piece(item, units) == item.cap_vnd:
        return _("%(units)s trang, mức tối đa %(cap)s đồng một bản.") % {
            "units": number(units),
            "cap": number(item.cap_vnd),
        }
    starts = [*(tier.start for tier in item.tiers), units + 1]
    parts = []
    for place, tier in enumerate(item.tiers):
        count = max(0, min(units + 1, starts[place + 1]) - tier.start)
        if count:
            parts.append(f"{number(count)} × {number(tier.amount_vnd)}")
    return _("%(units)s trang: %(parts)s đồng.") % {"units": number(units), "parts": " + ".join(parts) or "0"}


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
