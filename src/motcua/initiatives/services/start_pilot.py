from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.initiatives import rules
from motcua.initiatives.acting import WrongState, advance, change, not_now, take
from motcua.initiatives.inputs import PilotInput
from motcua.initiatives.models import Initiative, PilotCount
from motcua.initiatives.states import State
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer


class WrongCount(Refusal):
    """A counter that this pilot does not have, or a figure that cannot be."""


@transaction.atomic
def start_pilot(*, initiative_id: int, pilot: PilotInput, by: Officer, at: datetime) -> Initiative:
    """Begin to try an initiative out (thí điểm): where, from when, by whom, and what is counted.

    Raises:
        Incomplete, WrongDay, WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("start_pilot", initiative_id=initiative_id, by=by)
    rules.require_pilot(pilot)
    initiative.pilot_from, initiative.pilot_to = pilot.begins_on, pilot.ends_on
    initiative.pilot_area, initiative.pilot_person = clean(pilot.area), clean(pilot.person)
    initiative.pilot_counters = list(dict.fromkeys(filter(None, map(clean, pilot.counters))))
    return advance(initiative, "start_pilot", by=by, at=at, counters=initiative.pilot_counters)


@transaction.atomic
def count_pilot(
    *,
    initiative_id: int,
    counter: str,
    counted_on: date,
    quantity: int,
    by: Officer,
    at: datetime,
    note: str = "",
    key: str = "",
) -> PilotCount:
    """Write down what one counter showed on a day of the pilot.

    Args:
        key: of the form (32 letters at most); the same form sent again gives the same count.
    Raises:
        WrongCount, WrongDay, WrongState, NotAllowed: as their sentences say.
    """
    initiative = take("count_pilot", initiative_id=initiative_id, by=by)
    known = PilotCount.objects.filter(entered_by=by.account_id, key=key[:32]).first() if key else None
    if known is not None:
        return known
    if initiative.state != State.PILOTING:
        raise WrongState(not_now("count_pilot", initiative))
    if counter not in initiative.pilot_counters:
        raise WrongCount(_("Chọn một số liệu của đợt thí điểm này."), field="counter")
    if quantity < 0:
        raise WrongCount(_("Số lượng không thể âm."), field="quantity")
    _require_day(initiative, counted_on, today=timezone.localdate(at))
    count = PilotCount.objects.create(
        initiative=initiative,
        counter=counter,
        counted_on=counted_on,
        quantity=quantity,
        note=clean(note),
        key=key[:32],
        entered_at=at,
        entered_by_id=by.account_id,
    )
    change(
        initiative, "count_pilot", by=by, at=at, counter=counter, on=counted_on.isoformat(), quantity=quantity
    )
    return count


def _require_day(initiative: Initiative, on: date, *, today: date) -> None:
    begins = initiative.pilot_from
    if begins and on < begins:
        raise rules.WrongDay(
            _("Thí điểm bắt đầu ngày %(day)s, không ghi số liệu trước ngày đó.") % {"day": day(begins)},
            field="counted_on",
        )
    if on > today:
        raise rules.WrongDay(_("Ngày này chưa tới."), field="counted_on")
