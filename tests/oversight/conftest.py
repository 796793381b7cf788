import pytest

from tests.factories.directives import District


@pytest.fixture
def district(db) -> District:
    return District()
