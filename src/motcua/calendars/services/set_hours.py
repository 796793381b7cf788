from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.access import require_keeper
from motcua.calendars.hours import BadHours, Spans, day_hours, write_spans
from motcua.calendars.models import UnitHours
from motcua.kernel import ledger
from motcua.organisation.access import Officer


@transaction.atomic
def set_hours(
    *,
    unit_id: int | None,
    week: Mapping[int, Spans],
    valid_from: date,
    valid_to: date | None = None,
    by: Officer,
    at: datetime,
) -> list[UnitHours]:
    """Set the hours of some weekdays from a day on (đặt giờ làm việc), for a season if they have an end.

    Args:
        unit_id: whose hours; ``None`` for the common ones.
        week: sessions by weekday, Monday is 0; ``()`` closes a weekday; weekdays left out stay as they are.
    Raises:
        NotAllowed: the officer does not keep this calendar.
        BadHours: sessions out of order, an unknown weekday, or an end before the beginning.
    """
    require_keeper(by, unit_id=unit_id)
    if valid_to is not None and valid_to < valid_from:
        raise BadHours(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="valid_to")
    if not week or not set(week) <= set(range(7)):
        raise BadHours(_("Chọn ít nhất một ngày trong tuần, từ Thứ Hai đến Chủ Nhật."), field="week")
    rows = []
    for weekday, spans in sorted(week.items()):
        begun: dict[str, Any] = {"unit_id": unit_id, "weekday": weekday, "valid_from": valid_from}
        row, _created = UnitHours.objects.update_or_create(
            **begun,
            defaults={"spans": write_spans(day_hours(spans).spans), "valid_to": valid_to},
        )
        rows.append(row)
    ledger.append(
        f"hours:{unit_id or 'common'}",
        verb="set_hours",
        payload={
            "week": {str(row.weekday): row.spans for row in rows},
            "valid_from": valid_from.isoformat(),
            "valid_to": valid_to.isoformat() if valid_to else "",
        },
        at=at,
        by_id=by.account_id,
    )
    return rows
