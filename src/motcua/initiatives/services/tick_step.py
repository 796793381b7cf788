from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.initiatives.models import Adoption, AdoptionStep
from motcua.initiatives.replicating import WORKERS, require_past, take_unit
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


class NoSuchStep(Refusal):
    """The model has no step of this number, or the unit has not taken the model up."""


@transaction.atomic
def tick_step(
    *, adoption_id: int, seq: int, done_on: date, note: str = "", by: Officer, at: datetime
) -> AdoptionStep:
    """Note that a unit has done a step of a model; ticked again, the day and the note are replaced.

    Raises:
        NoSuchStep, WrongDay, UnitNotThere, NotAllowed: as their sentences say.
    """
    adoption = _take(adoption_id, seq, by=by, at=at)
    require_past(done_on, today=timezone.localdate(at), field="done_on")
    facts = {"done_on": done_on, "note": clean(note)[:300], "ticked_at": at, "ticked_by_id": by.account_id}
    step, _created = AdoptionStep.objects.update_or_create(adoption=adoption, seq=seq, defaults=facts)
    record(adoption, "tick_step", by=by, at=at, seq=seq, done_on=done_on, note=step.note)
    return step


@transaction.atomic
def untick_step(*, adoption_id: int, seq: int, by: Officer, at: datetime) -> None:
    """Take the tick off a step again; the history keeps that it was there."""
    adoption = _take(adoption_id, seq, by=by, at=at)
    AdoptionStep.objects.filter(adoption=adoption, seq=seq).delete()
    record(adoption, "untick_step", by=by, at=at, seq=seq)


def _take(adoption_id: int, seq: int, *, by: Officer, at: datetime) -> Adoption:
    rows = Adoption.objects.select_for_update(of=("self",)).select_related("initiative")
    adoption = rows.get(pk=adoption_id)
    take_unit(adoption.unit_id, by=by, roles=WORKERS, on=timezone.localdate(at))
    if adoption.state != AdoptionState.ADOPTED:
        raise NoSuchStep(_("Đơn vị chưa nhận làm mô hình này, nên chưa có bước nào để đánh dấu."))
    if seq not in {int(step["seq"]) for step in adoption.initiative.steps}:
        raise NoSuchStep(_("Mô hình không có bước %(seq)d.") % {"seq": seq})
    return adoption
