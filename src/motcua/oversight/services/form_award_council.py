from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_round, take_round
from motcua.oversight.award_states import State
from motcua.oversight.inputs import MemberInput
from motcua.oversight.models import AwardCouncil, AwardMember


@transaction.atomic
def form_award_council(
    *, round_id: int, members: Sequence[MemberInput], by: Officer, at: datetime
) -> AwardCouncil:
    """Form the council that votes on a round (hội đồng thi đua, khen thưởng); the list is closed with it.

    Raises:
        CouncilTooSmall: fewer than three members.
        Incomplete: nobody, or several, at the head; nobody proposed yet.
        NamedTwice, WrongState, NotAllowed: as their sentences say.
    """
    award_round = take_round("form_council", round_id=round_id, by=by)
    rules.require_council(members)
    if not award_round.proposals.filter(withdrawn_at=None).exists():
        raise Incomplete(_("Chưa có đề nghị nào để hội đồng xét."), field="rows")
    council = AwardCouncil.objects.create(round=award_round, formed_at=at, formed_by_id=by.account_id)
    AwardMember.objects.bulk_create(
        AwardMember(
            council=council, account_id=member.account_id, seat=member.seat, title=clean(member.title)
        )
        for member in members
    )
    award_round.state = State.REVIEWING
    award_round.save(update_fields=["state"])
    accounts = [member.account_id for member in members]
    record_round(award_round, "form_council", by=by, at=at, members=accounts, council=council.content_hash)
    return council
