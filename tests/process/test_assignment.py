from datetime import timedelta

import pytest

from motcua.organisation.access import NotAllowed
from motcua.process import queries, services
from motcua.process.definitions import CaseFacts
from motcua.process.services.assign import CannotAssign
from motcua.process.states import Part
from tests.factories.process import CALENDAR, MONDAY, Office, case_of, open_step, staff

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=20)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def step(office):
    """A step in the queue of two civil status officers."""
    office.second = staff(office.unit, "civil_status_officer", name="Lý Thị Thu")
    case = case_of(office)
    services.complete_step(
        step_id=open_step(case).pk, facts=CaseFacts(), calendar=CALENDAR, by=office.desk, at=MONDAY
    )
    return open_step(case)


def assign(step, to, by, part=Part.DO):
    return services.assign(step_id=step.pk, account_id=to.account_id, part=part, by=by, at=LATER)


def test_a_holder_of_the_role_takes_a_step_out_of_the_queue(office, step):
    assign(step, office.second, by=office.second)

    step.case.refresh_from_db()
    assert step.case.holder_id == office.second.account_id
    assert list(queries.open_steps(office.justice)) == []


def test_a_leader_hands_a_step_to_another_and_the_first_part_ends(office, step):
    first = assign(step, office.second, by=office.second)

    assign(step, office.justice, by=office.leader)

    first.refresh_from_db()
    assert first.ended_at == LATER
    assert list(queries.open_steps(office.justice)) == [step]


def test_somebody_without_the_role_is_given_no_step(office, step):
    with pytest.raises(CannotAssign, match="không giữ vai trò"):
        assign(step, office.clerk, by=office.leader)


def test_a_colleague_does_not_hand_out_what_is_not_his(office, step):
    with pytest.raises(NotAllowed, match="chỉ do lãnh đạo"):
        assign(step, office.second, by=office.justice)


def test_who_coordinates_sees_the_step_without_holding_it(office, step):
    assign(step, office.second, by=office.leader)
    assign(step, office.clerk, by=office.second, part=Part.COORDINATE)

    assert list(queries.parts_of(office.clerk.account_id)) == [step]
    assert list(queries.open_steps(office.clerk)) == []


def test_a_volunteer_of_the_youth_union_gets_no_part(office, step):
    volunteer = staff(office.unit, "youth_volunteer")

    with pytest.raises(CannotAssign, match="không làm việc ở xã Thử Nghiệm"):
        assign(step, volunteer, by=office.leader, part=Part.FOLLOW)


def test_giving_a_step_up_puts_it_back_in_the_queue(office, step):
    assign(step, office.second, by=office.second)

    services.unassign(step_id=step.pk, account_id=office.second.account_id, by=office.second, at=LATER)

    step.case.refresh_from_db()
    assert (step.case.holder_id, step.case.holder_role) == (None, "civil_status_officer")
