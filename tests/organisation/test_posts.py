from datetime import date

import pytest

from motcua.kernel.refusals import Refusal
from motcua.organisation import access, queries, services
from motcua.organisation.access import NotAllowed
from motcua.organisation.roles import Role
from tests.factories.identity import MONDAY_MORNING, AccountFactory
from tests.factories.organisation import DivisionFactory, StaffFactory, UnitFactory, officer_at

pytestmark = pytest.mark.django_db
TODAY, TOMORROW, YEAR_END = date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 31)


@pytest.fixture
def act():
    return {"by": AccountFactory(is_superuser=True), "at": MONDAY_MORNING}


def test_an_officer_is_what_the_posts_of_the_day_say():
    commune, account = UnitFactory(), AccountFactory(display_name="Nguyễn Thị Hồng Hân")
    culture = DivisionFactory(under=commune)
    StaffFactory(account=account, unit=commune, division=culture, role=Role.CIVIL_STATUS_OFFICER)
    StaffFactory(account=account, unit=commune, role=Role.ONE_STOP_OFFICER, valid_to=TODAY)

    today, tomorrow = access.officer(account, on=TODAY), access.officer(account, on=TOMORROW)

    assert today.roles == {"civil_status_officer", "one_stop_officer"}
    assert tomorrow.roles == {"civil_status_officer"}
    assert (today.name, today.unit_id, today.division_ids) == (account.display_name, commune.pk, {culture.pk})


def test_an_account_without_a_post_is_nobody_at_work():
    with pytest.raises(NotAllowed, match="chưa được giao việc ở đơn vị nào"):
        access.officer(AccountFactory(), on=TODAY)


def test_a_locked_account_is_nobody_at_work():
    account = StaffFactory(account__is_active=False).account

    with pytest.raises(NotAllowed):
        access.officer(account, on=TODAY)


def test_roles_of_one_unit_do_not_count_at_another():
    account, here, there = AccountFactory(), UnitFactory(), UnitFactory()
    StaffFactory(account=account, unit=here, role=Role.RECORDS_CLERK)
    StaffFactory(account=account, unit=there, role=Role.COMMUNE_LEADER, valid_from=TODAY)

    assert access.officer(account, on=TODAY).roles == {"records_clerk"}
    assert access.officer(account, on=TODAY, unit_id=there.pk).roles == {"commune_leader"}


@pytest.mark.parametrize(
    "role",
    [
        "one_stop_officer",
        "civil_status_officer",
        "records_clerk",
        "commune_leader",
        "home_affairs_officer",
        "administrator",
    ],
)
def test_every_role_of_the_demonstration_can_be_held(act, role):
    commune, account = UnitFactory(), AccountFactory()

    services.appoint(account_id=account.pk, unit_id=commune.pk, role=role, first_day=TODAY, **act)

    assert access.officer(account, on=TODAY).roles == {role}
    assert queries.holders(commune, role, on=TODAY) == [account]


def test_a_post_is_given_once_at_a_time(act):
    post = StaffFactory(account__display_name="Lê Văn Tám")
    again = {"account_id": post.account_id, "unit_id": post.unit_id, "role": post.role, **act}

    with pytest.raises(Refusal, match="Lê Văn Tám đang giữ vị trí đó"):
        services.appoint(first_day=TODAY, **again)

    services.end_post(post_id=post.pk, last_day=TODAY, **act)
    assert services.appoint(first_day=TOMORROW, **again)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"role": "king"}, "Không có vai trò này"),
        ({"last_day": date(2026, 1, 1)}, "Ngày kết thúc phải từ ngày bắt đầu trở đi"),
        ({"first_day": date(2025, 6, 30)}, "không hoạt động vào ngày 30/06/2025"),
    ],
)
def test_a_post_that_cannot_be_is_refused(act, change, sentence):
    post = {"role": "specialist", "first_day": TODAY, **change}

    with pytest.raises(Refusal, match=sentence):
        services.appoint(account_id=AccountFactory().pk, unit_id=UnitFactory().pk, **post, **act)


def test_a_post_belongs_to_an_office_of_its_own_unit(act):
    elsewhere = DivisionFactory(under=UnitFactory())

    with pytest.raises(Refusal, match="Phòng này không thuộc"):
        services.appoint(
            account_id=AccountFactory().pk, unit_id=UnitFactory().pk, division_id=elsewhere.pk,
            role="specialist", first_day=TODAY, **act,
        )  # fmt: skip


def test_a_delegate_acts_in_the_post_from_day_to_day(act):
    chair = StaffFactory(role=Role.COMMUNE_LEADER)
    vice = StaffFactory(unit=chair.unit, role=Role.SPECIALIST).account

    services.delegate(
        post_id=chair.pk, delegate_id=vice.pk, first_day=TODAY, last_day=TODAY, document="12/GUQ-UBND", **act
    )

    assert access.officer(vice, on=TODAY).roles == {"specialist", "commune_leader"}
    assert access.officer(vice, on=TOMORROW).roles == {"specialist"}
    assert queries.holders(chair.unit, Role.COMMUNE_LEADER, on=TODAY) == [chair.account, vice]
    assert queries.holders(chair.unit, Role.COMMUNE_LEADER, on=TOMORROW) == [chair.account]


def test_what_was_delegated_ends_with_the_post(act):
    chair = StaffFactory(role=Role.COMMUNE_LEADER)
    vice = StaffFactory(unit=chair.unit, role=Role.SPECIALIST).account
    services.delegate(
        post_id=chair.pk, delegate_id=vice.pk, first_day=TODAY, last_day=YEAR_END, document="12/GUQ", **act
    )

    services.end_post(post_id=chair.pk, last_day=TODAY, **act)

    assert access.officer(vice, on=TOMORROW).roles == {"specialist"}
    assert queries.holders(chair.unit, Role.COMMUNE_LEADER, on=TOMORROW) == []


def test_a_delegation_can_be_taken_back(act):
    chair = StaffFactory(role=Role.COMMUNE_LEADER)
    vice = StaffFactory(unit=chair.unit).account
    delegation = services.delegate(
        post_id=chair.pk, delegate_id=vice.pk, first_day=TODAY, last_day=YEAR_END, document="12/GUQ",
        by=chair.account, at=MONDAY_MORNING,
    )  # fmt: skip

    services.end_delegation(delegation_id=delegation.pk, last_day=TODAY, by=chair.account, at=MONDAY_MORNING)

    assert access.officer(vice, on=TOMORROW).roles == {"one_stop_officer"}


def test_nobody_delegates_the_post_of_another_or_to_a_stranger(act):
    chair = StaffFactory(role=Role.COMMUNE_LEADER)
    clerk = officer_at(chair.unit, Role.RECORDS_CLERK)
    period = {"post_id": chair.pk, "first_day": TODAY, "last_day": TODAY, "document": "12/GUQ"}

    with pytest.raises(NotAllowed):
        services.delegate(delegate_id=clerk.account_id, by=clerk, at=MONDAY_MORNING, **period)
    with pytest.raises(Refusal, match="người đang công tác ở cùng đơn vị"):
        services.delegate(delegate_id=AccountFactory().pk, **period, **act)


def test_a_missing_role_is_named_in_the_refusal():
    clerk = officer_at(UnitFactory(), Role.RECORDS_CLERK)

    access.require(clerk, Role.RECORDS_CLERK, Role.COMMUNE_LEADER)
    with pytest.raises(NotAllowed, match=r"Việc này dành cho: Chủ tịch/Phó Chủ tịch UBND\."):
        access.require(clerk, Role.COMMUNE_LEADER)


def test_who_received_a_dossier_does_not_sign_it():
    receiver, leader = officer_at(UnitFactory()), officer_at(UnitFactory(), Role.COMMUNE_LEADER)

    access.require_not_same(leader, receiver.account_id)
    with pytest.raises(NotAllowed, match="Người nhận hồ sơ không được ký kết quả"):
        access.require_not_same(receiver, receiver.account_id)


def test_another_units_officer_is_kept_out():
    officer = officer_at(UnitFactory())

    with pytest.raises(NotAllowed, match="Hồ sơ này của đơn vị khác"):
        access.require_unit(officer, UnitFactory().pk)
