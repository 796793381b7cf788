from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.identity.events import PersonMerged
from motcua.identity.models import Person
from motcua.kernel import ledger
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal

FILLED_FROM_DUPLICATE = (
    "birth_on", "birth_year", "sex", "personal_id", "old_id", "id_issued_on", "phone", "email", "address",
)  # fmt: skip


@transaction.atomic
def merge_people(*, keep_id: int, duplicate_id: int, reason: str, by: Actor, at: datetime) -> Person:
    """Make two records of one person into one: blanks of the kept record are filled, lists move over.

    Nothing is erased: the duplicate stays and points to the kept record.
    """
    people = Person.objects.select_for_update().order_by("pk").in_bulk([keep_id, duplicate_id])
    _check(people, keep_id, duplicate_id)
    keep, duplicate = people[keep_id], people[duplicate_id]
    filled = [
        name
        for name in FILLED_FROM_DUPLICATE
        if getattr(keep, name) in {"", None} and getattr(duplicate, name) not in {"", None}
    ]
    duplicate.merged_into = keep
    duplicate.save(update_fields=["merged_into"])
    for name in filled:
        setattr(keep, name, getattr(duplicate, name))
    keep.save(update_fields=filled)
    Person.objects.filter(merged_into=duplicate).update(merged_into=keep)
    _move_entitlements(keep, duplicate)

    payload = {"kept_id": keep_id, "duplicate_id": duplicate_id, "filled": filled, "reason": reason}
    for person in (keep, duplicate):
        ledger.append(person.stream, verb="merge", payload=payload, at=at, by_id=by.account_id)
    announce(PersonMerged(kept_id=keep_id, duplicate_id=duplicate_id, at=at))
    return keep


def _check(people: dict[int, Person], keep_id: int, duplicate_id: int) -> None:
    if keep_id == duplicate_id or len(people) < 2:
        raise Refusal(_("Chọn hai bản ghi khác nhau để gộp."))
    if any(person.merged_into_id for person in people.values()):
        raise Refusal(_("Một trong hai bản ghi đã gộp rồi. Chọn bản ghi còn giữ."))
    if len({person.personal_id for person in people.values()} - {""}) == 2:
        raise Refusal(_("Hai bản ghi có hai số định danh khác nhau, nên là hai người."))


def _move_entitlements(keep: Person, duplicate: Person) -> None:
    held = set(keep.entitlements.values_list("group", "valid_from"))
    for entitlement in duplicate.entitlements.all():
        if (entitlement.group, entitlement.valid_from) not in held:
            entitlement.person = keep
            entitlement.save(update_fields=["person"])
