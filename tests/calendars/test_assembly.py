from datetime import date

from motcua.calendars.assembly import OwnDay, Week, WeekdayHours, YearPlan, assemble
from motcua.calendars.hours import DayNote, NoteKind

SINCE = date(2026, 1, 1)
LONG, SHORT, MORNING = ((420, 690), (810, 1020)), ((450, 690), (810, 1020)), ((450, 690),)


def week(*rows):
    return Week([list(rows)])


def every_weekday(spans, since=SINCE, until=None):
    return [WeekdayHours(day, spans, since, until) for day in range(5)]


def test_summer_hours_cover_the_usual_ones_and_give_way_when_they_end():
    rows = [*every_weekday(LONG), *every_weekday(SHORT, date(2026, 4, 15), date(2026, 10, 15))]

    hours = Week([rows])

    assert hours.hours(0, date(2026, 4, 14)).spans == LONG
    assert hours.hours(0, date(2026, 4, 15)).spans == SHORT
    assert hours.hours(0, date(2026, 10, 16)).spans == LONG


def test_a_unit_s_own_hours_stand_before_those_above_it():
    own, common = [WeekdayHours(5, MORNING, SINCE)], every_weekday(LONG)

    hours = Week([own, common])

    assert hours.hours(5, SINCE).spans == MORNING
    assert hours.hours(0, SINCE).spans == LONG
    assert hours.hours(6, SINCE).spans == ()


def test_a_working_day_is_what_most_weekdays_have():
    assert Week([every_weekday(LONG), [WeekdayHours(5, MORNING, SINCE)]]).standard_minutes(SINCE) == 480
    assert Week([every_weekday(SHORT)]).standard_minutes(SINCE) == 450
    assert Week([]).standard_minutes(SINCE) == 480


def test_the_working_day_is_that_of_the_day_of_reception():
    hours = Week([[*every_weekday(LONG), *every_weekday(SHORT, date(2026, 4, 15), date(2026, 10, 15))]])
    plan = YearPlan(2026)

    lengths = [assemble([plan], week=hours, around=day).standard_minutes for day in (SINCE, date(2026, 5, 1))]

    assert lengths == [480, 450]


def test_a_worked_saturday_has_the_hours_of_the_day_it_replaces():
    friday, saturday = date(2026, 1, 2), date(2026, 1, 10)
    rows = [*every_weekday(LONG), WeekdayHours(4, MORNING, date(2026, 1, 2)), WeekdayHours(5, MORNING, SINCE)]
    plan = YearPlan(
        2026, days_off={friday: DayNote(NoteKind.SWAPPED_OFF, "")}, worked_days={saturday: friday}
    )

    calendar = assemble([plan], week=Week([rows]), around=SINCE)

    assert calendar.spans_on(saturday) == MORNING
    assert calendar.spans_on(friday) == ()


def test_a_unit_s_own_day_stands_before_holidays():
    tet = date(2026, 2, 17)
    plan = YearPlan(2026, days_off={tet: DayNote(NoteKind.HOLIDAY, "Tết")})

    calendar = assemble(
        [plan], week=week(*every_weekday(LONG)), around=SINCE, own_days={tet: OwnDay(MORNING, "trực Tết")}
    )

    assert calendar.spans_on(tet) == MORNING
    assert calendar.notes[tet] == DayNote(NoteKind.UNIT_HOURS, "trực Tết")


def test_a_calendar_holds_the_run_of_years_around_a_day():
    years = [YearPlan(year) for year in (2020, 2021, 2024, 2025, 2026)]

    spans = [
        (calendar.first_day.year, calendar.last_day.year)
        for calendar in (assemble(years, week=week(), around=date(year, 6, 1)) for year in (2021, 2024, 2022))
    ]

    assert spans == [(2020, 2021), (2024, 2026), (2022, 2021)]
