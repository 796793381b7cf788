"""Officers of one desk at their screens."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from motcua.dossiers import services
from motcua.dossiers.inputs import FileInput, SupplementInput
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation.access import Officer
from tests.clock import Clock
from tests.factories import dossiers
from tests.factories.documents import stored
from tests.factories.dossiers import MONDAY, Desk
from tests.factories.identity import AccountFactory

PART = {"HX-Request": "true"}


def address(dossier: Dossier, slug: str = "") -> str:
    if slug:
        return reverse("desk:move", args=[dossier.pk, slug])
    return reverse("desk:dossier", args=[dossier.pk])


def seen(text: str) -> str:
    """A page as somebody sees it: without the token against forged forms, which is new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text).strip()


class Counter:
    """A desk with its officers, each signed in at a browser of their own."""

    def __init__(self) -> None:
        self.desk = Desk()

    def client(self, who: str | Officer) -> Client:
        officer = getattr(self.desk, who) if isinstance(who, str) else who
        client = Client()
        client.force_login(
            Account.objects.get(pk=officer.account_id), backend="django.contrib.auth.backends.ModelBackend"
        )
        return client

    def scan(self, **changes: Any) -> FileInput:
        return FileInput(**{"stored_file_id": stored().pk, "name": "giấy chứng sinh.pdf", **changes})

    def registered(self) -> Dossier:
        """Handed in by post; nobody has looked at it yet."""
        what = dossiers.birth(self.desk, channel="online", unit_id=self.desk.unit.pk)
        return services.submit(intake=what, by_id=AccountFactory().pk, at=MONDAY)

    def asked(self) -> Dossier:
        """Waiting for a paper that form 02 asked for."""
        dossier = dossiers.processing(self.desk, dossiers.land(self.desk))
        return services.ask_supplement(
            dossier_id=dossier.pk,
            items=(SupplementInput(component_id="land_origin", reason="Thiếu sơ đồ thửa đất"),),
            by=self.desk.land,
            at=MONDAY,
        )

    def unpaid(self) -> Dossier:
        """Waiting for a financial duty."""
        dossier = dossiers.processing(self.desk, dossiers.land(self.desk))
        return services.ask_payment(
            dossier_id=dossier.pk,
            amount_vnd=12_500_000,
            reason="Tiền sử dụng đất",
            by=self.desk.land,
            at=MONDAY,
        )

    def enter(self, page: Page, base: str, who: str | Officer) -> None:
        """Sign an officer in at a real browser."""
        cookie = self.client(who).cookies["sessionid"]
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": base}])


@pytest.fixture
def counter(db: None, clock: Clock) -> Counter:
    """The desk a few minutes after the dossiers of the factories came in."""
    clock.set(MONDAY + timedelta(minutes=5))
    return Counter()
