from datetime import date, datetime

from motcua.calendars.models import UnitDay
from motcua.calendars.services.set_day import set_day
from motcua.organisation.access import Officer


def close_day(*, unit_id: int, day: date, reason: str, by: Officer, at: datetime) -> UnitDay:
    """Close a unit for one day (nghỉ cả ngày): what it receives counts from the next opening.

    Raises: as ``set_day``.
    """
    return set_day(unit_id=unit_id, day=day, spans=(), reason=reason, by=by, at=at)
