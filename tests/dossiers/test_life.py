"""Whole lives, with dates counted by hand."""

from datetime import datetime

import pytest

from motcua.catalogue.models import ClockPolicy
from motcua.dossiers import services
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.kernel import ledger
from motcua.organisation.access import NotAllowed
from motcua.process.services import GuardNotMet
from tests.factories.dossiers import (
    HANOI,
    MONDAY,
    RESULT,
    accepted,
    copies,
    do,
    drafted,
    land,
    open_step,
    processed,
    processing,
    returned,
    signed,
)

ASKED = (SupplementInput(component_id="land_origin", reason="Thiếu sơ đồ nhà ở"),)
BROUGHT = (ComponentInput(component_id="land_origin"),)


def at(month, day, hour, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=HANOI)


def verbs(dossier):
    return [entry.verb for entry in ledger.entries(dossier.ledger_stream)]


def test_a_birth_goes_from_the_counter_to_the_citizen_within_minutes(desk):
    dossier = returned(desk)

    assert (dossier.state, dossier.outcome, dossier.returned_to) == (
        "returned",
        "on_time",
        "Nguyễn Thị Ngọc Hân",
    )
    assert dossier.case.closed_at == MONDAY
    assert verbs(dossier) == [
        "accept",
        "transfer",
        "draft_result",
        "complete_step",
        "sign_result",
        "complete_step",
        "finish",
        "return_result",
    ]


def test_certified_copies_are_not_handed_over_before_their_fee_is_paid(desk):
    dossier = processed(desk, copies(desk))
    hand_over = {"dossier_id": dossier.pk, "received_by_name": "Hân", "by": desk.le, "at": MONDAY}

    with pytest.raises(GuardNotMet, match="Chưa thu đủ phí"):
        services.return_result(**hand_over)
    services.collect_fee(dossier_id=dossier.pk, amount_vnd=30_000, method="cash", by=desk.le, at=MONDAY)

    assert services.return_result(**hand_over).state == "returned"


def test_who_received_a_dossier_does_not_sign_it(desk):
    dossier = drafted(desk)
    desk_and_leader = desk.officer("commune_leader", "one_stop_officer", name="Kiêm Nhiệm")
    dossier.accepted_by_id = desk_and_leader.account_id
    dossier.save(update_fields=["accepted_by"])

    with pytest.raises(NotAllowed, match="Bạn đã tiếp nhận hồ sơ 261123-0001"):
        services.sign_result(dossier_id=dossier.pk, by=desk_and_leader, at=MONDAY)


def test_a_leader_signs_many_and_one_refused_stops_no_other(desk):
    ready, not_yet, also = drafted(desk), processing(desk), drafted(desk)

    outcomes = services.sign_results(dossier_ids=[ready.pk, not_yet.pk, also.pk], by=desk.leader, at=MONDAY)

    assert [outcome.signed for outcome in outcomes] == [True, False, True]
    assert outcomes[1].sentence == "Hồ sơ 261123-0002 không ở bước ký."


def test_a_result_without_a_draft_is_not_signed(desk):
    dossier = do(desk, processing(desk), MONDAY)

    with pytest.raises(GuardNotMet, match="Chưa có dự thảo kết quả"):
        services.sign_result(dossier_id=dossier.pk, by=desk.leader, at=MONDAY)


def test_a_signed_result_is_not_drafted_anew(desk):
    dossier = signed(desk)

    with pytest.raises(services.AlreadySigned, match="đã được Võ Thị Lan ký"):
        services.draft_result(dossier_id=dossier.pk, kind="result", data=RESULT, by=desk.justice, at=MONDAY)


def test_drafting_again_keeps_the_number(desk):
    dossier = processing(desk)
    first = services.draft_result(
        dossier_id=dossier.pk, kind="result", data=RESULT, by=desk.justice, at=MONDAY
    )
    again = services.draft_result(
        dossier_id=dossier.pk, kind="result", data=RESULT, by=desk.justice, at=MONDAY
    )

    assert first.result != again.result
    assert first.result.number == again.result.number == "01/QĐ-UBND"


def test_twenty_working_days_across_tet_skip_the_five_days_off(desk):
    dossier = accepted(desk, land(desk), at=at(2, 2, 9))

    assert dossier.due_at == at(3, 9, 9)


def test_after_a_supplement_across_tet_the_full_limit_starts_again(desk):
    dossier = processing(desk, land(desk), at=at(2, 2, 9))

    asked = services.ask_supplement(dossier_id=dossier.pk, items=ASKED, by=desk.land, at=at(2, 10, 10))
    taken = services.take_supplement(dossier_id=dossier.pk, components=BROUGHT, by=desk.le, at=at(2, 24, 14))

    assert (asked.state, asked.due_at, asked.first_due_at) == ("supplement_requested", None, at(3, 9, 9))
    assert (taken.state, taken.due_at, taken.first_due_at) == ("processing", at(3, 24, 14), at(3, 9, 9))


def test_where_the_policy_says_resume_the_limit_goes_on_with_what_was_left(desk):
    policy = ClockPolicy.objects.get(period="decree_118")
    policy.content["supplement"]["mode"] = "resume"
    policy.save()
    dossier = processing(desk, land(desk), at=at(2, 2, 9))

    services.ask_supplement(dossier_id=dossier.pk, items=ASKED, by=desk.land, at=at(2, 10, 10))
    taken = services.take_supplement(dossier_id=dossier.pk, components=BROUGHT, by=desk.le, at=at(2, 24, 14))

    assert taken.due_at == at(3, 16, 11, 30)  # 2.550 working minutes later: 5 days and 2.5 hours


def test_a_promise_already_broken_stays_broken_through_a_supplement(desk):
    dossier = processing(desk, land(desk), at=at(2, 2, 9))

    asked = services.ask_supplement(dossier_id=dossier.pk, items=ASKED, by=desk.land, at=at(3, 9, 9, 1))
    taken = services.take_supplement(dossier_id=dossier.pk, components=BROUGHT, by=desk.le, at=at(3, 16, 9))

    assert asked.due_at == taken.due_at == at(3, 9, 9)


def test_land_waits_for_the_notice_and_the_payment_outside_its_limit(desk):
    dossier = processing(desk, land(desk), at=MONDAY)

    posted = do(desk, dossier, at(11, 27, 10))
    assert (posted.state, posted.due_at) == ("processing", None)
    assert open_step(dossier).due_at == at(12, 14, 17)  # the 15th day is a Saturday

    measured = do(desk, dossier, at(12, 14, 16))
    assert measured.due_at == at(1, 7, 15, 12, year=2027)  # 5.550 minutes later: 11 days and 4.5 hours

    paying = do(desk, dossier, at(12, 17, 9))
    assert (paying.state, paying.due_at) == ("financial_duty", None)

    paid = services.confirm_payment(
        dossier_id=dossier.pk, receipt_note="GNT 118", by=desk.le, at=at(12, 21, 9)
    )
    assert (paid.state, paid.due_at) == ("processing", at(1, 11, 15, 12, year=2027))

    services.draft_result(dossier_id=dossier.pk, kind="result", data=RESULT, by=desk.land, at=at(12, 21, 9))
    services.sign_result(dossier_id=dossier.pk, by=desk.leader, at=at(1, 11, 15, 0, year=2027))
    done = do(desk, dossier, at(1, 11, 15, 12, year=2027))
    assert (done.state, done.outcome) == ("processed", "on_time")


def test_a_supplement_asked_for_during_the_notice_ends_the_notice_first_and_takes_it_up_after(desk):
    dossier = processing(desk, land(desk), at=MONDAY)
    do(desk, dossier, at(11, 27, 10))

    services.ask_supplement(dossier_id=dossier.pk, items=ASKED, by=desk.land, at=at(11, 30, 10))
    taken = services.take_supplement(dossier_id=dossier.pk, components=BROUGHT, by=desk.le, at=at(12, 1, 10))

    assert [pause.kind for pause in taken.pauses.order_by("pk")] == ["posting", "supplement", "posting"]
    assert taken.due_at is None
    assert verbs(dossier)[-2:] == ["take_supplement", "begin_posting"]
