"""Any calendar that an office could have, and any moment in it."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from motcua.calendars.assembly import OwnDay, Week, WeekdayHours, YearPlan, assemble
from motcua.calendars.hours import DayNote, NoteKind
from motcua.calendars.national import national_calendar
from motcua.calendars.working_time import TimeLimit, TimeUnit, WorkingCalendar

YEAR = 2026
FIRST = date(YEAR, 1, 1)
DAYS = 365

MORNING_AND_AFTERNOON = [
    ((7 * 60 + 30, 11 * 60 + 30), (13 * 60, 17 * 60)),
    ((7 * 60, 11 * 60), (13 * 60, 17 * 60)),
    ((7 * 60, 11 * 60 + 30), (13 * 60 + 30, 17 * 60)),
    ((7 * 60 + 30, 11 * 60 + 30), (13 * 60 + 30, 17 * 60)),
]
HALF_DAYS = [((7 * 60 + 30, 11 * 60 + 30),), ((13 * 60, 17 * 60),)]
EVENINGS = [((7 * 60 + 30, 11 * 60 + 30), (13 * 60, 17 * 60), (18 * 60, 20 * 60)), ((17 * 60, 21 * 60),)]

days = st.integers(0, DAYS - 1).map(lambda n: FIRST + timedelta(days=n))
spans = st.sampled_from([(), *MORNING_AND_AFTERNOON, *HALF_DAYS, *EVENINGS])


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """The year 2026 of an office with hours, holidays, swaps, half days and evenings of its own."""
    usual = draw(st.sampled_from(MORNING_AND_AFTERNOON))
    week = [WeekdayHours(weekday, usual, FIRST) for weekday in range(5)]
    week.append(WeekdayHours(5, draw(spans), FIRST))
    week.append(WeekdayHours(2, draw(spans), FIRST + timedelta(days=draw(st.integers(0, DAYS)))))
    holidays = draw(st.sets(days, max_size=30))
    plan = YearPlan(
        year=YEAR,
        days_off={day: DayNote(NoteKind.HOLIDAY, "Lễ") for day in holidays},
        worked_days=dict.fromkeys(draw(st.sets(days, max_size=5))),
    )
    own = {day: OwnDay(draw(spans), "Việc riêng") for day in draw(st.sets(days, max_size=8))}
    return assemble([plan], week=Week([week]), around=FIRST, own_days=own)


national = st.just(national_calendar())
moments = st.integers(0, 200 * 24 * 60).map(lambda minute: datetime(YEAR, 1, 1) + timedelta(minutes=minute))
limits = st.one_of(
    st.just(TimeLimit(0, TimeUnit.IMMEDIATE)),
    st.integers(1, 60).map(lambda n: TimeLimit(n, TimeUnit.HOUR)),
    st.integers(1, 30).map(lambda n: TimeLimit(n, TimeUnit.WORKING_DAY)),
    st.integers(1, 60).map(lambda n: TimeLimit(n, TimeUnit.CALENDAR_DAY)),
)
