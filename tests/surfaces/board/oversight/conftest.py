import pytest

from tests.surfaces.board.directives.office import LiveDistrict


@pytest.fixture
def district(db) -> LiveDistrict:
    return LiveDistrict()
