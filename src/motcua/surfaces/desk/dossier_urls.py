"""One dossier: its page, its moves, its papers."""

from django.urls import URLPattern, URLResolver, path

from motcua.surfaces.desk.views import papers

urlpatterns: list[URLPattern | URLResolver] = [
    path("ho-so/<int:pk>/giay-to/<int:paper_pk>/", papers.paper, name="paper"),
    path("ho-so/<int:pk>/bien-lai/<int:receipt_pk>/", papers.fee_receipt, name="fee_receipt"),
]
