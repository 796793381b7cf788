from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import require_administrator
from motcua.organisation.models import Delegation, Staff


@transaction.atomic
def delegate(
    *,
    post_id: int,
    delegate_id: int,
    first_day: date,
    last_day: date,
    document: str,
    by: Actor,
    at: datetime,
) -> Delegation:
    """Let another officer of the same unit act in a post for a time (ủy quyền), by a written document.

    Source: Luật Tổ chức chính quyền địa phương 72/2025/QH15, art. 14 (delegation in writing, for a set time).
    """
    post = Staff.objects.select_for_update().get(pk=post_id)
    if by.account_id != post.account_id:
        require_administrator(by)
    if not clean(document):
        raise Refusal(_("Ghi số và ngày của văn bản ủy quyền."), field="document")
    if last_day < first_day:
        raise Refusal(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="last_day")
    if delegate_id == post.account_id:
        raise Refusal(_("Không thể ủy quyền cho chính mình."), field="delegate")
    if not Staff.objects.valid(on=first_day).filter(unit=post.unit_id, account=delegate_id).exists():
        raise Refusal(_("Chỉ ủy quyền cho người đang công tác ở cùng đơn vị."), field="delegate")

    delegation = Delegation.objects.create(
        post=post, delegate_id=delegate_id, document=clean(document), valid_from=first_day, valid_to=last_day
    )
    payload = {"post_id": post.pk, "delegate_id": delegate_id, "from": first_day, "to": last_day}
    ledger.append(post.unit.stream, verb="delegate", payload=payload, at=at, by_id=by.account_id)
    return delegation
