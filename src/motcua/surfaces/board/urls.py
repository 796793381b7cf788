"""Addresses of the board (điều hành)."""

from django.urls import include, path

from motcua.surfaces.board.views import board, dossiers, report

app_name = "board"

urlpatterns = [
    path("", board.board, name="board"),
    path("don-vi/", board.units, name="units"),
    path("ho-so/", dossiers.dossiers, name="dossiers"),
    path("bieu-06a/", report.report, name="report"),
    path("bieu-06a/<str:form>/", report.download, name="report_file"),
    path("cai-cach/", include("motcua.surfaces.board.reform_urls")),
]
