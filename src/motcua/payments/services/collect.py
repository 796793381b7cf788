from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.numbers import next_number
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import vnd
from motcua.organisation.access import Officer, require_unit
from motcua.payments.models import Bill, Method, Receipt


class CannotCollect(Refusal):
    """Nothing is owed, something else is owed, or nobody knows what."""


@transaction.atomic
def collect(*, bill_id: int, amount_vnd: int, method: Method | str, by: Officer, at: datetime) -> Receipt:
    """Take what a bill still owes, all of it and not a đồng more, and number the receipt (thu phí, lệ phí).

    Raises:
        CannotCollect: the amount is not exactly what is owed, or it is owed no more, or not yet known.
        NotAllowed: the officer works for another unit.
    Source: Luật Phí và lệ phí 97/2015/QH13, Điều 14 (chứng từ thu), Điều 16 (cấm thu sai quy định).
    """
    bill = Bill.objects.select_for_update().get(pk=bill_id)
    require_unit(by, bill.unit_id)
    owed = bill.owed_vnd
    if bill.is_unknown:
        raise CannotCollect(
            _("Chưa có mức thu do Hội đồng nhân dân cấp tỉnh quy định. Nhập mức thu, tính lại rồi mới thu.")
        )
    if owed == 0:
        raise CannotCollect(
            _("Đã thu đủ, không thu thêm.")
            if bill.total_vnd
            else _("Phí này không có trong bản thủ tục đã áp dụng. Không được thu.")
        )
    if amount_vnd != owed:
        raise CannotCollect(
            _("Phải thu đúng %(owed)s. Khoản nào khác là phí không có trong bản thủ tục đã áp dụng.")
            % {"owed": vnd(owed)},
            field="amount_vnd",
        )
    return write_receipt(bill, amount_vnd, Method(method), by=by, at=at)


def write_receipt(
    bill: Bill,
    amount_vnd: int,
    method: Method,
    *,
    by: Officer,
    at: datetime,
    cancels: Receipt | None = None,
    reason: str = "",
) -> Receipt:
    """Enter money taken or given back, under the next number of the unit and year."""
    year = timezone.localdate(at).year
    return Receipt.objects.create(
        bill=bill,
        unit_id=bill.unit_id,
        year=year,
        number=f"{next_number(f'receipt:{bill.unit_id}:{year}'):07}",
        amount_vnd=amount_vnd,
        method=method,
        paid_at=at,
        collected_by_id=by.account_id,
        cancels=cancels,
        reason=reason,
    )
