from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer, require_unit
from motcua.payments.models import Bill, Method, Receipt
from motcua.payments.services.collect import write_receipt


class CannotCancel(Refusal):
    """The receipt is itself a refund, is given back already, or no reason is given."""


@transaction.atomic
def cancel_receipt(*, receipt_id: int, reason: str, by: Officer, at: datetime) -> Receipt:
    """Give the money of a receipt back (hoàn trả) by a new entry; the old one stays as it is.

    Raises:
        CannotCancel: as its sentence says.
        NotAllowed: the officer works for another unit.
    """
    bill_id = Receipt.objects.values_list("bill_id", flat=True).get(pk=receipt_id)
    bill = Bill.objects.select_for_update().get(pk=bill_id)
    receipt = Receipt.objects.get(pk=receipt_id)
    require_unit(by, bill.unit_id)
    reason = clean(reason)
    if not reason:
        raise CannotCancel(_("Ghi lý do hoàn trả."), field="reason")
    if receipt.is_refund:
        raise CannotCancel(_("Đây là biên lai hoàn trả. Chỉ hoàn trả được biên lai đã thu."))
    if Receipt.objects.filter(cancels=receipt).exists():
        raise CannotCancel(_("Biên lai %(number)s đã được hoàn trả.") % {"number": receipt.number})
    return write_receipt(
        bill, -receipt.amount_vnd, Method(receipt.method), by=by, at=at, cancels=receipt, reason=reason
    )
