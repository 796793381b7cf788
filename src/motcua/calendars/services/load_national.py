from django.db import transaction

from motcua.calendars.assembly import WeekdayHours
from motcua.calendars.hours import write_spans
from motcua.calendars.models import CalendarYear, UnitHours
from motcua.calendars.national import published
from motcua.calendars.services.publish_year import store


@transaction.atomic
def load_national() -> list[int]:
    """Store the announced years and the usual hours that come with the package; return the years stored now.

    Safe to run again: a year that is already there stays as its administrator left it, unless it was
    provisional and the package has learnt the announcement; hours stay once there are any.
    """
    known = published()
    statuses = dict(CalendarYear.objects.values_list("year", "status"))
    unknown = [
        plan
        for plan in known.years
        if plan.year not in statuses
        or (statuses[plan.year] == CalendarYear.Status.PROVISIONAL and not plan.provisional)
    ]
    if unknown:
        store(*((plan, known.sources[plan.year]) for plan in unknown))
    if not UnitHours.objects.filter(unit=None).exists():
        UnitHours.objects.bulk_create(map(_common, known.usual_hours))
    return [plan.year for plan in unknown]


def _common(hours: WeekdayHours) -> UnitHours:
    return UnitHours(
        weekday=hours.weekday,
        spans=write_spans(hours.spans),
        valid_from=hours.valid_from,
        valid_to=hours.valid_to,
    )
