"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from typing import Any

from django.contrib import admin

from motcua.initiatives.models import Council, Initiative, Round


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Initiative)
class InitiativeAdmin(ReadOnlyAdmin):
    list_display = ("code", "title", "unit_text", "year", "state")
    list_filter = ("state", "kind", "year")
    search_fields = ("code", "title", "search_title")


@admin.register(Round)
class RoundAdmin(ReadOnlyAdmin):
    list_display = ("year", "unit", "opens_on", "closes_on")
    list_select_related = ("unit",)


@admin.register(Council)
class CouncilAdmin(ReadOnlyAdmin):
    list_display = ("name", "unit", "year", "formed_on")
    list_select_related = ("unit",)
