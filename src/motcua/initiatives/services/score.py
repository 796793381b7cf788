from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.initiatives import rules
from motcua.initiatives.abstention import abstaining
from motcua.initiatives.acting import WrongState, lock
from motcua.initiatives.events import InitiativeScored
from motcua.initiatives.models import CouncilMember, Review, Score
from motcua.initiatives.states import State
from motcua.kernel.outbox import announce
from motcua.organisation.access import NotAllowed, Officer


class AuthorAbstains(NotAllowed):
    """An author does not judge the own initiative."""


@transaction.atomic
def score(
    *, review_id: int, points: Mapping[str, int | None], by: Officer, at: datetime, comment: str = ""
) -> Score:
    """Score an initiative as a member of its council; until the conclusion the member may think again.

    Nobody else reads the points before the council has concluded; the ledger keeps a hash of the sheet.
    Raises:
        AuthorAbstains: the member is one of the authors.
        WrongPoints: a criterion without points, or outside its range; ``field`` names it.
        WrongState, NotAllowed: it is concluded; the officer is no member.
    """
    review = Review.objects.select_related("council__criteria").get(pk=review_id)
    initiative = lock(review.initiative_id)
    member = _member(review, by)
    if initiative.state != State.EVALUATING or Review.objects.get(pk=review_id).concluded_at:
        raise WrongState(_("Hội đồng đã kết luận, không chấm nữa."))
    given = rules.require_points(points, review.council.criteria)
    facts = {"points": given, "total": sum(given.values()), "comment": comment.strip()}
    row, _created = Score.objects.update_or_create(
        review=review, member=member, defaults={**facts, "scored_at": at, "scored_by_id": by.account_id}
    )
    entry = record(initiative, "score", by=by, at=at, member=member.pk, sheet=row.content_hash)
    announce(
        InitiativeScored(initiative_id=initiative.pk, sequence=entry.sequence, at=at, member_id=member.pk)
    )
    return row


def _member(review: Review, by: Officer) -> CouncilMember:
    member = review.council.members.select_related("account").filter(account=by.account_id).first()
    if member is None:
        raise NotAllowed(_("Bạn không ở trong hội đồng này."))
    if abstaining([member], review.initiative.authors.all()):
        raise AuthorAbstains(_("Bạn là tác giả của sáng kiến này nên không chấm."))
    return member
