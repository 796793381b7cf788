"""The administrator's tables: the announcement of a year comes late and has to be typed in somewhere."""

from django.contrib import admin

from motcua.calendars.models import CalendarYear, DayOff, UnitDay, UnitHours, WorkedDay


class DaysOff(admin.TabularInline):  # type: ignore[type-arg]  # Django takes no argument here
    model = DayOff
    extra = 0
    ordering = ["day"]


class WorkedDays(admin.TabularInline):  # type: ignore[type-arg]  # Django takes no argument here
    model = WorkedDay
    extra = 0
    ordering = ["day"]


@admin.register(CalendarYear)
class CalendarYearAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django takes no argument here
    list_display = ["year", "status", "source"]
    ordering = ["-year"]
    inlines = [DaysOff, WorkedDays]


@admin.register(UnitHours)
class UnitHoursAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django takes no argument here
    list_display = ["unit", "weekday", "spans", "valid_from", "valid_to"]
    list_select_related = ["unit"]
    raw_id_fields = ["unit"]
    ordering = ["unit", "weekday", "-valid_from"]


@admin.register(UnitDay)
class UnitDayAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # Django takes no argument here
    list_display = ["unit", "day", "spans", "reason"]
    list_select_related = ["unit"]
    raw_id_fields = ["unit"]
    ordering = ["-day"]
