"""A page keeps to itself."""

import pytest
from django.urls import reverse

from motcua.surfaces.components.security_headers import PAGE_POLICY

pytestmark = pytest.mark.django_db


def test_a_page_may_load_only_from_its_own_host(client):
    headers = client.get(reverse("portal:home")).headers

    assert headers["Content-Security-Policy"] == PAGE_POLICY
    assert "unsafe" not in PAGE_POLICY
    assert "http" not in PAGE_POLICY


def test_a_page_may_not_be_framed_and_asks_for_the_camera_alone(client):
    headers = client.get(reverse("portal:home")).headers

    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "camera=(self)" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_of_somebody_signed_in_stay_out_of_caches(client, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"

    assert client.get(reverse("portal:home")).headers["Cache-Control"] == "private, no-store"


def test_no_page_carries_a_style_attribute_or_a_script_of_its_own(client):
    text = client.get(reverse("portal:home")).text + client.get(reverse("portal:parts")).text

    assert ' style="' not in text
    assert "<script>" not in text
    assert "onclick" not in text
