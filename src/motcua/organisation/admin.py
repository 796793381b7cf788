"""Administration pages for units, posts and delegations; what needs a history goes through the services."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Case, F, When
from django.utils import timezone

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import day, search_form
from motcua.organisation import queries, services
from motcua.organisation.models import Delegation, Hamlet, Staff, Unit


class ServiceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form whose last check is the service itself, so that its refusal stands above the fields."""

    by: ClassVar[Account]

    def serve(self, facts: dict[str, Any]) -> Any:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.instance = self.serve({**facts, "by": self.by, "at": timezone.now()})
            except Refusal as refusal:
                raise ValidationError(str(refusal)) from refusal
        return facts


class PostForm(ServiceForm):
    class Meta:
        model = Staff
        fields = ("account", "unit", "division", "role", "title_vi", "valid_from", "valid_to")

    def serve(self, facts: dict[str, Any]) -> Staff:
        return services.appoint(
            account_id=facts["account"].pk,
            unit_id=facts["unit"].pk,
            division_id=facts["division"].pk if facts["division"] else None,
            role=facts["role"],
            title_vi=facts["title_vi"],
            first_day=facts["valid_from"],
            last_day=facts["valid_to"],
            by=facts["by"],
            at=facts["at"],
        )


class EndOfPostForm(ServiceForm):
    valid_to = forms.DateField(label="Đến hết ngày")

    class Meta:
        model = Staff
        fields = ("valid_to",)

    def serve(self, facts: dict[str, Any]) -> Staff:
        return services.end_post(
            post_id=self.instance.pk, last_day=facts["valid_to"], by=facts["by"], at=facts["at"]
        )


class DelegationForm(ServiceForm):
    class Meta:
        model = Delegation
        fields = ("post", "delegate", "document", "valid_from", "valid_to")

    def serve(self, facts: dict[str, Any]) -> Delegation:
        return services.delegate(
            post_id=facts["post"].pk,
            delegate_id=facts["delegate"].pk,
            document=facts["document"],
            first_day=facts["valid_from"],
            last_day=facts["valid_to"],
            by=facts["by"],
            at=facts["at"],
        )


class EndOfDelegationForm(ServiceForm):
    class Meta:
        model = Delegation
        fields = ("valid_to",)

    def serve(self, facts: dict[str, Any]) -> Delegation:
        return services.end_delegation(
            delegation_id=self.instance.pk, last_day=facts["valid_to"], by=facts["by"], at=facts["at"]
        )


class ServiceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Adds by one service and ends by another; nothing is deleted."""

    add_form: type[ServiceForm]
    end_form: type[ServiceForm]

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        chosen = self.end_form if obj else self.add_form
        form: Any = super().get_form(
            request,
            obj,
            change,
            form=chosen,
            **{**kwargs, "fields": chosen.Meta.fields},  # type: ignore[attr-defined]
        )
        form.by = request.user
        return form

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        return (self.end_form if obj else self.add_form).Meta.fields  # type: ignore[attr-defined]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """The service has saved it."""

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Staff)
class StaffAdmin(ServiceAdmin):
    add_form, end_form = PostForm, EndOfPostForm
    list_display = ("account", "role", "title_vi", "unit", "division", "valid_from", "valid_to")
    list_filter = ("role",)
    list_select_related = ("account", "unit", "division")
    search_fields = ("account__display_name", "account__username")
    autocomplete_fields = ("account", "unit", "division")


@admin.register(Delegation)
class DelegationAdmin(ServiceAdmin):
    add_form, end_form = DelegationForm, EndOfDelegationForm
    list_display = ("post", "delegate", "document", "valid_from", "valid_to")
    autocomplete_fields = ("post", "delegate")


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Units: only how to reach them is edited; they begin, move and end by services."""

    list_display = ("code", "name", "level", "kind", "agency_code", "valid_from", "valid_to")
    list_filter = ("level", "kind")
    search_fields = ("code", "name", "search_name")
    ordering = ("code",)
    fields = ("code", "name", "level", "kind", "agency_code", "valid_from", "valid_to", "phone", "address")
    readonly_fields = ("code", "name", "level", "kind", "valid_from", "valid_to")

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """The unit whose code or name was typed stands first, an ended one last."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        words = search_form(search_term)
        nearest = Case(
            When(code=search_term.strip(), then=0), When(search_name__endswith=words, then=1), default=2
        )
        return found.order_by(nearest, F("valid_to").desc(nulls_first=True), "code"), duplicates

    def told_apart(self, unit: Unit) -> str:
        """Many communes share a name: say where each lies, its code, and whether it ended."""
        last = min(unit.valid_to or timezone.localdate(), timezone.localdate())
        above = [step.name_in_sentence for step in queries.ancestors(unit, on=last)]
        ended = [f"đến {day(unit.valid_to)}"] if unit.valid_to else []
        return f"{', '.join([unit.name, *above])} ({', '.join([unit.code, *ended])})"

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Hamlet)
class HamletAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "kind", "unit")
    search_fields = ("name",)
    autocomplete_fields = ("unit",)
