import pytest

from tests.factories.catalogue import load_catalogue


@pytest.fixture
def catalogue(db):
    """The shipped catalogue, published."""
    load_catalogue()
