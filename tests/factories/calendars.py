from datetime import date

import factory

from motcua.calendars.models import CalendarYear, DayOff, UnitDay, UnitHours, WorkedDay

MORNING = [["07:30", "11:30"]]


class CalendarYearFactory(factory.django.DjangoModelFactory):
    """A year whose calendar is announced."""

    class Meta:
        model = CalendarYear

    class Params:
        provisional = factory.Trait(status=CalendarYear.Status.PROVISIONAL)

    year = factory.Sequence(lambda n: 2030 + n)
    status = CalendarYear.Status.PUBLISHED


class DayOffFactory(factory.django.DjangoModelFactory):
    """A public holiday of 2030."""

    class Meta:
        model = DayOff

    year = factory.SubFactory(CalendarYearFactory, year=2030)
    day = date(2030, 9, 2)
    kind = DayOff.Kind.HOLIDAY
    name_vi = "Quốc khánh"


class WorkedDayFactory(factory.django.DjangoModelFactory):
    """A Saturday of 2030 that is worked."""

    class Meta:
        model = WorkedDay

    year = factory.SubFactory(CalendarYearFactory, year=2030)
    day = date(2030, 8, 24)


class UnitHoursFactory(factory.django.DjangoModelFactory):
    """Common hours: Saturday mornings from 2026 on; give a ``unit`` for its own."""

    class Meta:
        model = UnitHours

    weekday = 5
    spans = MORNING
    valid_from = date(2026, 1, 1)


class UnitDayFactory(factory.django.DjangoModelFactory):
    """A unit closes on Thursday 26/11/2026; give the ``unit``."""

    class Meta:
        model = UnitDay

    day = date(2026, 11, 26)
    spans: list[list[str]] = []
    reason = "tập huấn toàn cơ quan"
