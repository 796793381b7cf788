"""Addresses of replication (nhân rộng)."""

from django.urls import URLPattern, path

from motcua.surfaces.board.replication.views import cell, matrix, own

urlpatterns: list[URLPattern] = [
    path("nhan-rong/", matrix.matrix, name="matrix"),
    path("nhan-rong/bang-tinh/", matrix.matrix_file, name="matrix_file"),
    path("nhan-rong/nhac/", matrix.matrix_remind, name="matrix_remind"),
    path("nhan-rong/o/<int:unit_pk>/<int:initiative_pk>/", cell.matrix_cell, name="matrix_cell"),
    path("nhan-rong/don-vi/", own.adoption_list, name="adoption_list"),
    path(
        "nhan-rong/o/<int:unit_pk>/<int:initiative_pk>/tra-loi/", cell.adoption_answer, name="adoption_answer"
    ),
    path("nhan-rong/o/<int:unit_pk>/<int:initiative_pk>/buoc/", cell.adoption_step, name="adoption_step"),
    path("nhan-rong/o/<int:unit_pk>/<int:initiative_pk>/luot/", cell.case_enter, name="case_enter"),
    path("nhan-rong/luot/<int:pk>/huy/", cell.case_cancel, name="case_cancel"),
    path("nhan-rong/luot/bang-tinh/", own.case_import, name="case_import"),
    path("nhan-rong/luot/mau/", own.case_template, name="case_template"),
]
