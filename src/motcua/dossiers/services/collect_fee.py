from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers import fees
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.states import PENDING, State
from motcua.organisation.access import Officer
from motcua.payments.services import CannotCollect, collect, reassess_bill

_PAYABLE = (*PENDING, State.PROCESSED)


@transaction.atomic
def collect_fee(
    *,
    dossier_id: int,
    amount_vnd: int,
    method: str,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Take the fee that the pinned version sets, exactly (thu phí, lệ phí), and number the receipt.

    Raises:
        CannotCollect: nothing is owed, or not this amount.
    """
    moving = take("collect_fee", dossier_id=dossier_id, by=by, at=at, revision=revision, states=_PAYABLE)
    dossier = moving.dossier
    if dossier.bill_id is None:
        raise CannotCollect(_("Thủ tục này không thu phí, lệ phí."))
    receipt = collect(bill_id=dossier.bill_id, amount_vnd=amount_vnd, method=method, by=by, at=at)
    moving.record("collect_fee", receipt=receipt.number, amount_vnd=amount_vnd, method=str(method))
    return dossier


@transaction.atomic
def reassess_fee(*, dossier_id: int, by: Officer, at: datetime, revision: int | None = None) -> Dossier:
    """Work the fee out anew by the pinned version, once the province's price is known or an entitlement is proved.

    The tariff is that of the reception day; money that was taken must be given back first.
    """
    moving = take("reassess_fee", dossier_id=dossier_id, by=by, at=at, revision=revision, states=_PAYABLE)
    dossier = moving.dossier
    if dossier.bill_id is None or dossier.accepted_at is None:
        raise CannotCollect(_("Thủ tục này không thu phí, lệ phí."))
    assessment = fees.assess(
        dossier.version,
        unit=dossier.received_unit,
        channel=dossier.channel,
        case_id=dossier.procedure_case,
        answers=dossier.answers,
        person=dossier.applicant,
        on=timezone.localdate(dossier.accepted_at),
    )
    bill = reassess_bill(bill_id=dossier.bill_id, assessment=assessment, by=by, at=at)
    moving.record("reassess_fee", total_vnd=bill.total_vnd)
    return dossier
