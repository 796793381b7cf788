from datetime import datetime

from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.services.refuse import require_reason
from motcua.dossiers.states import State
from motcua.organisation.access import Officer
from motcua.payments.models import Receipt
from motcua.payments.services import cancel_receipt


@transaction.atomic
def cancel_fee(
    *,
    dossier_id: int,
    receipt_id: int,
    reason: str,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Give the money of one receipt back (hoàn trả phí, lệ phí), with the reason; both entries stay.

    Raises:
        CannotCancel: it is given back already, or is itself a refund.
    """
    require_reason(reason)
    moving = take("cancel_fee", dossier_id=dossier_id, by=by, at=at, revision=revision, states=tuple(State))
    receipt = Receipt.objects.get(pk=receipt_id, bill=moving.dossier.bill_id)
    refund = cancel_receipt(receipt_id=receipt.pk, reason=reason, by=by, at=at)
    moving.record("cancel_fee", receipt=refund.number, amount_vnd=-refund.amount_vnd, reason=reason.strip())
    return moving.dossier
