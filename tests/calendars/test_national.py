from datetime import date, timedelta

from motcua.calendars.national import national_calendar, published


def test_nine_years_come_with_the_package_and_the_last_is_provisional():
    calendar = national_calendar()

    assert (calendar.first_day, calendar.last_day) == (date(2019, 1, 1), date(2027, 12, 31))
    assert calendar.provisional_years == {2027}
    assert calendar.standard_minutes == 480


def test_the_working_days_of_a_year_are_as_many_as_on_the_wall_calendar():
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]

    working = [day for day in days if national_calendar().is_working_day(day)]

    assert len(working) == 261 - 14 + 2  # weekdays, less the weekdays off, plus two worked Saturdays


def test_each_worked_saturday_stands_for_a_day_off():
    exchanged = {day: instead for plan in published().years for day, instead in plan.worked_days.items()}

    assert exchanged == {
        date(2019, 5, 4): date(2019, 4, 29),
        date(2024, 5, 4): date(2024, 4, 29),
        date(2025, 4, 26): date(2025, 5, 2),
        date(2026, 1, 10): date(2026, 1, 2),
        date(2026, 8, 22): date(2026, 8, 31),
    }
