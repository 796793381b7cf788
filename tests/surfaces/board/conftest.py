"""A commune with three weeks of work behind it, whatever day the tests run on; and who looks at it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from motcua.calendars.services import load_national
from motcua.dossiers.states import Channel
from motcua.organisation.models import Staff, Unit
from motcua.organisation.roles import Role
from tests.browser import browser, desktop, open_page, phone
from tests.factories.identity import AccountFactory
from tests.factories.organisation import DivisionFactory, ProvinceFactory, UnitFactory
from tests.factories.statistics import Desk, at_step, fold_all
from tests.statistics.histories import day, life, refusal

__all__ = ["browser", "desktop", "open_page", "phone"]


def ago(days: int) -> str:
    return f"{timezone.localdate() - timedelta(days=days)}"


@pytest.fixture
def city(db) -> Unit:
    return ProvinceFactory(code="92", name="Thành phố Cần Thơ", short_name="Cần Thơ")


@pytest.fixture
def desk(city, settings) -> Desk:
    """Eleven dossiers: settled early, on time and late, pending, two overdue, closed apart, last year's."""
    load_national()
    desk = Desk(UnitFactory(code=settings.HOME_UNIT, name="Xã An Thạnh", short_name="An Thạnh", under=city))
    for one in [
        life(accepted=ago(3), due=ago(-4), finished=ago(1)),
        life(accepted=ago(9), due=ago(4), finished=ago(4), channel=Channel.ONLINE),
        life(accepted=ago(9), due=ago(5), finished=ago(2), field="dat_dai"),
        life(accepted=ago(40), due=ago(30), finished=ago(31)),
        life(accepted=ago(374), due=ago(366), finished=ago(364)),
        life(accepted=ago(372), due=ago(366), finished=ago(367)),
        life(accepted=ago(2), due=ago(-9), channel=Channel.ONLINE),
        life(accepted=ago(6), due=ago(2), withdrawn=ago(3)),
        refusal(ago(2)),
    ]:
        desk.live(one)
    culture = DivisionFactory(name="Phòng Văn hóa – Xã hội", short_name="Văn hóa – Xã hội", under=desk.unit)
    officer = AccountFactory(display_name="Danh Sóc Kha")
    Staff.objects.create(
        account=officer,
        unit=desk.unit,
        role=Role.CULTURE_SOCIAL_OFFICER,
        division=culture,
        valid_from=date(2025, 7, 1),
    )
    for overdue in (ago(8), ago(5)):
        dossier = desk.live(life(accepted=ago(15), due=overdue, field="chung_thuc"))
        at_step(dossier, "Thẩm tra", Role.CULTURE_SOCIAL_OFFICER, since=day(ago(14)), by=officer)
    done = desk.live(life(accepted=ago(12), due=ago(4), finished=ago(6), field="chung_thuc"))
    at_step(done, "Thẩm tra", Role.CULTURE_SOCIAL_OFFICER, since=day(ago(12)), until=day(ago(7)))
    fold_all()
    return desk


def somebody(unit: Unit, role: str):
    account = AccountFactory()
    Staff.objects.create(
        account=account, unit=unit, role=role, title_vi="Chủ tịch", valid_from=date(2025, 7, 1)
    )
    return account


@pytest.fixture
def leader(desk, client):
    """The chair of the commune, signed in."""
    client.force_login(somebody(desk.unit, Role.COMMUNE_LEADER))
    return client
