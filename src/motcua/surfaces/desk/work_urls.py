"""Today's work, lists, signing, look-ups."""

from django.urls import URLPattern, URLResolver, path

from motcua.surfaces.desk.views import (
    lists,
    people,
    procedures,
    register,
    saved_views,
    signing,
    work,
    work_actions,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", work.home, name="home"),
    path("viec/<int:pk>/<str:verb>/", work_actions.quick, name="quick"),
    path("cho-tiep-nhan/", lists.waiting, name="waiting"),
    path("cho-ky/", signing.signing, name="signing"),
    path("cho-tra/", lists.returning, name="returning"),
    path("cho-tra/<int:pk>/", lists.return_one, name="return_one"),
    path("ho-so/", lists.dossiers, name="dossiers"),
    path("ho-so/danh-sach/luu/", saved_views.save, name="view_save"),
    path("ho-so/danh-sach/<int:pk>/bo/", saved_views.delete, name="view_delete"),
    path("nguoi-dan/", people.people, name="people"),
    path("nguoi-dan/<int:pk>/", people.person, name="person"),
    path("nguoi-dan/<int:pk>/so/", people.reveal, name="person_number"),
    path("nguoi-dan/<int:pk>/gop/", people.merge, name="person_merge"),
    path("thu-tuc/", procedures.procedures, name="procedures"),
    path("thu-tuc/<slug:slug>/", procedures.procedure, name="procedure"),
    path("so-theo-doi/", register.register, name="register"),
    path("so-theo-doi/ban-in/", register.register_pdf, name="register_pdf"),
]
