"""Administration pages for accounts; people are only looked at, because their changes need a history."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from motcua.identity import queries, services
from motcua.identity.models import Account, Person
from motcua.kernel.read_only_admin import ReadOnlyAdmin

admin.site.unregister(Group)  # what somebody may do comes from posts


class NewAccountForm(AdminUserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = Account
        fields = ("username", "display_name", "phone")


@admin.register(Account)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts: who may sign in. What is done to one has its history, and none is deleted."""

    add_form = NewAccountForm
    list_display = ("username", "display_name", "phone", "is_active")
    list_filter = ("is_active",)
    search_fields = ("username", "display_name", "phone")
    ordering = ("username",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Người dùng", {"fields": ("display_name", "phone", "email")}),
        ("Quyền", {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = (
        (
            None,
            {"fields": ("username", "display_name", "phone", "usable_password", "password1", "password2")},
        ),
    )

    def save_model(self, request: Any, obj: Account, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if form.changed_data:
            services.record_account_change(
                account=obj, fields=form.changed_data, by=request.user, at=timezone.now(), opened=not change
            )

    def user_change_password(self, request: Any, id: str, form_url: str = "") -> Any:
        with transaction.atomic():  # the password and its history, or neither
            before = self.get_object(request, unquote(id))
            answer = super().user_change_password(request, id, form_url)
            after = self.get_object(request, unquote(id))
            if before and after and before.password != after.password:
                services.record_account_change(
                    account=after, fields=["password"], by=request.user, at=timezone.now()
                )
        return answer

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Person)
class PersonAdmin(ReadOnlyAdmin):
    """People, found as at the desk and never changed here."""

    list_display = ("full_name", "birth_on", "birth_year", "address")
    search_fields = ("full_name",)
    search_help_text = "Số định danh, số điện thoại, hoặc họ tên và năm sinh"
    show_full_result_count = False

    def get_search_results(
        self, request: Any, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        if not search_term:
            return queryset.none(), False
        found = [person.pk for person in queries.find_people(search_term, limit=50)]
        return queryset.filter(pk__in=found), False
