"""What an administrator does to an account is written into its history; the words themselves are not."""

import pytest

from motcua.identity.models import Account
from motcua.kernel import ledger
from tests.factories.identity import AccountFactory

pytestmark = pytest.mark.django_db
ACCOUNTS = "/quan-tri/identity/account/"
PASSWORD = "mật khẩu mới 2026"


@pytest.fixture
def administrator():
    return AccountFactory(is_superuser=True, is_staff=True)


@pytest.fixture
def administration(client, administrator):
    client.force_login(administrator)
    return client


def told(account) -> list[tuple[str, int | None, list[str]]]:
    return [(entry.verb, entry.by_id, entry.payload["fields"]) for entry in ledger.entries(account.stream)]


def test_a_password_set_anew_says_who_did_it_and_never_the_password(administration, administrator):
    account = AccountFactory()

    administration.post(
        f"{ACCOUNTS}{account.pk}/password/",
        {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true", "set-password": "1"},
    )

    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert told(account) == [("change_account", administrator.pk, ["password"])]
    assert PASSWORD not in str(ledger.entries(account.stream).get().payload)


def test_a_right_taken_away_stands_in_the_history(administration, administrator):
    account = AccountFactory(is_staff=True)
    kept = {"username": account.username, "display_name": account.display_name, "phone": "", "email": ""}

    administration.post(f"{ACCOUNTS}{account.pk}/change/", {**kept, "is_active": "on"})

    (entry,) = ledger.entries(account.stream)
    assert entry.payload["fields"] == ["is_staff"]
    assert not entry.payload["is_staff"]
    assert entry.by_id == administrator.pk


def test_saving_a_page_that_changed_nothing_tells_nothing(administration):
    account = AccountFactory(is_staff=False)
    kept = {"username": account.username, "display_name": account.display_name, "phone": account.phone}

    administration.post(
        f"{ACCOUNTS}{account.pk}/change/", {**kept, "email": account.email, "is_active": "on"}
    )

    assert told(account) == []


def test_a_new_account_begins_its_history(administration, administrator):
    facts = {"username": "vanthu2", "display_name": "Lê Thị Tư", "phone": "", "usable_password": "true"}

    administration.post(f"{ACCOUNTS}add/", {**facts, "password1": PASSWORD, "password2": PASSWORD})

    account = Account.objects.get(username="vanthu2")
    assert [(verb, by) for verb, by, _fields in told(account)] == [("open_account", administrator.pk)]


def test_an_account_is_never_deleted(administration):
    account = AccountFactory()

    assert administration.post(f"{ACCOUNTS}{account.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Account.objects.filter(pk=account.pk).exists()
