"""Addresses of the desk: today's work, taking dossiers in, one dossier."""

from motcua.surfaces.desk import dossier_urls, intake_urls, work_urls

app_name = "desk"

urlpatterns = [*work_urls.urlpatterns, *intake_urls.urlpatterns, *dossier_urls.urlpatterns]
