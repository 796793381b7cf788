import pytest

from tests.browser import browser, desktop, open_page, phone
from tests.surfaces.board.replication.spread import LiveSpread

__all__ = ["browser", "desktop", "open_page", "phone"]


@pytest.fixture
def district(db) -> LiveSpread:
    return LiveSpread()
