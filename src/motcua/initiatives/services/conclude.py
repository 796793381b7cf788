from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.services import issue_paper
from motcua.initiatives import printing, rules
from motcua.initiatives.acting import WrongState, advance, change, lock
from motcua.initiatives.inputs import ConclusionInput
from motcua.initiatives.models import CouncilMember, Review
from motcua.initiatives.queries.councils import judges_of
from motcua.initiatives.states import State
from motcua.kernel.refusals import require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import NotAllowed, Officer

_CONDUCTING = (CouncilMember.Position.CHAIR, CouncilMember.Position.SECRETARY)


@transaction.atomic
def conclude(*, review_id: int, facts: ConclusionInput, by: Officer, at: datetime) -> Review:
    """Conclude for the council: minutes, mean of the scores, passed or not; from now on the scores are open.

    One that passed waits for the decision of recognition; one that did not is not recognised.
    Raises:
        WrongCouncil: somebody present has not scored, or fewer than the quorum have.
        Incomplete, WrongDay, WrongState, NotAllowed: as their sentences say.
    """
    review = Review.objects.select_related("council__unit", "council__criteria").get(pk=review_id)
    initiative = lock(review.initiative_id)
    if not review.council.members.filter(account=by.account_id, position__in=_CONDUCTING).exists():
        raise NotAllowed(_("Chủ tịch hoặc thư ký hội đồng ghi kết luận."))
    if initiative.state != State.EVALUATING or Review.objects.get(pk=review_id).concluded_at:
        raise WrongState(_("Hội đồng đã kết luận sáng kiến này."))
    require_words(facts.minutes, _("Ghi biên bản: ý kiến và kết luận."), field="minutes")
    review.minutes = facts.minutes.strip()
    review.place = require_words(facts.place, _("Ghi nơi họp."), field="place")
    _require_day(review, facts, at)
    _count(review, absent_ids=facts.absent_ids)
    review.held_on, review.concluded_at, review.concluded_by_id = facts.held_on, at, by.account_id
    review.paper = issue_paper(
        kind="initiative_minutes",
        unit_id=review.council.unit_id,
        subject=initiative.stream,
        data=printing.minutes_of(review),
        by=by,
        at=at,
    )
    review.save()
    details = {"passed": review.passed, "average_tenths": review.average_tenths, "review": review.pk}
    if review.passed:
        change(initiative, "conclude", by=by, at=at, **details)
    else:
        advance(initiative, "reject", by=by, at=at, **details)
    return review


def _require_day(review: Review, facts: ConclusionInput, at: datetime) -> None:
    if facts.held_on > timezone.localdate(at):
        raise rules.WrongDay(_("Ngày họp chưa tới."), field="held_on")
    if facts.held_on < review.council.formed_on:
        raise rules.WrongDay(
            _("Hội đồng thành lập ngày %(day)s, không thể họp trước ngày đó.")
            % {"day": day(review.council.formed_on)},
            field="held_on",
        )


def _count(review: Review, *, absent_ids: tuple[int, ...]) -> None:
    """Work out the mean in tenths, rounded half up; whether it passes is judged on the exact mean."""
    judges = judges_of(review)
    scored = set(review.scores.values_list("member_id", flat=True))
    absent = set(absent_ids) - scored
    rules.require_quorum(
        eligible={judge.pk for judge in judges},
        scored=scored,
        absent=absent,
        quorum=review.council.criteria.quorum,
    )
    total: int = review.scores.aggregate(total=Sum("total"))["total"]
    review.average_tenths = (20 * total + len(scored)) // (2 * len(scored))
    review.passed = total >= review.council.criteria.pass_mark * len(scored)
    names = [member.account.display_name for member in judges if member.pk in absent]
    review.not_present = clean(", ".join(names))[:300]
