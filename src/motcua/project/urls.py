"""Addresses: Vietnamese paths, English names."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from motcua.project.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("suc-khoe", health, name="health"),
    path("quan-tri/", admin.site.urls),
    path("dieu-hanh/", include("motcua.surfaces.board.urls")),
    path("ban-lam-viec/", include("motcua.surfaces.desk.urls")),
    path("", include("motcua.surfaces.portal.urls")),
]
