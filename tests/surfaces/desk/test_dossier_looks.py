"""The dossier's page in a real browser: readable by everybody, at every width, by day and by night."""

from datetime import datetime, timedelta

import pytest

from tests.browser import assert_accessible, browser, open_page, shot
from tests.clock import clock
from tests.factories import dossiers as made
from tests.factories.dossiers import HANOI
from tests.surfaces.desk.dossier_client import Counter, address

__all__ = ["browser", "clock", "open_page"]

FRIDAY = datetime(2026, 11, 20, 8, 50, tzinfo=HANOI)
WALK = [
    ("le", "accepted", made.copies), ("justice", "processing", made.birth), ("leader", "drafted", made.birth),
    ("clerk", "signed", made.birth), ("le", "processed", made.copies), ("tam", "returned", made.birth),
    ("land", "processing", made.land),
]  # fmt: skip


@pytest.fixture
def counter(transactional_db) -> Counter:
    return Counter()


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_every_state_is_accessible(open_page, live_server, counter, clock, width, dark):
    page = open_page(width, dark=dark)
    for who, state, what in WALK:
        clock.set(FRIDAY + timedelta(hours=1))
        counter.enter(page, live_server.url, who)
        dossier = getattr(made, state)(counter.desk, what(counter.desk), FRIDAY)
        page.goto(live_server.url + address(dossier))
        shot(page, f"dossier-{state}-{what.__name__}-{width}{'-dark' if dark else ''}")
        assert_accessible(page)
