from datetime import datetime

import msgspec
from django.db import transaction

from motcua.initiatives import rules
from motcua.initiatives.acting import WrongState, change, not_now, take
from motcua.initiatives.inputs import InitiativeInput
from motcua.initiatives.models import Initiative
from motcua.initiatives.services.register_initiative import columns, write_authors
from motcua.initiatives.states import WRITABLE, State
from motcua.organisation.access import Officer


@transaction.atomic
def edit_initiative(
    *, initiative_id: int, facts: InitiativeInput, by: Officer, at: datetime, revision: int | None = None
) -> Initiative:
    """Write the words and authors anew, until it lies before a council; what was sent stays complete.

    Args:
        revision: what the officer's screen showed; what changed meanwhile is not overwritten.
    Raises:
        Incomplete, WrongShares, WrongState, ChangedMeanwhile, NotAllowed: as their sentences say.
    """
    initiative = take("edit", initiative_id=initiative_id, by=by, revision=revision)
    if initiative.state not in WRITABLE:
        raise WrongState(not_now("edit", initiative))
    rules.require_facts(facts)
    new = columns(facts)
    changed = [name for name, value in new.items() if getattr(initiative, name) != value]
    for name in changed:
        setattr(initiative, name, new[name])
    write_authors(initiative, facts)
    if initiative.state != State.DRAFT:
        rules.require_complete(initiative)
    initiative.save()
    change(initiative, "edit", by=by, at=at, changed=changed, authors=msgspec.to_builtins(facts.authors))
    return initiative
