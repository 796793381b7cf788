"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from typing import Any

from django.contrib import admin

from motcua.reporting.models import Obligation, Report


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


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
