"""Councils, their criteria, and what each may see of the scores."""

from datetime import date

import msgspec
from django.utils.translation import gettext as _

from motcua.initiatives.abstention import abstaining, is_author
from motcua.initiatives.models import Council, CouncilMember, CriteriaSet, Review, Score
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer
from motcua.organisation.sight import own_units, sees


class NoCriteria(Refusal):
    """No set of criteria holds on the day."""


class Sheet(msgspec.Struct, frozen=True):
    """How a review stands for one officer. ``scores`` holds only the own sheet until the council has concluded.

    ``may_read``: members, and those of the units concerned; a recognised model is shown to all, its sheets and
    minutes are not. ``abstains`` are members who are authors; ``scored`` counts the sheets that are in.
    """

    member: CouncilMember | None
    may_read: bool
    may_score: bool
    may_conclude: bool
    own: Score | None
    scores: list[Score]
    judges: list[CouncilMember]
    abstains: list[CouncilMember]
    scored: int


def criteria_in_force(unit_id: int, *, on: date) -> CriteriaSet:
    """Return the unit's newest set that holds on a day, else the one that came with Motcua.

    Raises:
        NoCriteria: there is none at all.
    """
    sets = CriteriaSet.objects.filter(valid_from__lte=on).order_by("-valid_from")
    found = sets.filter(unit=unit_id).first() or sets.filter(unit=None).first()
    if found is None:
        raise NoCriteria(
            _("Chưa có bộ tiêu chí chấm. Lập bộ tiêu chí trước khi lập hội đồng."), field="criteria"
        )
    return found


def councils_for(officer: Officer) -> list[Council]:
    """Councils of the own units and those in which the officer sits, newest first."""
    own = Council.objects.filter(unit__in=sees(officer))
    sitting = Council.objects.filter(members__account=officer.account_id)
    found = (own | sitting).distinct().select_related("unit", "criteria")
    return list(found.order_by("-year", "-pk"))


def councils_of(officer: Officer) -> list[Council]:
    """Councils of the own unit, to which initiatives can be laid."""
    return list(Council.objects.filter(unit__in=own_units(officer)).order_by("-year", "-pk"))


def members_of(council: Council) -> list[CouncilMember]:
    """Who sits in a council, as papers name them: the chair, the secretary, then the others as they were named."""
    places = {position: place for place, position in enumerate(CouncilMember.Position)}
    found = council.members.select_related("account").order_by("pk")
    return sorted(found, key=lambda member: places[CouncilMember.Position(member.position)])


def judges_of(review: Review) -> list[CouncilMember]:
    """Members who judge: all but the authors."""
    members = members_of(review.council)
    out = abstaining(members, review.initiative.authors.all())
    return [member for member in members if member.pk not in out]


def sheet(review: Review, officer: Officer) -> Sheet:
    """Return the review as an officer may see it."""
    members = members_of(review.council)
    out = abstaining(members, review.initiative.authors.all())
    judges = [member for member in members if member.pk not in out]
    me = next((member for member in members if member.account_id == officer.account_id), None)
    order = {member.pk: place for place, member in enumerate(members)}
    scores = list(review.scores.select_related("member__account"))
    scores.sort(key=lambda score: order[score.member_id])
    own = next((score for score in scores if me and score.member_id == me.pk), None)
    open_ = review.concluded_at is None
    conducts = me is not None and me.position in (
        CouncilMember.Position.CHAIR,
        CouncilMember.Position.SECRETARY,
    )
    concerned = {review.council.unit_id, review.initiative.unit_id} & sees(officer)
    may_read = me is not None or bool(concerned)
    return Sheet(
        member=me,
        may_read=may_read,
        may_score=open_ and me in judges,
        may_conclude=open_ and conducts,
        own=own,
        scores=scores if may_read and not open_ else [own] if own else [],
        judges=judges,
        abstains=[member for member in members if member.pk in out],
        scored=len(scores),
    )


def waiting_for(officer: Officer) -> list[Review]:
    """Reviews in which the officer has still to score, oldest first; in two questions, one where there is none."""
    open_reviews = Review.objects.filter(concluded_at=None, council__members__account=officer.account_id)
    waiting = open_reviews.exclude(scores__member__account=officer.account_id)
    found = waiting.select_related("initiative", "council").prefetch_related("initiative__authors")
    return [
        review
        for review in found.distinct().order_by("laid_at", "pk")
        if not is_author(officer.account_id, officer.name, review.initiative.authors.all())
    ]
