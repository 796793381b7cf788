from datetime import datetime

from django.db import transaction

from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_round, take_round
from motcua.oversight.award_states import State
from motcua.oversight.models import AwardRound


@transaction.atomic
def cancel_round(*, round_id: int, reason: str, by: Officer, at: datetime) -> AwardRound:
    """Stop a round before its decision, with a reason.

    Raises:
        Incomplete, WrongState, NotAllowed: as their sentences say.
    """
    award_round = take_round("cancel_round", round_id=round_id, by=by)
    award_round.cancelled_reason = rules.require_reason(reason)
    award_round.state = State.CANCELLED
    award_round.cancelled_at, award_round.cancelled_by_id = at, by.account_id
    award_round.save()
    record_round(award_round, "cancel_round", by=by, at=at, reason=award_round.cancelled_reason)
    return award_round
