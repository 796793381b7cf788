from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue.fees import FeeAssessment
from motcua.kernel.refusals import Refusal
from motcua.kernel.rows import insert
from motcua.organisation.access import Officer
from motcua.payments.models import Bill


class WrongAssessment(Refusal):
    """The lines do not make the total, or an amount is negative."""


def assess_bill(*, unit_id: int, subject: str, assessment: FeeAssessment, by: Officer, at: datetime) -> Bill:
    """Write down what one thing costs, as the pinned procedure version says; nothing can be added to it.

    Args:
        unit_id: the unit that collects.
        subject: what is paid for, usually the code of a dossier.
        assessment: from ``catalogue.fees.assess``, the only source of lines.
    Raises:
        WrongAssessment: the lines do not make the total.
    Source: Luật Phí và lệ phí 97/2015/QH13, Điều 14, 16.
    """
    bill = Bill(unit_id=unit_id, subject=subject)
    fill_in(bill, assessment, by=by, at=at)
    with transaction.atomic(savepoint=False):
        return insert(bill)


def fill_in(bill: Bill, assessment: FeeAssessment, *, by: Officer, at: datetime) -> None:
    """Copy an assessment into a bill, unsaved."""
    amounts = [line.amount_vnd or 0 for line in assessment.lines]
    if sum(amounts) != assessment.total_vnd or any(amount < 0 for amount in amounts):
        raise WrongAssessment(
            _("Tổng tiền không khớp với các khoản phí trong bản thủ tục đã áp dụng. Tính lại trước khi thu.")
        )
    bill.lines = msgspec.to_builtins(assessment.lines)
    bill.total_vnd = assessment.total_vnd
    bill.exempt_ground = assessment.exempt_ground
    bill.is_unknown = assessment.unknown
    bill.assessed_at = at
    bill.assessed_by_id = by.account_id
