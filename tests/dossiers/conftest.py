import pytest

from tests.factories.dossiers import Desk


@pytest.fixture
def desk(db) -> Desk:
    return Desk()
