from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.access import require_keeper
from motcua.calendars.hours import BadHours, Spans, day_hours, write_spans
from motcua.calendars.models import UnitDay
from motcua.kernel import ledger
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


@transaction.atomic
def set_day(*, unit_id: int, day: date, spans: Spans, reason: str, by: Officer, at: datetime) -> UnitDay:
    """Give one day of a unit hours of its own: half a day, an evening session, duty on a holiday.

    Args:
        spans: all sessions of that day, the usual ones too; ``()`` closes it.
        reason: what citizens read beside the day, for example "tập huấn toàn cơ quan".
    Raises:
        NotAllowed: the officer does not keep this calendar.
        BadHours: the sessions are out of order, or no reason is given.
    """
    require_keeper(by, unit_id=unit_id)
    reason = clean(reason)
    if not reason:
        raise BadHours(_("Ghi lý do để bà con biết vì sao ngày này làm khác thường lệ."), field="reason")
    own, _created = UnitDay.objects.update_or_create(
        unit_id=unit_id, day=day, defaults={"spans": write_spans(day_hours(spans).spans), "reason": reason}
    )
    ledger.append(
        f"hours:{unit_id}",
        verb="set_day",
        payload={"day": day.isoformat(), "spans": own.spans, "reason": reason},
        at=at,
        by_id=by.account_id,
    )
    return own
