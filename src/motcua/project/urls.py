"""Addresses: Vietnamese paths, English names."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path

from motcua.project.health import health


def mark(_request: HttpRequest) -> HttpResponse:
    """The picture that browsers ask for where a page names none, as those of the administration."""
    return redirect(static("components/mark.svg"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("suc-khoe", health, name="health"),
    path("favicon.ico", mark, name="mark"),
    path("quan-tri/", admin.site.urls),
    path("dieu-hanh/", include("motcua.surfaces.board.urls")),
    path("ban-lam-viec/", include("motcua.surfaces.desk.urls")),
    path("", include("motcua.surfaces.portal.urls")),
]

handler400 = "motcua.project.refused.bad_request"
