from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed
from motcua.oversight.acting import record_round, take_round
from motcua.oversight.models import AwardMember, AwardVote, Proposal


class CannotVote(Refusal):
    """The ballot is empty, given already, for oneself, or for somebody who is not on the list."""


@transaction.atomic
def vote(*, round_id: int, ballots: Mapping[int, bool], by: Actor, at: datetime) -> list[AwardVote]:
    """Give one member's votes (bỏ phiếu): for each proposal, by its key, whether the member agrees.

    A vote is given once. Nobody votes on themselves; a member may vote in several goes. The ledger keeps a hash.

    Raises:
        NotAllowed: not a member of the council of this round.
        CannotVote, WrongState: as their sentences say; nothing of the ballot is kept.
    """
    award_round = take_round("vote", round_id=round_id, by=None)
    seats = AwardMember.objects.with_posts().filter(council__round=award_round)
    member = seats.filter(account=by.account_id).first()
    if member is None:
        raise NotAllowed(_("Bạn không có trong hội đồng xét đợt khen này."))
    proposals = Proposal.objects.filter(round=award_round, withdrawn_at=None).in_bulk(list(ballots))
    if not ballots or len(proposals) < len(ballots):
        raise CannotVote(_("Chọn đồng ý hoặc không cho từng đề nghị có trong danh sách."), field="ballots")
    given = set(AwardVote.objects.filter(member=member).values_list("proposal_id", flat=True))
    for proposal in proposals.values():
        if proposal.concerns(member):
            raise CannotVote(_("Bạn có tên trong danh sách, không bỏ phiếu cho chính mình."), field="ballots")
        if proposal.pk in given:
            words = {"name": proposal.name}
            raise CannotVote(_("Bạn đã bỏ phiếu cho %(name)s rồi.") % words, field="ballots")
    votes = AwardVote.objects.bulk_create(
        AwardVote(proposal_id=pk, member=member, agrees=agrees, voted_at=at)
        for pk, agrees in sorted(ballots.items())
    )
    given_now = {str(one.proposal_id): one.content_hash for one in votes}
    record_round(award_round, "vote", by=by, at=at, proposals=sorted(ballots), votes=given_now)
    return votes
