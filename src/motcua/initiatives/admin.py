"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from typing import Any

from django.contrib import admin

from motcua.initiatives.models import Adoption, Council, Initiative, ModelCase, Replication, Round


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


@admin.register(Replication)
class ReplicationAdmin(ReadOnlyAdmin):
    list_display = ("directive", "initiative", "group", "mandatory")
    list_select_related = ("directive", "initiative")


@admin.register(Adoption)
class AdoptionAdmin(ReadOnlyAdmin):
    list_display = ("unit", "initiative", "state", "from_on", "answered_at")
    list_select_related = ("unit", "initiative")


@admin.register(ModelCase)
class ModelCaseAdmin(ReadOnlyAdmin):
    list_display = ("code", "unit", "initiative", "happened_on", "quantity", "cancelled_at")
    list_select_related = ("unit", "initiative")
