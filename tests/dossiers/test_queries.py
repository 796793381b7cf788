from datetime import date, datetime, timedelta

import pytest

from motcua.dossiers import papers, queries, services
from motcua.dossiers.inputs import SupplementInput
from motcua.dossiers.models import Dossier
from motcua.kernel.models import LedgerEntry
from tests.factories.dossiers import (
    HANOI,
    MONDAY,
    Desk,
    accepted,
    birth,
    copies,
    do,
    land,
    open_step,
    processed,
    processing,
    returned,
    signed,
)

LATER = MONDAY + timedelta(minutes=29)


def sentences(faults):
    return [fault.sentence for fault in faults]


def test_a_preview_promises_what_acceptance_then_promises(desk):
    what = land(desk)
    preview = queries.preview_due(desk.version("first_land_certificate"), "", "direct", desk.unit.pk, MONDAY)

    assert preview.due_at == accepted(desk, what).due_at
    assert preview.explanation is not None


def test_without_a_legal_total_the_preview_waits_for_days(desk):
    version = desk.version("martyr_worship_allowance")

    assert queries.preview_due(version, "", "direct", desk.unit.pk, MONDAY).limit is None
    promised = queries.preview_due(version, "", "direct", desk.unit.pk, MONDAY, limit_days=15)
    assert promised.due_at == datetime(2026, 12, 15, 9, 12, tzinfo=HANOI)


def test_a_preview_beyond_the_calendar_warns_and_promises_nothing(desk):
    late = datetime(2027, 12, 30, 9, 0, tzinfo=HANOI)

    preview = queries.preview_due(desk.version("first_land_certificate"), "", "direct", desk.unit.pk, late)

    assert preview.due_at is None
    assert "Chưa có lịch làm việc năm 2028" in preview.warning


def test_a_fee_is_shown_before_anything_is_written(desk):
    what = copies(desk)

    fee = queries.preview_fee(
        desk.version("certified_copy"), unit_id=desk.unit.pk, on=MONDAY.date(), answers=what.answers
    )

    assert fee.total_vnd == 30_000


def test_the_next_action_belongs_to_whoever_must_act(desk):
    def verb(dossier, officer):
        action = queries.next_action(dossier, officer)
        return action and action.verb

    waiting = accepted(desk)
    assert (verb(waiting, desk.le), verb(waiting, desk.justice)) == ("transfer", None)
    working = processing(desk)
    assert (verb(working, desk.justice), verb(working, desk.le)) == ("complete_step", None)
    ready = processed(desk)
    assert (verb(ready, desk.le), verb(ready, desk.clerk)) == ("return_result", None)
    assert verb(returned(desk), desk.le) is None


def test_the_acts_offered_are_those_that_would_not_be_refused(desk):
    assert queries.moves_for(processing(desk), desk.justice) == [
        "ask_supplement",
        "ask_payment",
        "complete_step",
        "send_back",
        "draft_result",
        "record_result",
        "extend_limit",
        "note",
    ]
    assert queries.moves_for(accepted(desk), desk.le) == ["transfer", "withdraw", "note"]


def test_history_tells_in_vietnamese_what_was_done_by_whom(desk):
    entries = queries.history(signed(desk))

    assert [(entry.title, entry.by_name, entry.state) for entry in entries] == [
        ("Tiếp nhận", "Trần Mỹ Lệ", "Được tiếp nhận"),
        ("Chuyển giải quyết", "Trần Mỹ Lệ", "Đang xử lý"),
        ("Soạn kết quả", "Ngô Thanh Tùng", ""),
        (f"Làm xong một bước: {entries[3].title.partition(': ')[2]}", "Ngô Thanh Tùng", ""),
        ("Ký kết quả", "Võ Thị Lan", ""),
    ]


def test_the_timeline_has_a_lane_for_each_branch_and_every_pause(desk):
    dossier = processing(desk, land(desk))
    do(desk, dossier, LATER)

    life = queries.timeline(Dossier.objects.get(pk=dossier.pk))

    assert [lane.key for lane in life.lanes] == ["main"]
    assert [pause.kind for pause in life.pauses] == ["posting"]
    assert len(life.lanes[0].steps) == 8


def test_a_citizen_follows_by_code_and_the_end_of_the_phone_or_by_the_receipt(desk):
    dossier = accepted(desk, copies(desk))

    assert queries.follow("261123-0001", "5678").dossier == dossier
    assert queries.follow(dossier.code.lower(), "345 678").owed_vnd == 30_000
    assert queries.follow_by_token(dossier.follow_token).dossier == dossier


@pytest.mark.parametrize(
    ("code", "tail"),
    [
        ("261123-0001", "678"),
        ("261123-0001", "9999"),
        ("0001", "5678"),
        ("", "5678"),
        ("261123-0009", "5678"),
    ],
)
def test_a_guess_finds_nothing_and_is_told_nothing(desk, code, tail):
    accepted(desk)

    with pytest.raises(queries.NotFound):
        queries.follow(code, tail)


def test_whoever_follows_sees_what_is_missing(desk):
    dossier = processing(desk, land(desk))
    item = SupplementInput(component_id="land_origin", reason="Thiếu sơ đồ")
    services.ask_supplement(dossier_id=dossier.pk, items=(item,), by=desk.land, at=LATER)

    view = queries.follow_by_token(dossier.follow_token)

    assert [missing.reason for missing in view.missing] == ["Thiếu sơ đồ"]
    assert view.pause.kind == "supplement"


def test_the_control_slip_has_a_line_for_each_hand_over_and_judges_it(desk):
    dossier = processing(desk, at=MONDAY)
    dossier = do(desk, dossier, datetime(2026, 11, 23, 14, 0, tzinfo=HANOI))

    hops = papers.control_slip(dossier, at=LATER).hops

    assert [(hop.from_signature, hop.to_signature, hop.result) for hop in hops] == [
        ("Trần Mỹ Lệ", "Ngô Thanh Tùng", "on_time"),
        ("Ngô Thanh Tùng", "Võ Thị Lan", "late"),
    ]


def test_the_register_lists_each_dossier_once_in_the_order_of_the_book(desk):
    first, second = returned(desk), accepted(desk)

    lines = list(queries.register_rows(desk.unit.pk, date(2026, 11, 23), date(2026, 11, 23)))

    assert [(line.no, line.dossier_code) for line in lines] == [(1, first.code), (2, second.code)]
    assert lines[0].transferred_on == lines[0].returned_on == date(2026, 11, 23)
    assert lines[1].returned_on is None


def test_untouched_records_have_no_fault(desk):
    returned(desk)
    accepted(desk)

    assert list(queries.verify_rows()) == []


def test_a_row_changed_behind_the_ledgers_back_is_named_with_its_column(desk):
    dossier = accepted(desk)
    Dossier.objects.filter(pk=dossier.pk).update(due_at=MONDAY + timedelta(days=9))

    assert sentences(queries.verify_rows()) == [
        "Hồ sơ H13.58.12-261123-0001 đã bị sửa ngoài sổ cái: hẹn trả."
    ]


def test_a_dossier_without_history_and_a_gap_in_the_book_are_named(desk):
    accepted(desk)
    gone = accepted(desk)
    accepted(desk)
    gone.components.all().delete()
    Dossier.objects.filter(pk=gone.pk).delete()

    assert sentences(queries.verify_rows()) == [
        "Hồ sơ H13.58.12-261123-0002 còn trong sổ cái nhưng đã mất.",
        "Dãy số dossier:H13.58.12:261123: không thấy số 2.",
        f"Dãy số book:{desk.unit.pk}:dossiers:2026: không thấy số 2.",
    ]


def test_a_row_that_the_ledger_does_not_know_is_named(desk):
    dossier = accepted(desk)
    copy = Dossier.objects.get(pk=dossier.pk)
    copy.pk, copy.code, copy.intake_key, copy.follow_token = None, "H13.58.12-261123-0002", "x", "y"
    copy.case = copy.bill = None
    copy.book_sequence = 2
    copy.save(force_insert=True)

    assert "Hồ sơ H13.58.12-261123-0002 không có trong sổ cái." in sentences(queries.verify_rows())
    assert LedgerEntry.objects.filter(stream=dossier.ledger_stream).exists()


def test_a_draft_comes_back_to_its_owner(desk):
    services.save_draft(key="a" * 32, content={"x": 1}, title="Bảo", by=desk.le, at=MONDAY)
    services.save_draft(key="a" * 32, content={"x": 2}, title="Gia Bảo", by=desk.le, at=LATER)

    drafts = queries.drafts_of(desk.le.account_id, desk.unit.pk)

    assert [(draft.title, draft.content, draft.saved_at) for draft in drafts] == [
        ("Gia Bảo", {"x": 2}, LATER)
    ]
    assert queries.drafts_of(desk.tam.account_id, desk.unit.pk) == []


def test_a_dossier_of_another_place_is_received_here_and_settled_there(desk):
    there = Desk()
    what = birth(desk, unit_id=there.unit.pk)
    dossier = accepted(desk, what)

    services.transfer(dossier_id=dossier.pk, by=desk.le, at=MONDAY)

    assert (dossier.received_unit, dossier.unit) == (desk.unit, there.unit)
    assert open_step(dossier).assignee_id == there.justice.account_id
    filters = queries.Filters(received_here=True)
    assert [row.pk for row in queries.page(desk.le, filters, at=MONDAY).rows] == [dossier.pk]
