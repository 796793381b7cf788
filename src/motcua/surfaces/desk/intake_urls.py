"""Taking a dossier in."""

from django.urls import URLPattern, URLResolver, path

from motcua.surfaces.desk.views import intake, intake_done, intake_parts, intake_registered

urlpatterns: list[URLPattern | URLResolver] = [
    path("nhan-ho-so/", intake.intake, name="intake"),
    path("nhan-ho-so/nguoi/", intake_parts.people, name="intake_people"),
    path("nhan-ho-so/thu-tuc/", intake_parts.procedures, name="intake_procedures"),
    path("nhan-ho-so/ben-canh/", intake_parts.live, name="intake_live"),
    path("nhan-ho-so/tep/", intake_parts.files, name="intake_files"),
    path("nhan-ho-so/luu/", intake_parts.draft, name="intake_draft"),
    path("nhan-ho-so/bo/<str:key>/", intake_parts.drop, name="intake_drop"),
    path("nhan-ho-so/da-nhan/<int:pk>/", intake_done.intake_done, name="intake_done"),
    path("nhan-ho-so/da-nhan/<int:pk>/thu-phi/", intake_done.intake_collect, name="intake_collect"),
    path("nhan-ho-so/da-nhan/<int:pk>/chuyen/", intake_done.intake_transfer, name="intake_transfer"),
    path("cho-tiep-nhan/<int:pk>/", intake_registered.accept_registered, name="accept_registered"),
]
