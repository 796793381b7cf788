"""One row through one act: locked, judged, changed, entered in the ledger, announced."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.identity.actors import Actor
from motcua.identity.acts import record
from motcua.kernel.models import LedgerEntry
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.sight import stands_for
from motcua.oversight.authority import require_keeper
from motcua.oversight.award_states import TRANSITIONS, State
from motcua.oversight.events import AwardRoundMoved, BacklogMoved, InspectionMoved
from motcua.oversight.inspection_states import TRANSITIONS as INSPECTION_MOVES
from motcua.oversight.inspection_states import State as InspectionState
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection


class WrongState(Refusal):
    """The round, the inspection or the block is not where this act begins."""


def take_round(verb: str, *, round_id: int, by: Officer | None) -> AwardRound:
    """Lock a round of commendations on which this act may be done now.

    Args:
        by: None where the caller judges who may, as with votes.
    Raises:
        NotAllowed, WrongState: as their sentences say.
    """
    rows = AwardRound.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.get(pk=round_id)
    if by is not None:
        require_keeper(by, verb, row.unit)
    if row.state not in ROUND_SOURCES[verb]:
        raise WrongState(str(_SENTENCES[State(row.state)]) % {"title": row.title})
    return row


def take_inspection(verb: str, *, inspection_id: int, by: Officer) -> Inspection:
    """Lock an inspection on which this act may be done now; to whom it is a secret, it does not exist.

    Raises:
        Inspection.DoesNotExist: the officer does not know of it.
        NotAllowed, WrongState: as their sentences say.
    """
    known = Inspection.objects.known_to(by.account_id, stands_for(by)).filter(pk=inspection_id)
    rows = Inspection.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.get(pk__in=known.values("pk"))
    if verb in SIGNED_FOR_INSPECTIONS:
        require_keeper(by, verb, row.unit)
    elif not row.team.filter(account=by.account_id).exists():
        raise NotAllowed(_("Việc này của đoàn kiểm tra."))
    if row.state not in INSPECTION_SOURCES[verb]:
        label = InspectionState(row.state).label
        raise WrongState(
            _("Cuộc kiểm tra này ở bước “%(state)s”, không làm việc này được.") % {"state": label}
        )
    return row


def record_inspection(row: Inspection, verb: str, *, by: Actor, at: datetime, **details: Any) -> None:
    """Enter and announce an act on an inspection; where a surprise plan leads is not announced."""
    entry = record(row, verb, by=by, at=at, **details)
    units = () if row.is_secret else tuple(row.targets.order_by("pk").values_list("unit_id", flat=True))
    announce(
        InspectionMoved(
            row_id=row.pk,
            sequence=entry.sequence,
            at=at,
            verb=verb,
            unit_id=row.unit_id,
            target_unit_ids=tuple(unit for unit in units if unit is not None),
        )
    )


def take_block(verb: str, *, block_id: int, by: Officer) -> BacklogBlock:
    """Lock a block of the backlog that this officer works on."""
    row = BacklogBlock.objects.select_for_update(of=("self",)).select_related("unit").get(pk=block_id)
    require_keeper(by, verb, row.unit)
    return row


def record_block(row: BacklogBlock, verb: str, *, by: Actor, at: datetime, **details: Any) -> None:
    """Enter and announce an act on a block."""
    processed = row.processed()
    entry = record(row, verb, by=by, at=at, **details)
    announce(
        BacklogMoved(
            row_id=row.pk,
            sequence=entry.sequence,
            at=at,
            verb=verb,
            unit_id=row.unit_id,
            processed_dm=processed,
            remaining_dm=row.volume_dm - processed,
        )
    )


def record_round(row: AwardRound, verb: str, *, by: Actor, at: datetime, **details: Any) -> LedgerEntry:
    """Enter and announce an act on a round."""
    entry = record(row, verb, by=by, at=at, **details)
    announce(AwardRoundMoved(row_id=row.pk, sequence=entry.sequence, at=at, verb=verb, unit_id=row.unit_id))
    return entry


#: What the chair does with an inspection; the rest is its team's.
SIGNED_FOR_INSPECTIONS = ("decide_inspection", "conclude")
INSPECTION_SOURCES: dict[str, tuple[InspectionState | None, ...]] = {
    **{verb: step.sources for verb, step in INSPECTION_MOVES.items()},
    "decide_inspection": (InspectionState.PLANNED,),
    "record_minutes": (InspectionState.STARTED,),
    "give_tasks": (InspectionState.STARTED, InspectionState.CONCLUDED),
}
#: Where an act that moves nothing may be done; those that move are in the table of states.
ROUND_SOURCES: dict[str, tuple[State | None, ...]] = {
    **{verb: step.sources for verb, step in TRANSITIONS.items()},
    "propose": (State.PROPOSING,),
    "withdraw_proposal": (State.PROPOSING, State.REVIEWING),
    "vote": (State.REVIEWING,),
    "submit_awards": (State.REVIEWING,),
    "revoke": (State.DECIDED,),
}
_SENTENCES = {
    State.PROPOSING: gettext_lazy("Đợt khen “%(title)s” chưa có hội đồng xét. Lập hội đồng trước."),
    State.REVIEWING: gettext_lazy(
        "Đợt khen “%(title)s” đã có hội đồng đang xét, không thêm hay lập lại được nữa."
    ),
    State.DECIDED: gettext_lazy("Đợt khen “%(title)s” đã có quyết định, không đổi được nữa."),
    State.CANCELLED: gettext_lazy("Đợt khen “%(title)s” đã dừng."),
}
