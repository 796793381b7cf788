from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.eligible_groups import EligibleGroup
from motcua.identity.models import Entitlement, Person
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal


@transaction.atomic
def grant_entitlement(
    *,
    person_id: int,
    group: str,
    by: Actor,
    at: datetime,
    year: int | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    ground: str = "",
    document: str = "",
) -> Entitlement:
    """Enter a person in an eligible group: for a whole year of a list, or from a day by a paper.

    Asking again for the same group from the same day changes nothing, so that a list may be read in twice.

    Args:
        year: the year of the list; sets both days.
        valid_from: the first day otherwise; without it, the local day of the act.
    """
    if group not in EligibleGroup.values:
        raise Refusal(_("Không có nhóm đối tượng này. Chọn một nhóm trong danh sách."), field="group")
    if year is not None:
        valid_from, valid_to = date(year, 1, 1), date(year, 12, 31)
    valid_from = valid_from or timezone.localdate(at)
    if valid_to and valid_to < valid_from:
        raise Refusal(_("Ngày hết hạn phải từ ngày bắt đầu trở đi."), field="valid_to")
    person = Person.objects.select_for_update().get(pk=person_id)
    facts = {"year": year, "valid_to": valid_to, "ground": ground, "document": document}
    entitlement, new = Entitlement.objects.get_or_create(
        person=person.merged_into or person, group=group, valid_from=valid_from, defaults=facts
    )
    if new:
        payload = {"group": group, "valid_from": valid_from, **facts}
        ledger.append(person.stream, verb="grant_entitlement", payload=payload, at=at, by_id=by.account_id)
    return entitlement
