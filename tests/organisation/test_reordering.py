from datetime import date

import pytest

from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.organisation import queries, services
from motcua.organisation.access import NotAllowed
from motcua.organisation.roles import Role
from tests.factories.identity import MONDAY_MORNING, AccountFactory
from tests.factories.organisation import (
    DivisionFactory,
    ProvinceFactory,
    StaffFactory,
    UnitFactory,
    officer_at,
)

pytestmark = pytest.mark.django_db
NEW_YEAR, LAST_DAY = date(2027, 1, 1), date(2026, 12, 31)


@pytest.fixture
def act():
    return {"by": AccountFactory(is_superuser=True), "at": MONDAY_MORNING}


def test_a_moved_unit_stays_under_the_old_one_until_the_day_before(act):
    old, new = ProvinceFactory(), ProvinceFactory()
    commune = UnitFactory(under=old)

    services.move_unit(unit_id=commune.pk, parent_id=new.pk, on=NEW_YEAR, **act)

    assert queries.ancestors(commune, on=LAST_DAY) == [old]
    assert queries.ancestors(commune, on=NEW_YEAR) == [new]
    assert queries.descendants(old, on=NEW_YEAR) == []
    assert [entry.verb for entry in ledger.entries(commune.stream)] == ["move"]


def test_a_unit_cannot_be_put_under_its_own_offices(act):
    commune = UnitFactory(under=ProvinceFactory())
    office = DivisionFactory(under=commune)

    with pytest.raises(Refusal, match="không thể trực thuộc chính mình hay cấp dưới của mình"):
        services.move_unit(unit_id=commune.pk, parent_id=office.pk, on=NEW_YEAR, **act)


def test_a_closed_unit_takes_its_offices_and_posts_along_and_names_its_heir(act):
    province = ProvinceFactory()
    commune, heir = UnitFactory(under=province), UnitFactory(under=province)
    office = DivisionFactory(under=commune)
    post = StaffFactory(unit=commune)

    services.close_unit(unit_id=commune.pk, last_day=LAST_DAY, successor_ids=[heir.pk], **act)

    office.refresh_from_db()
    post.refresh_from_db()
    assert office.valid_to == post.valid_to == LAST_DAY
    assert queries.descendants(province, on=LAST_DAY) == [commune, heir, office]
    assert queries.descendants(province, on=NEW_YEAR) == [heir]
    assert queries.successors(commune) == [heir]


def test_a_province_with_communes_cannot_be_closed(act):
    province = ProvinceFactory()
    UnitFactory(under=province)

    with pytest.raises(Refusal, match="Còn 1 đơn vị trực thuộc"):
        services.close_unit(unit_id=province.pk, last_day=LAST_DAY, successor_ids=[], **act)


def test_a_commune_opens_its_offices_and_partners_once(act):
    commune = UnitFactory()

    for _again in range(2):
        offices = services.open_divisions(unit_id=commune.pk, on=date(2025, 7, 1), **act)

    assert [office.name for office in offices] == [
        "Văn phòng HĐND và UBND",
        "Phòng Văn hóa – Xã hội",
        "Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
        "Công an xã",
        "Bảo hiểm xã hội cơ sở",
        "Thuế cơ sở",
        "Chi nhánh Văn phòng đăng ký đất đai",
        "Bưu điện xã",
    ]
    assert set(queries.descendants(commune, on=date(2025, 7, 1))) == set(offices)


def test_a_ward_has_an_office_for_its_streets_and_houses(act):
    ward = UnitFactory(kind="phuong", name="Phường Ninh Kiều")

    names = [office.name for office in services.open_divisions(unit_id=ward.pk, on=NEW_YEAR, **act)]

    assert {"Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"} <= set(names)


def test_offices_are_opened_only_for_communes_that_exist(act):
    with pytest.raises(Refusal, match="xã, phường, đặc khu đang hoạt động"):
        services.open_divisions(unit_id=UnitFactory().pk, on=date(2025, 6, 30), **act)


def test_only_administrators_reorder_units(act):
    commune = UnitFactory()
    clerk = officer_at(commune, Role.RECORDS_CLERK)
    administrator = officer_at(commune, Role.ADMINISTRATOR)
    order = {"unit_id": commune.pk, "on": NEW_YEAR, "at": MONDAY_MORNING}

    with pytest.raises(NotAllowed):
        services.open_divisions(by=clerk, **order)
    with pytest.raises(NotAllowed):
        services.open_divisions(by=AccountFactory(), **order)

    assert services.open_divisions(by=administrator, **order)


def test_hamlets_are_listed_in_the_order_of_the_alphabet():
    commune = UnitFactory()

    services.add_hamlets(unit_id=commune.pk, names=["Bình Du", "An Trung", "Ấp Mới"])
    hamlets = services.add_hamlets(unit_id=commune.pk, names=["An Trung", "Đoàn Kết"])

    assert [str(hamlet) for hamlet in hamlets] == ["ấp An Trung", "ấp Ấp Mới", "ấp Bình Du", "ấp Đoàn Kết"]
