"""Addresses of models and initiatives (mô hình, sáng kiến), their rounds and councils."""

from django.urls import URLPattern, path

from motcua.surfaces.board.initiatives.views import (
    acts,
    councils,
    initiative,
    lists,
    recognition,
    registration,
)

urlpatterns: list[URLPattern] = [
    path("sang-kien/", lists.initiative_list, name="initiative_list"),
    path("sang-kien/so/", lists.initiative_register, name="initiative_register"),
    path("sang-kien/dang-ky/", registration.initiative_new, name="initiative_new"),
    path("sang-kien/tuong-tu/", registration.initiative_similar, name="initiative_similar"),
    path("sang-kien/cong-nhan/", recognition.initiative_recognise, name="initiative_recognise"),
    path("sang-kien/dot/", acts.round_new, name="round_new"),
    path("sang-kien/hoi-dong/", councils.council_list, name="council_list"),
    path("sang-kien/hoi-dong/lap/", councils.council_new, name="council_new"),
    path("sang-kien/hoi-dong/tieu-chi/", councils.criteria_new, name="criteria_new"),
    path("sang-kien/hoi-dong/<int:pk>/", councils.council, name="council"),
    path("sang-kien/<int:pk>/", initiative.initiative, name="initiative"),
    path("sang-kien/<int:pk>/sua/", registration.initiative_edit, name="initiative_edit"),
    path("sang-kien/<int:pk>/gui/", registration.initiative_submit, name="initiative_submit"),
    path("sang-kien/<int:pk>/cham/", councils.initiative_score, name="initiative_score"),
    path("sang-kien/<int:pk>/ket-luan/", councils.initiative_conclude, name="initiative_conclude"),
    path("sang-kien/<int:pk>/minh-chung/", acts.initiative_proof, name="initiative_proof"),
    path(
        "sang-kien/<int:pk>/minh-chung/<int:exhibit_pk>/",
        initiative.initiative_exhibit,
        name="initiative_exhibit",
    ),
    path("sang-kien/<int:pk>/giay-to/<slug:paper>/", initiative.initiative_paper, name="initiative_paper"),
    path("sang-kien/<int:pk>/<slug:slug>/", acts.initiative_act, name="initiative_act"),
]
