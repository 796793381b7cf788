"""Addresses of this part of the reform chain."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
