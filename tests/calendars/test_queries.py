from datetime import date, datetime

import pytest
from django.db import connection, transaction

from motcua.calendars import queries, services
from motcua.calendars.models import CalendarYear, DayOff, UnitDay, UnitHours
from motcua.calendars.national import national_calendar
from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished, TimeLimit
from motcua.organisation.models import Unit, UnitPlacement
from tests.factories.calendars import CalendarYearFactory, UnitDayFactory, UnitHoursFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
MONDAY = datetime(2026, 11, 23, 9)
SHORT = [["07:30", "11:30"], ["13:30", "17:00"]]


@pytest.fixture(autouse=True)
def stored_calendar(db):
    services.load_national()


def unit(code="U1", *, under=None):
    made = Unit.objects.create(
        code=code, name=f"Xã {code}", short_name=code, level="commune", kind="xa", valid_from=date(2025, 7, 1)
    )
    if under:
        UnitPlacement.objects.create(unit=made, parent=under, valid_from=date(2025, 7, 1))
    return made


def due(of, limit="3wd", received=MONDAY):
    calendar = calendar_for(of.pk if of else None, received.date())
    return calendar.due(received, TimeLimit.parse(limit))


def test_what_is_stored_counts_like_what_comes_with_the_package():
    stored, package = calendar_for(None, TODAY), national_calendar()

    assert (stored.first_day, stored.last_day) == (package.first_day, package.last_day)
    assert [day.spans for day in stored.hours] == [day.spans for day in package.hours]
    assert (stored.notes, stored.provisional_years) == (package.notes, package.provisional_years)


def test_asking_again_costs_one_query_and_gives_the_same_calendar(django_assert_num_queries):
    plain = unit()
    first = calendar_for(None, TODAY)

    with django_assert_num_queries(1):
        assert calendar_for(None, TODAY) is first
    with django_assert_num_queries(1):
        assert calendar_for(plain.pk, date(2025, 3, 3)) is first


def test_a_unit_s_own_hours_and_days_are_its_own():
    own, other = unit("U1"), unit("U2")
    UnitHoursFactory(unit=own)
    UnitDayFactory(unit=own)

    assert due(own) == datetime(2026, 11, 28, 9)
    assert due(own, received=datetime(2026, 11, 27, 16), limit="2h") == datetime(2026, 11, 28, 8, 30)
    assert due(other) == datetime(2026, 11, 27, 9)


def test_hours_of_a_unit_hold_below_it_but_not_beside_it():
    province = unit("P")
    commune, stranger = unit("C", under=province), unit("S")
    for weekday in range(5):
        UnitHoursFactory(unit=province, weekday=weekday, spans=SHORT)

    assert calendar_for(commune.pk, TODAY).standard_minutes == 450
    assert calendar_for(commune.pk, TODAY).spans_on(TODAY) == ((450, 690), (810, 1020))
    assert calendar_for(stranger.pk, TODAY).standard_minutes == 480


def test_a_closed_province_office_does_not_close_its_communes():
    province = unit("P")
    commune = unit("C", under=province)
    UnitDayFactory(unit=province)

    assert due(commune) == datetime(2026, 11, 27, 9)


@pytest.mark.parametrize(
    "change",
    [
        lambda: UnitDay.objects.create(unit=Unit.objects.get(), day=date(2026, 11, 25), reason="bão"),
        lambda: UnitDay.objects.bulk_create(
            [UnitDay(unit=Unit.objects.get(), day=date(2026, 11, 25), reason="bão")]
        ),
        lambda: UnitHours.objects.filter(weekday=2).update(spans=[]),
        lambda: UnitHours.objects.filter(weekday=2).delete(),
        lambda: UnitHours.objects.get(weekday=2).delete(),
    ],
    ids=["create", "bulk_create", "update", "delete many", "delete one"],
)
def test_every_way_to_change_a_calendar_is_seen_at_once(change):
    own = unit()
    assert due(own) == datetime(2026, 11, 27, 9)

    change()

    assert due(own) == datetime(2026, 11, 30, 9)


def test_a_change_by_another_process_is_seen():
    before = due(None)
    with connection.cursor() as cursor:  # as another process would: its own memory, the same tables
        cursor.execute("DELETE FROM calendars_dayoff WHERE day = '2026-11-24'")
        cursor.execute("UPDATE calendars_calendarversion SET stamp = 'changed elsewhere'")

    assert (before, due(None)) == (datetime(2026, 11, 27, 9), datetime(2026, 11, 26, 9))


def test_a_change_that_was_rolled_back_is_forgotten():
    own = unit()
    with transaction.atomic():
        UnitDayFactory(unit=own)
        seen_inside = due(own)
        transaction.set_rollback(True)

    assert (seen_inside, due(own)) == (datetime(2026, 11, 30, 9), datetime(2026, 11, 27, 9))


def test_a_year_that_is_not_stored_is_refused():
    DayOff.objects.filter(year=2027).delete()
    CalendarYear.objects.filter(year=2027).delete()

    with pytest.raises(CalendarNotPublished, match="2027"):
        due(None, limit="60wd")
    with pytest.raises(CalendarNotPublished, match="2040"):
        due(None, received=datetime(2040, 1, 2, 9))


def test_a_gap_in_the_years_is_not_bridged():
    CalendarYearFactory(year=2029)

    with pytest.raises(CalendarNotPublished, match="2028"):
        due(None, limit="400wd")
    assert due(None, received=datetime(2029, 3, 5, 9), limit="1wd") == datetime(2029, 3, 6, 9)


def test_the_plan_of_a_year_can_be_read_back():
    plan = queries.year_plan(2026)

    assert plan.worked_days == {date(2026, 1, 10): date(2026, 1, 2), date(2026, 8, 22): date(2026, 8, 31)}
    assert queries.year_plan(2018) is None
