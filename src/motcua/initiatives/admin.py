"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from django.contrib import admin

from motcua.initiatives.models import Adoption, Council, Initiative, ModelCase, Replication, Round
from motcua.kernel.read_only_admin import ReadOnlyAdmin


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
