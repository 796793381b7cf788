"""The door of the office: who may come in, and what is said to who may not."""

import pytest
from axes.utils import reset
from django.urls import reverse

from motcua.organisation.models import Staff
from tests.factories.identity import AccountFactory

DOOR = reverse("portal:sign_in")


def knock(client, password="motcua-demo", **more):
    return client.post(DOOR, {"username": "motcua", "password": password, **more})


@pytest.fixture
def clerk(office):
    account = AccountFactory(username="motcua", display_name="Lê Thị Kim Ngân")
    Staff.objects.create(
        account=account, unit=office, role="one_stop_officer", title_vi="Một cửa", valid_from="2025-07-01"
    )
    return account


def test_the_right_password_leads_to_the_desk(client, clerk):
    answer = knock(client)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/ban-lam-viec/")


def test_who_was_on_the_way_somewhere_arrives_there(client, clerk):
    assert knock(client, next="/dieu-hanh/").headers["Location"] == "/dieu-hanh/"


def test_nobody_is_led_to_another_host(client, clerk):
    assert knock(client, next="https://example.org/").headers["Location"] == "/ban-lam-viec/"


def test_a_wrong_password_keeps_the_name_and_names_no_culprit(client, clerk):
    answer = knock(client, "sai")

    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.text
    assert 'value="motcua"' in answer.text


def test_many_wrong_passwords_close_the_door_for_a_while(client, clerk, settings):
    settings.AXES_ENABLED = True
    reset()
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        answer = knock(client, "sai")

    assert answer.status_code == 429
    assert "Đã nhập sai mật khẩu nhiều lần" in answer.text
    assert knock(client).status_code == 429


def test_demonstration_accounts_stand_on_the_page_only_in_demonstration(client, clerk, settings):
    shown = client.get(DOOR).text
    settings.DEMO = False
    hidden = client.get(DOOR).text

    assert "Tài khoản dùng thử" in shown
    assert "Lê Thị Kim Ngân, Một cửa" in shown
    assert "Tài khoản dùng thử" not in hidden


def test_signing_out_needs_a_form_and_leads_to_the_portal(client, clerk):
    knock(client)

    assert client.get(reverse("portal:sign_out")).status_code == 405
    assert client.post(reverse("portal:sign_out")).headers["Location"] == "/"
