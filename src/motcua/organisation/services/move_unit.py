from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.identity.actors import Actor
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation import queries
from motcua.organisation.access import require_administrator
from motcua.organisation.models import Unit, UnitPlacement


@transaction.atomic
def move_unit(*, unit_id: int, parent_id: int, on: date, by: Actor, at: datetime) -> UnitPlacement:
    """Put a unit under another from a day on; until the day before it stays where it was."""
    require_administrator(by)
    units = Unit.objects.select_for_update().order_by("pk").in_bulk([unit_id, parent_id])
    unit, parent = units[unit_id], units[parent_id]
    if unit == parent or unit in queries.ancestors(parent, on=on):
        raise Refusal(_("Đơn vị không thể trực thuộc chính mình hay cấp dưới của mình."), field="parent")
    if Unit.objects.valid(on=on).filter(pk__in=[unit_id, parent_id]).count() < 2:
        raise Refusal(_("Cả hai đơn vị phải đang hoạt động vào ngày đó."), field="on")
    if unit.placements.filter(valid_from__gte=on).exists():
        raise Refusal(_("Đơn vị đã được xếp lại từ ngày đó trở đi."), field="on")

    unit.placements.filter(valid_to=None).update(valid_to=on - timedelta(days=1))
    placement = UnitPlacement.objects.create(unit=unit, parent=parent, valid_from=on)
    payload = {"parent": parent.code, "from": on}
    ledger.append(unit.stream, verb="move", payload=payload, at=at, by_id=by.account_id)
    return placement
