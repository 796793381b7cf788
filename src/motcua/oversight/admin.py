"""Administration pages: to look at; what is changed has its history, and is changed by the services."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from motcua.kernel.read_only_admin import ReadOnlyAdmin
from motcua.oversight.models import AwardRound, BacklogBlock, Commendation, Inspection


@admin.register(AwardRound)
class AwardRoundAdmin(ReadOnlyAdmin):
    list_display = ("title", "unit", "period", "state")
    list_filter = ("state",)
    list_select_related = ("unit",)
    search_fields = ("title",)


@admin.register(Commendation)
class CommendationAdmin(ReadOnlyAdmin):
    list_display = ("code", "recipient", "kind", "unit", "decision")
    list_filter = ("kind",)
    list_select_related = ("unit", "decision")
    search_fields = ("recipient",)


@admin.register(Inspection)
class InspectionAdmin(ReadOnlyAdmin):
    """A surprise plan is a secret here too, until it starts."""

    list_display = ("title", "unit", "kind", "state", "decision_number")
    list_filter = ("kind", "state")
    list_select_related = ("unit",)

    def get_queryset(self, request: Any) -> "QuerySet[Inspection]":
        rows = Inspection.objects.all()
        return rows.exclude(pk__in=rows.secret().values("pk"))


@admin.register(BacklogBlock)
class BacklogBlockAdmin(ReadOnlyAdmin):
    list_display = ("fonds", "unit", "volume_dm", "deadline_on")
    list_select_related = ("unit",)
    search_fields = ("fonds",)
