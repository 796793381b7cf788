"""The desk of the unit that the software serves, now."""

import pytest
from django.utils import timezone

from tests.surfaces.desk.office import OfficeAtWork


@pytest.fixture
def office(db) -> OfficeAtWork:
    return OfficeAtWork(timezone.localtime())
