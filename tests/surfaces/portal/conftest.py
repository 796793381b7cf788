"""An office that is ready to answer: a commune, the calendar, the catalogue."""

import pytest

from motcua.calendars.services import load_national
from motcua.catalogue.services import load_catalogue
from motcua.organisation.models import Unit, UnitPlacement
from tests.browser import browser, desktop, open_page, phone
from tests.factories.identity import MONDAY_MORNING

__all__ = ["browser", "desktop", "open_page", "phone"]


@pytest.fixture
def office(db, settings) -> Unit:
    """Xã An Thạnh of the demonstration, with the announced years and all procedures."""
    load_national()
    load_catalogue(at=MONDAY_MORNING)
    city = Unit.objects.create(
        code="92", name="Thành phố Cần Thơ", short_name="Cần Thơ", level="province", kind="thanh_pho",
        valid_from="2025-07-01",
    )  # fmt: skip
    commune = Unit.objects.create(
        code=settings.HOME_UNIT, name="Xã An Thạnh", short_name="An Thạnh", level="commune", kind="xa",
        agency_code="H13.58.12", valid_from="2025-07-01", phone="0292 000 0118",
        address="Số 18, đường Nguyễn Trung Trực, ấp An Trung, xã An Thạnh, thành phố Cần Thơ",
    )  # fmt: skip
    UnitPlacement.objects.create(unit=commune, parent=city, valid_from="2025-07-01")
    return commune
