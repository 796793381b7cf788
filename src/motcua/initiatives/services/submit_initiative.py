from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.initiatives import rules
from motcua.initiatives.acting import advance, take
from motcua.initiatives.models import Initiative
from motcua.initiatives.queries.rounds import round_for
from motcua.organisation.access import Officer


@transaction.atomic
def submit_initiative(
    *, initiative_id: int, by: Officer, at: datetime, revision: int | None = None
) -> Initiative:
    """Send a registration to the round of its year, complete and within its days.

    Raises:
        Incomplete: fields of the register are empty; ``gaps`` names all of them.
        WrongDay: no round is open for this unit that day; the draft stays.
        WrongState, ChangedMeanwhile, NotAllowed: as their sentences say.
    """
    initiative = take("submit", initiative_id=initiative_id, by=by, revision=revision)
    on = timezone.localdate(at)
    rules.require_complete(initiative)
    found = round_for(initiative.unit, year=initiative.year, on=on) if initiative.unit else None
    initiative.round = rules.require_in_round(found, year=initiative.year, on=on)
    initiative.submitted_at, initiative.submitted_by_id = at, by.account_id
    return advance(initiative, "submit", by=by, at=at, round=initiative.round.pk)
