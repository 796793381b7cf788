"""One dossier: its page, its moves, its papers."""

from django.urls import URLPattern, URLResolver, path

from motcua.surfaces.desk.views import dossier, files, moves, papers

urlpatterns: list[URLPattern | URLResolver] = [
    path("ho-so/<int:pk>/", dossier.dossier, name="dossier"),
    path("ho-so/<int:pk>/to-khai/", dossier.dossier_answers, name="dossier_answers"),
    path("ho-so/<int:pk>/so-dinh-danh/", dossier.dossier_number, name="dossier_number"),
    path("ho-so/<int:pk>/giay-to/<int:paper_pk>/", papers.dossier_paper, name="dossier_paper"),
    path("ho-so/<int:pk>/phieu-kiem-soat/", papers.dossier_control_slip, name="dossier_control_slip"),
    path("ho-so/<int:pk>/bien-lai/<int:receipt_pk>/", papers.dossier_receipt, name="dossier_receipt"),
    path("ho-so/<int:pk>/xem-du-thao/", papers.draft_preview, name="draft_preview"),
    path("ho-so/<int:pk>/tep/<int:file_pk>/", files.dossier_file, name="dossier_file"),
    path("ho-so/<int:pk>/tai-tat-ca/", files.dossier_zip, name="dossier_zip"),
    path("ho-so/<int:pk>/<slug:slug>/", moves.move, name="move"),
]
