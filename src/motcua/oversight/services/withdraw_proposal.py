from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import WrongState, record_round, take_round
from motcua.oversight.models import Proposal


@transaction.atomic
def withdraw_proposal(*, proposal_id: int, reason: str, by: Officer, at: datetime) -> Proposal:
    """Take a proposal out of its round with a reason; the line stays to be seen.

    Raises:
        WrongState: it is withdrawn already, or the decision is out.
        Incomplete, NotAllowed: as their sentences say.
    """
    proposal = Proposal.objects.get(pk=proposal_id)
    award_round = take_round("withdraw_proposal", round_id=proposal.round_id, by=by)
    proposal.refresh_from_db()
    if proposal.withdrawn_at is not None:
        raise WrongState(_("Đề nghị cho %(name)s đã rút rồi.") % {"name": proposal.name})
    proposal.withdrawn_reason = rules.require_reason(reason)
    proposal.withdrawn_at, proposal.withdrawn_by_id = at, by.account_id
    proposal.save(update_fields=["withdrawn_reason", "withdrawn_at", "withdrawn_by"])
    details = {"proposal": proposal.pk, "name": proposal.name, "reason": proposal.withdrawn_reason}
    record_round(award_round, "withdraw_proposal", by=by, at=at, **details)
    return proposal
