"""Xã An Thạnh with a round open today, and clients for its people."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from motcua.identity.models import Account
from motcua.initiatives import services
from motcua.initiatives.models import Initiative, Review
from motcua.organisation.access import Officer
from tests.browser import browser, desktop, open_page, phone
from tests.factories.initiatives import Commune, author, council, facts

__all__ = ["browser", "desktop", "open_page", "phone"]

LIST = "/dieu-hanh/cai-cach/sang-kien/"
SignIn = Callable[[Officer], Client]


class CommuneToday(Commune):
    """The same commune with a round that takes registrations today."""

    def __init__(self) -> None:
        super().__init__()
        today = timezone.localdate()
        self.year = today.year + 1
        self.open = services.open_round(
            year=self.year,
            opens_on=today,
            closes_on=today + timedelta(days=20),
            by=self.hanh,
            at=timezone.now(),
        )

    def draft(self, **changes: Any) -> Initiative:
        words = facts(author(self.ba), **changes)
        return services.register_initiative(facts=words, year=self.year, by=self.ba, at=timezone.now())

    def sent(self, **changes: Any) -> Initiative:
        draft = self.draft(**changes)
        return services.submit_initiative(initiative_id=draft.pk, by=self.ba, at=timezone.now())

    def laid(self, **changes: Any) -> Review:
        before = council(self, at=self.now())
        return services.start_evaluation(
            initiative_id=self.sent(**changes).pk, council_id=before.pk, by=self.hanh, at=timezone.now()
        )

    @staticmethod
    def now() -> datetime:
        return timezone.localtime()


@pytest.fixture
def commune(db) -> CommuneToday:
    return CommuneToday()


@pytest.fixture
def sign_in() -> SignIn:
    def signed_in(officer: Officer) -> Client:
        client = Client()
        client.force_login(Account.objects.get(pk=officer.account_id))
        return client

    return signed_in


def page_of(initiative: Initiative, rest: str = "") -> str:
    return f"{LIST}{initiative.pk}/{rest}"


def typed(commune: Commune, *shares: tuple[Officer, str], **changes: str) -> dict[str, str]:
    """A registration as a browser sends it."""
    rows: dict[str, str] = {"authors-TOTAL_FORMS": f"{len(shares)}", "authors-INITIAL_FORMS": "0"}
    for number, (officer, share) in enumerate(shares):
        rows |= {
            f"authors-{number}-account_id": f"{officer.account_id}",
            f"authors-{number}-share_percent": share,
        }
    return {
        "year": f"{timezone.localdate().year + 1}",
        "title": "Trả kết quả tại nhà cho người cao tuổi trên địa bàn xã An Thạnh",
        "kind": "home_service", "field": "procedures", "level": "commune",
        "first_applied_on": "02/03/2026",
        "problem": "Người cao tuổi đi lại nhiều lần.", "solution": "Mang kết quả đến nhà.",
        "steps": "Lập danh sách\nĐến nhà", "novelty": "Không phải đi lại.", "scope": "toàn xã",
        "benefit_social": "Hài lòng.", "benefit_economic": "", "cost": "", "replicability": "Xã nào cũng làm được.",
        "approvals": "", **rows, **changes,
    }  # fmt: skip
