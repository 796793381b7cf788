"""The door of the office against somebody who tries."""

import pytest
from axes.models import AccessAttempt
from axes.utils import reset
from django.test import RequestFactory
from django.urls import reverse

from motcua.project.proxies import ClientAddressMiddleware
from tests.factories.identity import AccountFactory

DOOR = reverse("portal:sign_in")


@pytest.fixture
def locks(settings, db):
    settings.AXES_ENABLED = True
    reset()


def knock(client, username: str, password: str) -> int:
    return client.post(DOOR, {"username": username, "password": password}).status_code


def test_another_spelling_of_a_locked_name_opens_nothing(client, locks, settings):
    AccountFactory(username="motcua")
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        knock(client, "motcua", "sai")

    spellings = "MOTCUA", "Motcua", " motcua", "ｍotcua"

    assert not {knock(client, spelling, "motcua-demo") for spelling in spellings} & {200, 302}


def test_an_address_that_tries_many_names_is_locked_for_all_of_them(client, locks, settings):
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 12
    AccountFactory(username="motcua")
    for attempt in range(12):
        knock(client, f"tên-đoán-{attempt}", "123456")

    assert knock(client, "motcua", "motcua-demo") == 429


def test_another_address_is_not_locked_with_it(client, locks, settings):
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 3
    AccountFactory(username="motcua")
    for attempt in range(4):
        knock(client, f"tên-đoán-{attempt}", "123456")
    client.defaults["REMOTE_ADDR"] = "203.0.113.20"

    assert knock(client, "motcua", "motcua-demo") == 302


def test_who_comes_to_a_locked_door_does_not_lock_it_anew(client, locks, settings):
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 3
    for attempt in range(5):
        knock(client, f"tên-đoán-{attempt}", "123456")

    assert AccessAttempt.objects.count() == 3


def test_a_session_ends_with_the_working_day(client, db, settings):
    AccountFactory(username="motcua")
    knock(client, "motcua", "motcua-demo")

    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 12 * 60 * 60


def test_signing_in_gives_the_session_a_new_key(client, db, settings):
    AccountFactory(username="motcua")
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    knock(client, "motcua", "motcua-demo")

    assert client.session.session_key != "a" * 32


def seen_address(settings, proxies: int, forwarded: str) -> str:
    settings.PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="127.0.0.1")
    ClientAddressMiddleware(lambda asked: asked)(request)
    return request.META["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "<script>", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "2001:db8::7", "2001:db8::7"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(settings, proxies, forwarded, address):
    assert seen_address(settings, proxies, forwarded) == address


def test_without_a_proxy_nobody_chooses_an_address(client, locks, settings):
    AccountFactory(username="motcua")
    for attempt in range(settings.AXES_FAILURE_LIMIT):
        client.post(
            DOOR,
            {"username": "motcua", "password": "sai"},
            headers={"X-Forwarded-For": f"203.0.113.{attempt}"},
        )

    assert knock(client, "motcua", "motcua-demo") == 429
