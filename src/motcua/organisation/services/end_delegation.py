from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import require_administrator
from motcua.organisation.models import Delegation


@transaction.atomic
def end_delegation(*, delegation_id: int, last_day: date, by: Actor, at: datetime) -> Delegation:
    """Take a delegation back before its time: ``last_day`` is the last on which it holds."""
    delegation = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation_id)
    if by.account_id != delegation.post.account_id:
        require_administrator(by)
    if not delegation.valid_from <= last_day <= delegation.valid_to:
        raise Refusal(_("Ngày kết thúc phải nằm trong thời gian ủy quyền."), field="last_day")
    delegation.valid_to = last_day
    delegation.save(update_fields=["valid_to"])
    stream = delegation.post.unit.stream
    payload = {"post_id": delegation.post_id, "delegate_id": delegation.delegate_id, "to": last_day}
    ledger.append(stream, verb="end_delegation", payload=payload, at=at, by_id=by.account_id)
    return delegation
