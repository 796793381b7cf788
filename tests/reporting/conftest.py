import pytest

from tests.factories.reporting import Reporting


@pytest.fixture
def reporting(db):
    return Reporting()
