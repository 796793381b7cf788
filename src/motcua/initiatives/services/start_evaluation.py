from datetime import datetime

from django.db import transaction

from motcua.initiatives import rules
from motcua.initiatives.abstention import abstaining
from motcua.initiatives.acting import advance, take
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.models import Council, Review
from motcua.organisation.access import Officer


@transaction.atomic
def start_evaluation(*, initiative_id: int, council_id: int, by: Officer, at: datetime) -> Review:
    """Lay an initiative before a council of the own unit; from now on its words stay as they are.

    Raises:
        WrongCouncil: so many members are its authors that the others are no majority, or fewer than two.
        WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("start_evaluation", initiative_id=initiative_id, by=by)
    council = Council.objects.select_related("unit", "criteria").get(pk=council_id)
    require_unit_of(by, "form_council", council.unit)
    members = list(council.members.select_related("account"))
    out = abstaining(members, initiative.authors.all())
    fewest = council.criteria.fewest_members - 1
    rules.require_judges(members=len(members), judges=len(members) - len(out), fewest=fewest)
    review = Review.objects.create(
        council=council, initiative=initiative, laid_at=at, laid_by_id=by.account_id
    )
    advance(initiative, "start_evaluation", by=by, at=at, council=council.pk)
    return review
