"""Addresses of periodic reports (báo cáo định kỳ), and of the page that tells a chair how the reform goes."""

from django.urls import URLPattern, path

from motcua.surfaces.board.reports.views import acts, duties, home, lists, report

urlpatterns: list[URLPattern] = [
    path("", home.reform_home, name="reform_home"),
    path("bao-cao/", lists.periodic_list, name="periodic_list"),
    path("bao-cao/giao/", duties.periodic_oblige, name="periodic_oblige"),
    path("bao-cao/che-do/", duties.periodic_duties, name="periodic_duties"),
    path("bao-cao/nhac/", acts.periodic_remind, name="periodic_remind"),
    path("bao-cao/tong-hop/", acts.periodic_consolidate, name="periodic_consolidate"),
    path("bao-cao/mo/<int:obligation_pk>/<str:period>/", acts.periodic_open, name="periodic_open"),
    path("bao-cao/<int:pk>/", report.periodic_report, name="periodic_report"),
    path("bao-cao/<int:pk>/dieu-chinh/", acts.periodic_correct, name="periodic_correct"),
    path("bao-cao/<int:pk>/viec/<slug:slug>/", acts.periodic_act, name="periodic_act"),
    path("bao-cao/<int:pk>/tep/<str:kind>/", report.periodic_file, name="periodic_file"),
]
