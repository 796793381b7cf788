"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from django.contrib import admin

from motcua.kernel.read_only_admin import ReadOnlyAdmin
from motcua.reporting.models import Obligation, Report


@admin.register(Obligation)
class ObligationAdmin(ReadOnlyAdmin):
    list_display = ("unit", "form", "collector", "starts_on", "ends_on", "due_day", "cut_off_day")
    list_filter = ("form",)
    list_select_related = ("unit", "collector")
    search_fields = ("unit__name", "unit__code")


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = ("unit", "form", "period", "due_on", "first_sent_at", "consolidated")
    list_filter = ("form", "period")
    list_select_related = ("unit",)
    search_fields = ("unit__name", "unit__code")
