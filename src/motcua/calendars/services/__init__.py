from motcua.calendars.services.close_day import close_day
from motcua.calendars.services.load_national import load_national
from motcua.calendars.services.publish_year import publish_year
from motcua.calendars.services.set_day import set_day
from motcua.calendars.services.set_hours import set_hours

__all__ = ["close_day", "load_national", "publish_year", "set_day", "set_hours"]
