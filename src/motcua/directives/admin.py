"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from django.contrib import admin

from motcua.directives.models import Conference, Directive, Task
from motcua.kernel.read_only_admin import ReadOnlyAdmin


@admin.register(Directive)
class DirectiveAdmin(ReadOnlyAdmin):
    list_display = ("number", "kind", "state", "issuer", "keeper", "issued_on", "abstract")
    list_filter = ("kind", "state", "year")
    list_select_related = ("issuer", "keeper")
    search_fields = ("number", "abstract", "search_text")


@admin.register(Task)
class TaskAdmin(ReadOnlyAdmin):
    list_display = ("directive", "number", "lead_unit", "deadline_on", "state")
    list_filter = ("state",)
    list_select_related = ("directive", "lead_unit")
    search_fields = ("content", "directive__number")


@admin.register(Conference)
class ConferenceAdmin(ReadOnlyAdmin):
    list_display = ("title", "held_on", "unit", "chair_name")
    list_select_related = ("unit",)
    search_fields = ("title",)
