from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.identity.acts import record
from motcua.initiatives.models import Adoption, Initiative
from motcua.initiatives.queries.orders import order_for
from motcua.initiatives.replicating import ANSWERERS, require_first_day, require_live, take_unit
from motcua.initiatives.replication_events import ModelAnswered
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Incomplete, require_words
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


@transaction.atomic
def adopt(
    *, initiative_id: int, unit_id: int, from_on: date | None, target: int | None = None, target_text: str = "",
    person: str = "", by: Officer, at: datetime,
) -> Adoption:  # fmt: skip
    """Take a model up (nhận làm) at a unit, by order or by own choice; a second answer replaces the first.

    Args:
        from_on: the first day, not far ahead and not before the model; see ``require_first_day``.
        target: how many cases a year the unit wants to reach; None: it set no number.
    Raises:
        Incomplete, WrongDay, ModelOver, UnitNotThere, NotAllowed: as their sentences say.
    """
    if from_on is None:
        raise Incomplete(_("Ghi ngày bắt đầu làm mô hình."), field="from_on")
    if target is not None and target < 1:
        raise Incomplete(_("Chỉ tiêu phải từ 1 lượt trở lên, hoặc để trống."), field="target")
    today = timezone.localdate(at)
    initiative = Initiative.objects.get(pk=initiative_id)
    unit = take_unit(unit_id, by=by, roles=ANSWERERS, on=max(from_on, today))
    require_live(initiative)
    require_first_day(from_on, initiative, today=today)
    row = _answer(initiative, unit.pk, on=today, by=by, at=at)
    row.state = AdoptionState.ADOPTED
    row.from_on = from_on
    row.target = target
    row.target_text = clean(target_text)[:300]
    row.person = clean(person)[:120]
    row.reason = ""
    return _keep(row, "adopt", by=by, at=at)


@transaction.atomic
def decline(*, initiative_id: int, unit_id: int, reason: str, by: Officer, at: datetime) -> Adoption:
    """Say why a unit does not take a model up, or no longer; what it did before stays counted.

    Raises:
        Incomplete, UnitNotThere, NotAllowed: as their sentences say.
    """
    reason = require_words(reason, _("Ghi lý do chưa làm, để cấp trên biết mà giúp."), field="reason")
    today = timezone.localdate(at)
    unit = take_unit(unit_id, by=by, roles=ANSWERERS, on=today)
    row = _answer(Initiative.objects.get(pk=initiative_id), unit.pk, on=today, by=by, at=at)
    row.state = AdoptionState.DECLINED
    row.from_on, row.target, row.target_text, row.person = None, None, "", ""
    row.reason = reason[:500]
    return _keep(row, "decline", by=by, at=at)


def _answer(initiative: Initiative, unit_id: int, *, on: date, by: Officer, at: datetime) -> Adoption:
    """The answer to be written: the one given before, locked, or a new one."""
    found = Adoption.objects.select_for_update().filter(initiative=initiative, unit=unit_id).first()
    row = found or Adoption(initiative=initiative, unit_id=unit_id)
    order = order_for(initiative.pk, unit_id, on=on)
    if order is not None:
        row.replication = order
    row.answered_at, row.answered_by_id = at, by.account_id
    return row


def _keep(row: Adoption, verb: str, *, by: Officer, at: datetime) -> Adoption:
    row.save()
    entry = record(row, verb, by=by, at=at, person=row.person, target_text=row.target_text)
    announce(
        ModelAnswered(
            adoption_id=row.pk, sequence=entry.sequence, at=at, initiative_id=row.initiative_id,
            unit_id=row.unit_id, state=str(row.state),
        )
    )  # fmt: skip
    return row
