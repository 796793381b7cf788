from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.fees import FeeAssessment
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer, require_unit
from motcua.payments.models import Bill
from motcua.payments.services.assess_bill import fill_in


class CannotReassess(Refusal):
    """Money has been taken for the bill."""


@transaction.atomic
def reassess_bill(*, bill_id: int, assessment: FeeAssessment, by: Officer, at: datetime) -> Bill:
    """Assess a bill anew, for example after a supplement or once the province's price is known.

    Raises:
        CannotReassess: money has been taken and not given back.
        WrongAssessment: the lines do not make the total.
    """
    bill = Bill.objects.select_for_update().get(pk=bill_id)
    require_unit(by, bill.unit_id)
    if bill.paid_vnd:
        raise CannotReassess(_("Đã thu tiền theo phiếu này. Hoàn trả biên lai trước, rồi tính lại."))
    fill_in(bill, assessment, by=by, at=at)
    bill.save()
    return bill
