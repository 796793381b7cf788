from datetime import datetime
from typing import Unpack

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.identity import queries
from motcua.identity.actors import Actor
from motcua.identity.details import Details, checked
from motcua.identity.known import AlreadyKnown, MayBeKnown
from motcua.identity.models import Person
from motcua.kernel import ledger


@transaction.atomic
def register_person(
    *, by: Actor, at: datetime, is_another: bool = False, **details: Unpack[Details]
) -> Person:
    """Write down a person for the first time.

    Args:
        is_another: the officer has seen the records that look alike and says that this is somebody else.
    Raises:
        AlreadyKnown: the personal number is there already; the refusal carries that record.
        MayBeKnown: records look alike; the refusal carries them.
    """
    facts = checked(details, today=timezone.localdate(at))
    known = queries.person_with_id(facts["personal_id"])
    if known:
        raise AlreadyKnown(known)
    if not is_another:
        alike = queries.near_duplicates(
            full_name=facts["full_name"],
            birth_on=facts["birth_on"],
            birth_year=facts["birth_year"],
            personal_id=facts["personal_id"],
            old_id=facts["old_id"],
            phone=facts["phone"],
        )
        if alike:
            raise MayBeKnown(alike)
    person = _create(facts, at=at)
    ledger.append(person.stream, verb="register", payload=facts, at=at, by_id=by.account_id)
    return person


def _create(facts: Details, *, at: datetime) -> Person:
    try:
        with transaction.atomic():
            return Person.objects.create(**facts, created_at=at)
    except IntegrityError:  # somebody wrote down the same number a moment ago
        known = queries.person_with_id(facts["personal_id"])
        if known is None:
            raise
        raise AlreadyKnown(known) from None
