"""Acts on a dossier from its page: the form, the one call, and the page as it is then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.surfaces.desk.dossier_moves import MOVES, offered
from motcua.surfaces.desk.dossier_scene import scene
from tests.clock import clock
from tests.factories import dossiers as made
from tests.factories.dossiers import MONDAY
from tests.surfaces.desk.dossier_client import PART, address, counter, seen

__all__ = ["clock", "counter"]


@pytest.fixture
def dossier(counter) -> Dossier:
    return made.accepted(counter.desk)


def test_the_counter_hands_a_dossier_over(counter, dossier):
    answer = counter.client("le").post(address(dossier, "chuyen"), {"revision": 1, "note": "Đủ giấy tờ"})

    dossier.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, address(dossier))
    assert dossier.state == "processing"


def test_the_part_is_what_a_reload_would_show(counter, dossier):
    le = counter.client("le")

    part = le.post(address(dossier, "chuyen"), {"revision": 1}, headers=PART)

    assert part.headers["HX-Push-Url"] == address(dossier)
    assert seen(part.text) in seen(le.get(address(dossier)).text)


def test_an_opened_form_is_the_same_as_part_and_as_page(counter, dossier):
    le = counter.client("le")

    part = le.get(address(dossier, "ghi-chu"), headers=PART | {"HX-Target": "viec-mo"})

    assert seen(part.text) in seen(le.get(address(dossier, "ghi-chu")).text)


def test_a_stale_screen_hears_who_did_what_and_keeps_what_was_typed(counter, dossier):
    services.transfer(dossier_id=dossier.pk, by=counter.desk.tam, at=MONDAY)

    answer = counter.client("le").post(address(dossier, "chuyen"), {"revision": 1, "note": "Cần xem kỹ"})

    assert answer.status_code == 422
    assert "đã được Lê Văn Tám chuyển giải quyết" in answer.text
    assert "Cần xem kỹ" in answer.text
    assert "Đang chờ Tư pháp – Hộ tịch: Ngô Thanh Tùng" in answer.text


def test_a_screen_that_is_only_older_may_be_sent_again_as_it_is(counter, dossier):
    services.add_files(dossier_id=dossier.pk, files=(counter.scan(),), by=counter.desk.tam, at=MONDAY)
    le = counter.client("le")

    answer = le.post(address(dossier, "chuyen"), {"revision": 1, "note": "Đủ giấy tờ"})

    assert answer.status_code == 422
    assert "đã được Lê Văn Tám thêm tệp" in answer.text
    assert 'name="revision" value="2"' in answer.text
    assert "Đủ giấy tờ" in answer.text


def test_what_is_missing_is_said_and_nothing_typed_is_lost(counter, dossier):
    answer = counter.client("le").post(
        address(dossier, "rut"), {"revision": 1, "reason": "   "}, headers=PART
    )

    dossier.refresh_from_db()
    assert answer.status_code == 422
    assert "Ghi lý do, để người dân hiểu" in answer.text
    assert dossier.state == "accepted"


def test_an_act_that_is_not_open_leads_back_to_the_page(counter, dossier):
    assert counter.client("justice").get(address(dossier, "chuyen")).url == address(dossier)


def test_an_act_by_the_wrong_role_is_refused_with_a_sentence(counter, dossier):
    answer = counter.client("justice").post(address(dossier, "chuyen"), {"revision": 1})

    dossier.refresh_from_db()
    assert answer.status_code == 422
    assert "Việc này dành cho: Trưởng bộ phận một cửa" in answer.text
    assert dossier.state == "accepted"


def test_an_unknown_act_is_not_found(counter, dossier):
    assert counter.client("le").get(f"{address(dossier)}bay-len-troi/").status_code == 404


def test_every_act_that_is_offered_opens_its_form_and_no_other_does(counter):
    desk, opened, closed = counter.desk, set(), set()
    lives = [
        made.accepted(desk, made.copies(desk)), made.processing(desk), made.drafted(desk), made.signed(desk),
        made.processed(desk, made.copies(desk)), counter.registered(), counter.asked(), counter.unpaid(),
    ]  # fmt: skip
    for who in ("le", "head", "justice", "leader", "clerk", "land"):
        client = counter.client(who)
        for life in lives:
            slugs = {move.slug for move in offered(scene(life, getattr(desk, who)))}
            for slug in slugs:
                assert client.get(address(life, slug)).status_code == 200, slug
            for slug in MOVES.keys() - slugs - closed:  # once for each act
                assert client.get(address(life, slug)).url == address(life), slug
            opened, closed = opened | slugs, closed | MOVES.keys() - slugs

    assert opened == set(MOVES) - {"bo-qua-buoc", "hoan-phi", "nhan-ho-so-da-du"}
    assert closed == set(MOVES) - {"ghi-chu", "them-tep"}  # everybody may


def test_work_goes_back_with_its_reason(counter):
    dossier = made.drafted(counter.desk)
    step = made.open_step(dossier)

    counter.client("leader").post(
        address(dossier, "chuyen-tra-lai"),
        {"revision": dossier.revision, "step_id": step.pk, "to_key": "s2", "reason": "Sai tên đệm"},
    )

    page = counter.client("justice").get(address(dossier)).text
    assert "Sai tên đệm" in page
    assert "(lần 2)" in page


def test_a_leader_hands_a_step_to_somebody_else(counter):
    other = counter.desk.officer("civil_status_officer", name="Trần Hộ Tịch")
    dossier = made.processing(counter.desk)
    step = made.open_step(dossier)

    counter.client("leader").post(
        address(dossier, "phan-cong"),
        {"revision": dossier.revision, "step_id": step.pk, "account_id": other.account_id, "part": "do"},
    )

    assert made.open_step(dossier).assignee_id == other.account_id


def test_a_note_needs_words_and_stays_in_the_diary(counter, dossier):
    le = counter.client("le")

    assert le.post(address(dossier, "ghi-chu"), {"revision": 1, "text": ""}).status_code == 422
    le.post(address(dossier, "ghi-chu"), {"revision": 1, "text": "Đã gọi điện, mai đến"})

    assert "Đã gọi điện, mai đến" in le.get(address(dossier)).text


def test_an_older_screen_may_still_add_a_note(counter, dossier):
    services.transfer(dossier_id=dossier.pk, by=counter.desk.tam, at=MONDAY)

    answer = counter.client("le").post(address(dossier, "ghi-chu"), {"revision": 1, "text": "Đã gọi"})

    assert answer.status_code == 302


def test_a_limit_is_lengthened_within_what_the_law_allows(counter):
    dossier = made.processing(counter.desk, made.single(counter.desk))
    long, ten = (
        {"days": "30", "reason": "Xác minh nơi cư trú cũ"},
        {"days": "10", "reason": "Xác minh nơi cư trú cũ"},
    )
    clerk = counter.client("justice")

    refused = clerk.post(address(dossier, "gia-han"), long | {"revision": dossier.revision})
    clerk.post(address(dossier, "gia-han"), ten | {"revision": dossier.revision})

    assert "Chỉ gia hạn được đến" in refused.text
    before = dossier.due_at
    dossier.refresh_from_db()
    assert dossier.due_at > before + timedelta(days=10)


def test_what_was_handed_in_from_afar_is_accepted_with_a_day(counter):
    dossier = counter.registered()

    counter.client("le").post(address(dossier, "tiep-nhan"), {"revision": dossier.revision})

    dossier.refresh_from_db()
    assert (dossier.state, dossier.due_at is not None) == ("accepted", True)


def test_a_refusal_names_its_reason_and_its_ground(counter):
    dossier = counter.registered()
    officer, page = counter.client("le"), address(dossier, "tu-choi")

    half = officer.post(page, {"revision": dossier.revision, "reason": "Sai thẩm quyền", "legal_ground": ""})
    officer.post(
        page,
        {"revision": dossier.revision, "reason": "Sai thẩm quyền", "legal_ground": "Điều 13 Luật Hộ tịch"},
    )

    dossier.refresh_from_db()
    assert "Ghi căn cứ pháp luật" in half.text
    assert "Sai thẩm quyền" in half.text
    assert dossier.state == "not_accepted"


def test_a_supplement_names_each_paper_and_what_is_to_be_mended(counter):
    dossier = made.processing(counter.desk, made.land(counter.desk))
    officer, page = counter.client("land"), address(dossier, "yeu-cau-bo-sung")
    ticked = {"revision": dossier.revision, "tick-land_origin": "true", "kind-land_origin": "certified"}

    nothing = officer.post(page, {"revision": dossier.revision})
    unsaid = officer.post(page, ticked)
    officer.post(page, ticked | {"why-land_origin": "Thiếu sơ đồ thửa đất", "respond_by": "01/01/2099"})

    assert "Chọn ít nhất một giấy tờ cần bổ sung" in nothing.text
    assert "Ghi rõ cần mang thêm hoặc sửa gì" in unsaid.text
    item = dossier.supplement_items.get()
    assert (item.reason, item.copy_kind) == ("Thiếu sơ đồ thửa đất", "certified")


def test_an_incomplete_supplement_is_told_what_is_missing(counter):
    dossier = counter.asked()

    answer = counter.client("le").post(
        address(dossier, "nhan-bo-sung"),
        {"revision": dossier.revision, "kind-land_origin": "original", "quantity-land_origin": "1"},
    )

    assert answer.status_code == 422
    assert "Còn thiếu giấy tờ đã yêu cầu bổ sung" in answer.text


def test_a_duty_that_is_paid_lets_the_clock_go_on(counter):
    dossier = counter.unpaid()

    counter.client("le").post(
        address(dossier, "xac-nhan-nop-tien"),
        {"revision": dossier.revision, "receipt_note": "Giấy nộp tiền số 0012345"},
    )

    dossier.refresh_from_db()
    assert (dossier.state, dossier.due_at is not None) == ("processing", True)


def test_an_apology_names_the_new_day_and_keeps_the_first(counter):
    dossier = made.processing(counter.desk, made.single(counter.desk))

    answer = counter.client("leader").post(
        address(dossier, "xin-loi-hen-lai"),
        {"revision": dossier.revision, "due_on": "31/11/2026", "reason": "Chờ nơi cư trú cũ trả lời"},
    )
    counter.client("leader").post(
        address(dossier, "xin-loi-hen-lai"),
        {"revision": dossier.revision, "due_on": "04/12/2026", "reason": "Chờ nơi cư trú cũ trả lời"},
    )

    before = dossier.due_at
    dossier.refresh_from_db()
    assert "Ngày chưa đúng. Ví dụ: 26/11/2026" in answer.text
    assert dossier.due_at == before
    assert timezone.localtime(dossier.due_changes.get().due_after).isoformat() == "2026-12-04T17:00:00+07:00"
