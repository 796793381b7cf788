"""Addresses of the citizens' pages, and of signing in."""

from django.urls import path

from motcua.surfaces.portal.views import follow, home, parts, procedures, sign_in

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("tim/", procedures.search, name="search"),
    path("thu-tuc/", procedures.all_procedures, name="procedures"),
    path("thu-tuc/<slug:slug>/", procedures.procedure, name="procedure"),
    path("theo-doi/", follow.follow, name="follow"),
    path("theo-doi/<str:token>/", follow.follow_by_token, name="follow_by_token"),
    path("dang-nhap/", sign_in.SignIn.as_view(), name="sign_in"),
    path("dang-xuat/", sign_in.SignOut.as_view(), name="sign_out"),
    path("thanh-phan/", parts.parts, name="parts"),
]
