"""Addresses of the reform chain (cải cách hành chính), one file for each part of it."""

from django.urls import include, path

urlpatterns = [
    path("", include("motcua.surfaces.board.directives.urls")),
    path("", include("motcua.surfaces.board.initiatives.urls")),
    path("", include("motcua.surfaces.board.replication.urls")),
    path("", include("motcua.surfaces.board.reports.urls")),
    path("", include("motcua.surfaces.board.oversight.urls")),
]
