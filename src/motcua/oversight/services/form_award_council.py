from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_round, take_round
from motcua.oversight.award_states import State
from motcua.oversight.council_rules import council_rule_on
from motcua.oversight.inputs import MemberInput
from motcua.oversight.models import AwardCouncil, AwardMember


@transaction.atomic
def form_award_council(
    *, round_id: int, members: Sequence[MemberInput], by: Officer, at: datetime
) -> AwardCouncil:
    """Form the council that votes on a round (hội đồng thi đua, khen thưởng); the list is closed with it.

    Raises:
        CouncilTooSmall: fewer members than the rule of the day asks for.
        Incomplete: nobody, or several, at the head; nobody proposed yet.
        NamedTwice, WrongState, NotAllowed: as their sentences say.
    """
    award_round = take_round("form_council", round_id=round_id, by=by)
    rule = council_rule_on(timezone.localdate(at))
    rules.require_council(members, fewest=rule.fewest_members)
    if not award_round.proposals.filter(withdrawn_at=None).exists():
        raise Incomplete(_("Chưa có đề nghị nào để hội đồng xét."), field="rows")
    council = AwardCouncil.objects.create(
        round=award_round, quorum_votes=rule.quorum.votes, quorum_of=rule.quorum.of, formed_at=at,
        formed_by_id=by.account_id,
    )  # fmt: skip
    AwardMember.objects.bulk_create(
        AwardMember(
            council=council, account_id=member.account_id, seat=member.seat, title=clean(member.title)
        )
        for member in members
    )
    award_round.state = State.REVIEWING
    award_round.save(update_fields=["state"])
    accounts = [member.account_id for member in members]
    facts = {"members": accounts, "quorum": str(council.quorum), "council": council.content_hash}
    record_round(award_round, "form_council", by=by, at=at, **facts)
    return council
