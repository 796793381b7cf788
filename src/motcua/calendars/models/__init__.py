from motcua.calendars.models.units import UnitDay, UnitHours
from motcua.calendars.models.version import CalendarVersion
from motcua.calendars.models.years import CalendarYear, DayOff, WorkedDay

__all__ = ["CalendarVersion", "CalendarYear", "DayOff", "UnitDay", "UnitHours", "WorkedDay"]
