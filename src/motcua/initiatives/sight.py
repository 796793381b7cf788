"""Which initiatives an officer may look at."""

from django.db.models import Q

from motcua.initiatives.models import Initiative, Review
from motcua.initiatives.models.initiative import InitiativeQuerySet
from motcua.initiatives.states import State
from motcua.organisation.access import Officer
from motcua.organisation.sight import sees, stands_for


def visible(officer: Officer) -> InitiativeQuerySet:
    """Those of the units that the officer sees, those laid before a council that they sit in, and all that live.

    Drafts are only for those whose they are.
    """
    sitting = Review.objects.filter(council__members__account=officer.account_id).values("initiative")
    seen = Initiative.objects.in_sight_of(sees(officer)) | Initiative.objects.filter(pk__in=sitting)
    return seen.exclude(Q(state=State.DRAFT) & ~Q(unit__in=stands_for(officer))).distinct()
