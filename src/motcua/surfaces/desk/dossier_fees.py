"""What the dossier costs, what was paid, what is owed."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.kernel.vietnamese import number, vnd
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_words import instant


@dataclass(frozen=True, slots=True)
class FeeLine:
    label: str
    sum: str
    amount: str
    basis: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    name: str
    href: str
    small: str
    amount: str


@dataclass(frozen=True, slots=True)
class Fees:
    """``state`` says the whole in one sentence; lines and receipts are the proof."""

    state: str
    is_owed: bool
    lines: list[FeeLine]
    total: str
    exempt: str
    receipts: list[ReceiptRow]


def fees(scene: Scene) -> Fees | None:
    """Return the fee block; None before the dossier was accepted."""
    dossier = scene.dossier
    bill = dossier.bill
    if bill is None:
        if dossier.accepted_at is None:
            return None
        return Fees(_("Thủ tục này không thu phí, lệ phí."), False, [], "", "", [])
    owed = bill.owed_vnd
    if bill.is_unknown:
        state = _("Tỉnh chưa có mức thu trong máy, chưa tính được phí.")
    elif not bill.total_vnd:
        state = _("Không phải nộp.")
    elif owed:
        state = _("Còn phải thu %(owed)s.") % {"owed": vnd(owed)}
    else:
        state = _("Đã thu đủ %(total)s.") % {"total": vnd(bill.total_vnd)}
    return Fees(
        state=state,
        is_owed=owed > 0,
        lines=[_line(line) for line in bill.lines],
        total=vnd(bill.total_vnd) if len(bill.lines) > 1 and not bill.is_unknown else "",
        exempt=bill.exempt_ground,
        receipts=_receipts(scene),
    )


def _line(line: dict[str, object]) -> FeeLine:
    price, amount = line.get("unit_price_vnd"), line.get("amount_vnd")
    quantity = int(str(line.get("quantity") or 0))
    unit = str(line.get("unit_vi") or "")
    words = {"quantity": number(quantity), "unit": unit, "price": number(int(str(price or 0)))}
    return FeeLine(
        label=str(line["label_vi"]),
        sum=" ".join((_("%(quantity)s %(unit)s × %(price)s") % words).split()) if price is not None else "",
        amount=vnd(int(str(amount))) if amount is not None else _("chưa có mức thu"),
        basis=str(line.get("basis") or ""),
    )


def _receipts(scene: Scene) -> list[ReceiptRow]:
    return [
        ReceiptRow(
            name=(_("Phiếu hoàn trả số %(number)s") if one.is_refund else _("Biên lai số %(number)s"))
            % {"number": one.number},
            href=reverse("desk:dossier_receipt", args=[scene.dossier.pk, one.pk]),
            small=_("%(method)s, %(name)s, %(at)s") % {
                "method": one.get_method_display(), "name": one.collected_by,
                "at": instant(one.paid_at, now=scene.now),
            } + (f". {one.reason}" if one.reason else ""),
            amount=vnd(one.amount_vnd),
        )
        for one in scene.receipts
    ]  # fmt: skip
