"""A desk with its procedures, and people signed in at it."""

import pytest
from django.core.cache import cache

from tests.factories.dossiers import Desk


@pytest.fixture
def desk(db) -> Desk:
    desk = Desk()
    desk.version("birth_registration")
    return desk


@pytest.fixture(autouse=True)
def nobody_has_guessed():
    cache.clear()
