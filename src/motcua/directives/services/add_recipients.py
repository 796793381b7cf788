from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.directives import rules
from motcua.directives.acting import record_draft, take_draft
from motcua.directives.models import Directive
from motcua.directives.services.draft_directive import add
from motcua.organisation.access import Officer


@transaction.atomic
def add_recipients(*, directive_id: int, unit_ids: Sequence[int], by: Officer, at: datetime) -> Directive:
    """Address a draft to more units; all of them or none.

    Raises:
        UnitTwice: one stands twice in the list, or is a recipient already.
        UnitNotThere: one does not exist that day.
        AlreadyIssued, NotAllowed: as their sentences say.
    """
    directive = take_draft("add_recipients", directive_id=directive_id, by=by)
    known = set(directive.recipients.values_list("unit_id", flat=True))
    rules.require_distinct(unit_ids, known=known)
    rules.require_there(unit_ids, on=timezone.localdate(at))
    add(directive, unit_ids)
    record_draft(directive, "add_recipients", by=by, at=at, units=list(unit_ids))
    return directive


@transaction.atomic
def remove_recipients(*, directive_id: int, unit_ids: Sequence[int], by: Officer, at: datetime) -> Directive:
    """Take units off the recipients of a draft; those not there are gone already."""
    directive = take_draft("remove_recipients", directive_id=directive_id, by=by)
    directive.recipients.filter(unit__in=unit_ids).delete()
    record_draft(directive, "remove_recipients", by=by, at=at, units=list(unit_ids))
    return directive
