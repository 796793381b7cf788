"""The pages of ``/quan-tri/`` as one site: its names, and what a search for one of many tells apart."""

from typing import Any, cast

from django.apps import apps
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AdminConfig):
    """Django's administration under our own site; a Vietnamese name is its own plural."""

    default_site = "motcua.project.administration.Administration"

    def ready(self) -> None:
        super().ready()
        admin.site.unregister(apps.get_model("account", "EmailAddress"))  # nobody signs in by one
        for model in apps.get_models():
            if "verbose_name_plural" not in model._meta.original_attrs:
                model._meta.verbose_name_plural = model._meta.verbose_name


class Found(AutocompleteJsonView):
    """Rows found for a field; a page may say with ``told_apart`` more of a row than its name."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        told_apart = getattr(self.model_admin, "told_apart", str)
        return super().serialize_result(obj, to_field_name) | {"text": told_apart(obj)}


class Administration(AdminSite):
    """The administration of this installation."""

    site_title = _("Quản trị Motcua")
    site_header = _("Quản trị Motcua")
    index_title = _("Quản trị")

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return cast(HttpResponse, Found.as_view(admin_site=self)(request))
