"""What an officer reads when the answer is no."""

from datetime import timedelta

import pytest

from motcua.catalogue.papers import NotListed
from motcua.dossiers import services
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.kernel import ledger
from motcua.organisation.access import NotAllowed
from tests.factories.dossiers import (
    MONDAY,
    Desk,
    accepted,
    birth,
    land,
    open_step,
    processed,
    processing,
    single,
)

LATER = MONDAY + timedelta(minutes=29)


def asked(component="birth_proof", reason="Thiếu"):
    return (SupplementInput(component_id=component, reason=reason),)


def test_the_second_officer_reads_who_was_first_and_when(desk):
    dossier = accepted(desk)
    services.transfer(dossier_id=dossier.pk, by=desk.le, at=LATER)

    with pytest.raises(services.WrongState) as refused:
        services.transfer(dossier_id=dossier.pk, by=desk.tam, at=LATER + timedelta(minutes=2))

    assert str(refused.value) == "Hồ sơ 261123-0001 đã được Trần Mỹ Lệ chuyển giải quyết lúc 09:41."


def test_on_another_day_the_day_is_told_too(desk):
    dossier = processing(desk)

    with pytest.raises(services.WrongState, match="lúc 09:12 ngày 23/11/2026"):
        services.transfer(dossier_id=dossier.pk, by=desk.tam, at=MONDAY + timedelta(days=2))


def test_a_screen_out_of_date_is_told_what_changed_since(desk):
    dossier = processing(desk)
    shown = dossier.revision
    step = open_step(dossier)
    services.assign(
        dossier_id=dossier.pk, step_id=step.pk, account_id=desk.justice.account_id, by=desk.leader, at=LATER
    )

    with pytest.raises(services.ChangedMeanwhile, match="đã được Võ Thị Lan phân công lúc 09:41"):
        services.complete_step(
            dossier_id=dossier.pk, step_id=step.pk, revision=shown, by=desk.justice, at=LATER
        )


def test_a_note_written_meanwhile_stops_nobody(desk):
    dossier = accepted(desk)
    services.note(dossier_id=dossier.pk, text="Người dân gọi hỏi", by=desk.tam, at=LATER)

    services.transfer(dossier_id=dossier.pk, revision=dossier.revision, by=desk.le, at=LATER)


def test_an_officer_of_another_commune_may_not_touch_a_dossier(desk):
    dossier = accepted(desk)
    elsewhere = Desk()

    with pytest.raises(NotAllowed, match="do xã An Thạnh giải quyết"):
        services.transfer(dossier_id=dossier.pk, by=elsewhere.le, at=LATER)


def test_a_second_supplement_needs_a_new_fact(desk):
    dossier = processing(desk)
    services.ask_supplement(dossier_id=dossier.pk, items=asked(), by=desk.justice, at=MONDAY)
    brought = ComponentInput(component_id="birth_proof")
    services.take_supplement(dossier_id=dossier.pk, components=(brought,), by=desk.le, at=LATER)

    with pytest.raises(services.CannotAsk, match="đã được yêu cầu bổ sung một lần"):
        services.ask_supplement(dossier_id=dossier.pk, items=asked(), by=desk.justice, at=LATER)
    again = services.ask_supplement(
        dossier_id=dossier.pk, items=asked(), new_fact="Giấy chứng sinh bị sửa", by=desk.justice, at=LATER
    )
    assert again.state == "supplement_requested"


def test_a_supplement_outside_the_version_cannot_be_asked_for(desk):
    with pytest.raises(NotListed, match="Không thể thêm giấy khác"):
        services.ask_supplement(
            dossier_id=processing(desk).pk, items=asked("household_book"), by=desk.justice, at=MONDAY
        )


def test_a_supplement_that_is_not_whole_does_not_start_the_clock_again(desk):
    dossier = processing(desk)
    services.ask_supplement(dossier_id=dossier.pk, items=asked(), by=desk.justice, at=MONDAY)

    with pytest.raises(
        services.MissingSupplement, match="Còn thiếu giấy tờ đã yêu cầu bổ sung: Giấy chứng sinh"
    ):
        services.take_supplement(dossier_id=dossier.pk, by=desk.le, at=LATER)


def test_a_notice_after_three_working_days_is_marked_as_late(desk):
    for days, late in ((3, False), (5, True)):
        dossier = processing(desk, land(desk))
        services.ask_supplement(
            dossier_id=dossier.pk, items=asked("land_origin"), by=desk.land, at=MONDAY + timedelta(days=days)
        )
        details = ledger.entries(dossier.ledger_stream).last().payload["details"]
        assert details["notice_late"] is late


@pytest.mark.parametrize(
    ("reason", "ground", "field"), [(" ", "Điều 1", "reason"), ("Vì", "", "legal_ground")]
)
def test_a_refusal_needs_its_reason_and_its_legal_ground(desk, reason, ground, field):
    with pytest.raises(services.ReasonNeeded) as refused:
        services.refuse(intake=birth(desk), reason=reason, legal_ground=ground, by=desk.le, at=MONDAY)

    assert refused.value.field == field


def test_what_is_done_at_the_counter_is_no_plain_step(desk):
    dossier = processed(desk)

    with pytest.raises(services.NotHere, match="làm ở quầy"):
        services.complete_step(dossier_id=dossier.pk, step_id=open_step(dossier).pk, by=desk.le, at=MONDAY)


def test_a_verification_lengthens_the_limit_once_and_within_the_law(desk):
    dossier = processing(desk, single(desk))
    extend = {"dossier_id": dossier.pk, "reason": "Gửi xác minh", "by": desk.justice, "at": LATER}

    with pytest.raises(services.CannotExtend, match="Chỉ gia hạn được đến 17:00 ngày 16/12/2026"):
        services.extend_limit(days=30, **extend)
    longer = services.extend_limit(days=10, **extend)
    assert longer.due_at > longer.first_due_at
    with pytest.raises(services.CannotExtend, match="không hẹn lại thêm"):
        services.extend_limit(days=1, **extend)


def test_a_broken_promise_is_not_moved(desk):
    dossier = processing(desk, single(desk))

    with pytest.raises(services.CannotExtend, match="đã quá hẹn"):
        services.extend_limit(
            dossier_id=dossier.pk, days=5, reason="Chậm", by=desk.justice, at=MONDAY + timedelta(days=10)
        )


def test_an_apology_names_a_new_day_and_the_first_promise_still_judges(desk):
    dossier = processing(desk, single(desk))
    due = dossier.due_at

    after = services.apologise(
        dossier_id=dossier.pk, reason="Chờ tra cứu", due_at=due + timedelta(days=3), by=desk.head, at=LATER
    )

    assert after.due_at == due
    assert after.due_changes.get().due_after == due + timedelta(days=3)
