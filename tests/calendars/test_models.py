from datetime import date

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from motcua.calendars.models import CalendarVersion, CalendarYear, UnitDay, UnitHours
from motcua.organisation.models import Unit
from tests.factories.calendars import (
    CalendarYearFactory,
    DayOffFactory,
    UnitDayFactory,
    UnitHoursFactory,
    WorkedDayFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return Unit.objects.create(
        code="U1", name="Xã An Thạnh", short_name="An Thạnh", level="commune", kind="xa",
        valid_from=date(2025, 7, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda unit: CalendarYearFactory(year=1999), "calendar_year_in_range"),
        (lambda unit: CalendarYearFactory(status="perhaps"), "calendar_year_status_known"),
        (lambda unit: DayOffFactory(kind="sick"), "day_off_kind_known"),
        (lambda unit: DayOffFactory(name_vi=""), "day_off_has_a_name"),
        (lambda unit: UnitHoursFactory(weekday=7), "unit_hours_weekday"),
        (lambda unit: UnitHoursFactory(valid_to=date(2025, 1, 1)), "unit_hours_end_after_they_begin"),
        (lambda unit: UnitDayFactory(unit=unit, reason=""), "unit_day_has_a_reason"),
        (lambda unit: CalendarVersion.objects.create(pk=2, stamp="x"), "calendar_version_is_one_row"),
    ],
)
def test_the_database_refuses(unit, make, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make(unit)


@pytest.mark.parametrize("make", [lambda unit: UnitHoursFactory(), lambda unit: UnitDayFactory(unit=unit)])
def test_the_database_refuses_a_second_row_for_the_same_day(unit, make):
    make(unit)

    with pytest.raises(IntegrityError):
        make(unit)


def test_a_day_of_another_year_is_pointed_out():
    off = DayOffFactory.build(year=CalendarYearFactory(year=2031))
    worked = WorkedDayFactory.build(year=CalendarYearFactory(year=2032))

    for row in (off, worked):
        with pytest.raises(ValidationError, match="không thuộc năm"):
            row.clean()


def test_hours_that_cannot_be_read_are_pointed_out(unit):
    row = UnitDayFactory.build(unit=unit, spans=[["11:30", "07:30"]])

    with pytest.raises(ValidationError, match="theo thứ tự"):
        row.full_clean()


def test_the_administrator_s_tables_are_whole():
    tables = {
        model: page for model, page in admin.site._registry.items() if model._meta.app_label == "calendars"
    }

    assert set(tables) == {CalendarYear, UnitHours, UnitDay}
    assert [page.check() for page in tables.values()] == [[], [], []]
