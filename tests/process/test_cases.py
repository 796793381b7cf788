from datetime import datetime, timedelta

import pytest

from motcua.organisation.access import NotAllowed
from motcua.process import queries, services
from motcua.process.definitions import CaseFacts
from motcua.process.models import Case
from motcua.process.running import CasePaused, StepNotOpen
from motcua.process.services.send_back import CannotSendBack
from motcua.process.services.skip_step import StepNeeded
from tests.factories.process import BUNDLE, CALENDAR, HANOI, MONDAY, Office, case_of, open_step, staff

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=20)


@pytest.fixture
def office():
    return Office()


def complete(step, by, at=LATER, **facts):
    return services.complete_step(step_id=step.pk, facts=CaseFacts(**facts), calendar=CALENDAR, by=by, at=at)


def states(case):
    return {step.key: step.state for step in case.steps.order_by("position", "turn")}


def test_a_new_case_lies_in_the_hands_that_received_it(office):
    case = case_of(office)

    assert (case.holder_id, case.step_name, case.held_since) == (office.desk.account_id, "Tiếp nhận", MONDAY)
    assert states(case) == {"s1": "open", "s2": "waiting", "s3": "waiting", "s4": "waiting", "s5": "waiting"}


def test_completing_a_step_opens_the_next_in_the_hands_of_the_only_holder_of_its_role(office):
    case = case_of(office)

    progress = complete(open_step(case), office.desk)

    assert [step.key for step in progress.opened] == ["s2"]
    case.refresh_from_db()
    assert (case.holder_id, case.step_name, case.held_since) == (
        office.justice.account_id,
        "Thẩm tra",
        LATER,
    )


def test_with_several_holders_of_a_role_the_step_waits_in_their_queue(office):
    colleague = staff(office.unit, "civil_status_officer")
    case = case_of(office)

    complete(open_step(case), office.desk)

    case.refresh_from_db()
    assert (case.holder_id, case.holder_role) == (None, "civil_status_officer")
    assert queries.open_steps(colleague).get() == queries.open_steps(office.justice).get()


def test_a_step_is_due_after_its_working_minutes(office):
    case = case_of(office)

    complete(open_step(case), office.desk, at=datetime(2026, 11, 23, 16, 30, tzinfo=HANOI))

    assert open_step(case).due_at == datetime(2026, 11, 25, 8, 30, tzinfo=HANOI)  # 24/11 is a holiday


def test_the_whole_chain_ends_with_a_closed_case(office):
    case = case_of(office)

    for by in (office.desk, office.justice, office.leader, office.clerk, office.other_desk):
        complete(open_step(case), by)

    case.refresh_from_db()
    assert set(states(case).values()) == {"done"}
    assert (case.closed_at, case.holder_id, case.step_name) == (LATER, None, "")


def test_a_step_done_twice_says_who_did_it_and_when(office):
    step = open_step(case_of(office))
    complete(step, office.desk)

    with pytest.raises(StepNotOpen, match="“Tiếp nhận” đã được Trần Mỹ Lệ làm xong lúc 09:32"):
        complete(step, office.other_desk)


def test_a_step_whose_turn_has_not_come_is_refused(office):
    case = case_of(office)

    with pytest.raises(StepNotOpen, match="“Ký kết quả” chưa tới lượt"):
        complete(open_step(case, "s3"), office.leader)


def test_another_role_may_not_complete_a_step(office):
    case = case_of(office)
    complete(open_step(case), office.desk)

    with pytest.raises(NotAllowed, match="dành cho: Công chức tư pháp"):
        complete(open_step(case), office.clerk)


def test_a_colleague_may_not_complete_what_lies_on_another_desk(office):
    case = case_of(office)
    complete(open_step(case), office.desk)
    colleague = staff(office.unit, "civil_status_officer")

    with pytest.raises(NotAllowed, match="đang do Ngô Thanh Tùng giữ"):
        complete(open_step(case), colleague)


def test_somebody_of_another_unit_may_not_complete_a_step(office):
    case = case_of(office)
    complete(open_step(case), office.desk)

    with pytest.raises(NotAllowed, match="đơn vị khác"):
        complete(open_step(case), Office().justice)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"result_drafted": False}, "Chưa có dự thảo kết quả"),
        ({"result_signed": False}, "Kết quả chưa được ký"),
    ],
)
def test_a_guard_that_does_not_hold_refuses_and_says_what_to_do(office, facts, sentence):
    case = case_of(office)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)

    with pytest.raises(services.GuardNotMet, match=sentence):
        complete(open_step(case), office.leader, **facts)


def test_lanes_run_side_by_side_and_the_return_waits_for_those_it_needs(office):
    case = case_of(office, BUNDLE)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)
    assert {key for key, state in states(case).items() if state == "open"} == {"s3", "s4", "s5"}

    complete(open_step(case, "s4"), office.desk)
    assert states(case)["s6"] == "waiting"
    complete(open_step(case, "s3"), office.justice)

    assert states(case) == {
        "s1": "done",
        "s2": "done",
        "s3": "done",
        "s4": "done",
        "s5": "open",
        "s6": "open",
    }


def test_the_answer_of_a_body_outside_is_recorded_by_the_counter_but_not_by_a_volunteer(office):
    case = case_of(office, BUNDLE)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)
    volunteer = staff(office.unit, "youth_volunteer")

    with pytest.raises(NotAllowed):
        complete(open_step(case, "s3"), volunteer)
    assert complete(open_step(case, "s3"), office.other_desk).step.state == "done"


def test_an_optional_step_can_be_skipped_with_a_reason_and_a_needed_one_cannot(office):
    case = case_of(office, BUNDLE)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)
    skip = {"reason": "Chưa yêu cầu", "calendar": CALENDAR, "by": office.desk, "at": LATER}

    assert services.skip_step(step_id=open_step(case, "s5").pk, **skip).step.note == "Chưa yêu cầu"
    with pytest.raises(StepNeeded, match="“Cấp thẻ BHYT” bắt buộc"):
        services.skip_step(step_id=open_step(case, "s4").pk, **skip)


def test_sending_back_opens_the_earlier_step_as_a_new_turn_in_the_same_hands(office):
    case = case_of(office)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)
    staff(office.unit, "civil_status_officer")

    services.send_back(
        step_id=open_step(case).pk,
        to_key="s2",
        reason="Sai tên mẹ",
        calendar=CALENDAR,
        by=office.leader,
        at=LATER,
    )

    turns = case.steps.filter(key__in=["s2", "s3"]).order_by("position", "turn")
    assert [(step.key, step.turn, step.state) for step in turns] == [
        ("s2", 1, "done"),
        ("s2", 2, "open"),
        ("s3", 1, "sent_back"),
        ("s3", 2, "waiting"),
    ]
    assert open_step(case).assignee_id == office.justice.account_id
    assert Case.objects.get().step_name == "Thẩm tra"


def test_after_a_sending_back_the_chain_goes_on_to_its_end(office):
    case = case_of(office)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)
    services.send_back(
        step_id=open_step(case).pk,
        to_key="s2",
        reason="Sai tên",
        calendar=CALENDAR,
        by=office.leader,
        at=LATER,
    )

    for by in (office.justice, office.leader, office.clerk, office.desk):
        complete(open_step(case), by)

    case.refresh_from_db()
    assert case.closed_at == LATER


def test_one_lane_sent_back_leaves_the_other_lane_alone(office):
    case = case_of(office, BUNDLE)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)

    services.send_back(
        step_id=open_step(case, "s3").pk,
        to_key="s2",
        reason="Sai",
        calendar=CALENDAR,
        by=office.desk,
        at=LATER,
    )

    assert states(case) == {
        "s1": "done",
        "s2": "open",
        "s3": "waiting",
        "s4": "open",
        "s5": "open",
        "s6": "waiting",
    }


@pytest.mark.parametrize(
    ("to_key", "reason", "sentence"),
    [
        ("s1", "Thiếu giấy", "lập phiếu yêu cầu bổ sung"),
        ("s4", "Sai", "một bước trước nó"),
        ("s2", " ", "phải ghi lý do"),
    ],
)
def test_sending_back_to_the_counter_forward_or_without_a_reason_is_refused(office, to_key, reason, sentence):
    case = case_of(office)
    complete(open_step(case), office.desk)
    complete(open_step(case), office.justice)

    with pytest.raises(CannotSendBack, match=sentence):
        services.send_back(
            step_id=open_step(case).pk,
            to_key=to_key,
            reason=reason,
            calendar=CALENDAR,
            by=office.leader,
            at=LATER,
        )


def test_a_paused_case_does_not_move_and_keeps_what_its_step_had_left(office):
    case = case_of(office)
    complete(open_step(case), office.desk)
    services.pause_case(case_id=case.pk, at=LATER)

    with pytest.raises(CasePaused, match="tạm dừng từ 09:32"):
        complete(open_step(case), office.justice)
    services.resume_case(case_id=case.pk, calendar=CALENDAR, at=LATER + timedelta(minutes=45))

    assert open_step(case).due_at == datetime(
        2026, 11, 23, 13, 17, tzinfo=HANOI
    )  # 11:02, 45 minutes, lunch between


def test_a_closed_case_gives_up_its_steps_and_lies_on_nobodys_desk(office):
    case = case_of(office)
    complete(open_step(case), office.desk)

    services.close_case(case_id=case.pk, at=LATER)

    case.refresh_from_db()
    assert states(case)["s2"] == states(case)["s5"] == "cancelled"
    assert (case.closed_at, case.holder_id, case.step_name) == (LATER, None, "")
