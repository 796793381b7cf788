from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.models import Entitlement
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal


@transaction.atomic
def end_entitlement(
    *, entitlement_id: int, last_day: date, reason: str, by: Actor, at: datetime
) -> Entitlement:
    """Let an entitlement end after ``last_day``, for example when a household leaves the list of the poor."""
    entitlement = Entitlement.objects.select_for_update(of=("self",)).get(pk=entitlement_id)
    if last_day < entitlement.valid_from:
        raise Refusal(_("Ngày hết hạn phải từ ngày bắt đầu trở đi."), field="valid_to")
    entitlement.valid_to = last_day
    entitlement.save(update_fields=["valid_to"])
    payload = {"group": entitlement.group, "valid_to": last_day, "reason": reason}
    ledger.append(
        entitlement.person.stream, verb="end_entitlement", payload=payload, at=at, by_id=by.account_id
    )
    return entitlement
