from datetime import datetime
from typing import Unpack, cast

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity import queries
from motcua.identity.actors import Actor
from motcua.identity.details import Details, checked
from motcua.identity.known import AlreadyKnown
from motcua.identity.models import Person
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal

FOLLOWING = {"full_name": ("marked_name", "search_name", "sort_name"), "birth_on": ("birth_year",)}


@transaction.atomic
def correct_person(
    *, person_id: int, by: Actor, at: datetime, reason: str, **changes: Unpack[Details]
) -> Person:
    """Correct what is written about a person; the history keeps the old facts and the reason.

    Raises:
        AlreadyKnown: another record has the corrected personal number: the two should be merged.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    if person.merged_into_id:
        raise Refusal(_("Bản ghi này đã gộp vào người khác. Sửa ở bản ghi còn giữ."))
    before = {name: getattr(person, name) for name in Details.__annotations__}
    if "birth_year" in changes and "birth_on" not in changes:
        changes["birth_on"] = None
    facts = checked(cast(Details, {**before, **changes}), today=timezone.localdate(at))
    known = queries.person_with_id(facts["personal_id"])
    if known and known != person:
        raise AlreadyKnown(known)

    changed = {name: value for name, value in facts.items() if value != before[name]}
    if not changed:
        return person
    for name, value in changed.items():
        setattr(person, name, value)
    _save(person, {*changed, *(column for name in changed for column in FOLLOWING.get(name, ()))})
    payload = {"reason": reason, "before": {name: before[name] for name in changed}, "after": changed}
    ledger.append(person.stream, verb="correct", payload=payload, at=at, by_id=by.account_id)
    return person


def _save(person: Person, columns: set[str]) -> None:
    try:
        with transaction.atomic():
            person.save(update_fields=columns)
    except IntegrityError:  # somebody wrote down the same number a moment ago
        known = queries.person_with_id(person.personal_id)
        if known is None or known.pk == person.pk:
            raise
        raise AlreadyKnown(known) from None
