from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation import queries
from motcua.organisation.access import require_administrator
from motcua.organisation.kinds import Level
from motcua.organisation.models import Staff, Succession, Unit, UnitPlacement


@transaction.atomic
def close_unit(
    *, unit_id: int, last_day: date, successor_ids: Sequence[int], by: Actor, at: datetime
) -> Unit:
    """End a unit with its offices, placements and posts, and name who takes over (sắp xếp đơn vị).

    Nothing is removed: figures and dossiers of before stay under the old unit.
    """
    require_administrator(by)
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    if unit.valid_to is not None or last_day < unit.valid_from:
        raise Refusal(_("Đơn vị đã kết thúc, hoặc ngày kết thúc trước ngày thành lập."), field="last_day")
    below = queries.descendants(unit, on=last_day + timedelta(days=1))
    standing = [child for child in below if child.level != Level.DIVISION]
    if standing:
        sentence = _("Còn %(count)d đơn vị trực thuộc. Xếp các đơn vị ấy sang nơi khác trước.")
        raise Refusal(sentence % {"count": len(standing)})

    ended = [unit.pk, *(office.pk for office in below)]
    Unit.objects.filter(pk__in=ended, valid_to=None).update(valid_to=last_day)
    UnitPlacement.objects.filter(unit__in=ended, valid_to=None).update(valid_to=last_day)
    Staff.objects.filter(unit__in=ended, valid_to=None).update(valid_to=last_day)
    Succession.objects.bulk_create(
        Succession(predecessor=unit, successor_id=heir, on_date=last_day + timedelta(days=1))
        for heir in successor_ids
    )
    payload = {"to": last_day, "successors": list(successor_ids)}
    ledger.append(unit.stream, verb="close", payload=payload, at=at, by_id=by.account_id)
    unit.refresh_from_db()
    return unit
