import pytest

from tests.factories.initiatives import Commune


@pytest.fixture
def commune(db) -> Commune:
    return Commune()
