from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction

from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.oversight import rules
from motcua.oversight.acting import record_round, take_round
from motcua.oversight.inputs import ProposalInput
from motcua.oversight.models import Proposal


@transaction.atomic
def propose(*, round_id: int, rows: Sequence[ProposalInput], by: Officer, at: datetime) -> list[Proposal]:
    """Propose many for a commendation (đề nghị khen thưởng), with their measured figures; all lines or none.

    Raises:
        Incomplete, NamedTwice: with the place of each broken line.
        WrongState: a council reviews the list already.
        NotAllowed: as its sentence says.
    """
    award_round = take_round("propose", round_id=round_id, by=by)
    rules.require_proposals(award_round, rows)
    found = [
        Proposal.objects.create(
            round=award_round,
            kind=row.kind,
            name=clean(row.name),
            title=clean(row.title),
            unit_id=row.unit_id,
            unit_text=clean(row.unit_text),
            account_id=row.account_id,
            achievement=clean(row.achievement),
            evidence=msgspec.to_builtins(row.evidence),
            bonus_vnd=row.bonus_vnd,
            proposed_at=at,
            proposed_by_id=by.account_id,
        )
        for row in rows
    ]
    record_round(
        award_round, "propose", by=by, at=at, rows=[{"id": one.pk, "name": one.name} for one in found]
    )
    return found
