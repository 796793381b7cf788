from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.initiatives.acting import advance, take
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.models import Author, Council, Review
from motcua.initiatives.rules import FEWEST_MEMBERS, WrongCouncil
from motcua.organisation.access import Officer


@transaction.atomic
def start_evaluation(*, initiative_id: int, council_id: int, by: Officer, at: datetime) -> Review:
    """Lay an initiative before a council of the own unit; from now on its words stay as they are.

    Raises:
        WrongCouncil: so many members are its authors that fewer than two could judge.
        WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("start_evaluation", initiative_id=initiative_id, by=by)
    council = Council.objects.select_related("unit").get(pk=council_id)
    require_unit_of(by, "form_council", council.unit)
    authors = Author.objects.filter(initiative=initiative).values("account_id")
    judges = council.members.exclude(account__in=authors.exclude(account=None)).count()
    if judges < FEWEST_MEMBERS - 1:
        raise WrongCouncil(
            _("Phần lớn thành viên hội đồng là tác giả, không đủ người chấm. Lập hội đồng khác."),
            field="council",
        )
    review = Review.objects.create(
        council=council, initiative=initiative, laid_at=at, laid_by_id=by.account_id
    )
    advance(initiative, "start_evaluation", by=by, at=at, council=council.pk)
    return review
