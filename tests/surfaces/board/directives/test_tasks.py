"""A task on the screen: done only with evidence, moved only with a reason, talk with its readers."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.directives.models import Recipient, Task
from motcua.directives.services import open_calendar_feed, report_progress
from motcua.documents.models import StoredFile
from motcua.kernel.vietnamese import day
from tests.factories.directives import assigned, proven, task
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.directives.test_entering import PDF


@pytest.fixture(autouse=True)
def vault(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def it(district) -> Task:
    """An Hiệp has ten days for it."""
    in_ten_days = timezone.localdate() + timedelta(days=10)
    return assigned(district, task(district.an_hiep, deadline_on=in_ten_days), at=timezone.now())


def act(it: Task, slug: str) -> str:
    return reverse("board:task_act", args=[it.pk, slug])


def test_whoever_opens_a_directive_first_has_received_it(district, it):
    client_of(district.ba).get(reverse("board:directive", args=[it.directive_id]))

    seen = Recipient.objects.exclude(received_at=None).get()
    assert (seen.unit, seen.received_by_id) == (district.an_hiep, district.ba.account_id)


def test_a_task_without_evidence_is_not_done_and_says_what_to_do(district, it):
    page = client_of(district.ba).post(act(it, "hoan-thanh"), {"outcome": "42 mét giá"})

    it.refresh_from_db()
    assert page.status_code == 422
    assert "chưa có minh chứng. Thêm báo cáo, văn bản hay hình ảnh, rồi mới báo hoàn thành." in page.text
    assert 'value="42 mét giá"' in page.text
    assert it.state == "assigned"


def test_a_file_proves_it_and_can_be_opened(district, it):
    ba = client_of(district.ba)
    file = SimpleUploadedFile("bien-ban.pdf", PDF, content_type="application/pdf")
    ba.post(act(it, "minh-chung"), {"kind": "minutes", "text": "", "file": file})
    piece = it.evidence.get()

    ba.post(act(it, "hoan-thanh"), {"evidence_id": piece.pk, "outcome": "42 mét giá"})

    it.refresh_from_db()
    assert (it.state, it.closing_evidence, it.outcome) == ("done", piece, "42 mét giá")
    opened = client_of(district.hanh).get(reverse("board:task_evidence", args=[it.pk, piece.pk]))
    assert b"".join(opened.streaming_content) == PDF


def test_evidence_of_nothing_is_refused(district, it):
    page = client_of(district.ba).post(act(it, "minh-chung"), {"kind": "report"})

    assert "Đính kèm tệp, hoặc ghi rõ minh chứng là gì, xem ở đâu." in page.text


def test_an_evidence_form_sent_twice_is_one_piece(district, it):
    ba = client_of(district.ba)
    shown = ba.get(act(it, "minh-chung")).text
    key = shown.partition('name="key" value="')[2].partition('"')[0]
    typed = {"kind": "report", "text": "Báo cáo 5/BC-UBND", "key": key}

    ba.post(act(it, "minh-chung"), typed)
    again = ba.post(act(it, "minh-chung"), typed)

    assert len(key) == 32
    assert again.status_code == 302
    assert it.evidence.count() == 1


def test_a_file_of_somebody_who_may_not_act_is_not_stored(district, it):
    file = SimpleUploadedFile("bien-ban.pdf", PDF, content_type="application/pdf")

    page = client_of(district.hanh).post(act(it, "minh-chung"), {"kind": "minutes", "file": file})

    assert "Việc này của đơn vị chủ trì hoặc phối hợp: xã An Hiệp" in page.text
    assert not StoredFile.objects.exists()


def test_who_gave_a_task_is_offered_its_end_once_there_is_evidence(district, it):
    hanh, address = client_of(district.hanh), reverse("board:task", args=[it.pk])
    before = hanh.get(address).text
    proven(district, it, at=timezone.now())

    assert act(it, "hoan-thanh") not in before
    assert "Đơn vị làm việc này chưa thêm minh chứng." in before
    assert act(it, "hoan-thanh") in hanh.get(address).text
    assert act(it, "hoan-thanh") in client_of(district.ba).get(address).text


def test_progress_is_told_and_shown(district, it):
    ba = client_of(district.ba)

    wrong = ba.post(act(it, "tien-do"), {"text": "đã xong một nửa", "percent": "120"})
    ba.post(act(it, "tien-do"), {"text": "đã xong một nửa", "percent": "50"})

    assert "Ghi một số từ 0 đến 100" in wrong.text
    assert "đã xong một nửa</textarea>" in wrong.text
    assert "50%" in client_of(district.hanh).get(reverse("board:task", args=[it.pk])).text


def test_more_time_needs_a_reason_and_a_later_day(district, it):
    hanh, later = client_of(district.hanh), day(timezone.localdate() + timedelta(days=20))

    without = hanh.post(act(it, "gia-han"), {"to_on": later})
    earlier = hanh.post(act(it, "gia-han"), {"to_on": day(timezone.localdate()), "reason": "thiếu kệ"})
    hanh.post(act(it, "gia-han"), {"to_on": later, "reason": "thiếu kệ"})

    assert "Ghi lý do" in without.text
    assert "Hạn mới phải sau hạn cũ" in earlier.text
    assert it.extensions.get().reason == "thiếu kệ"


def test_the_unit_that_works_may_not_give_itself_more_time(district, it):
    page = client_of(district.ba).post(
        act(it, "gia-han"), {"to_on": day(timezone.localdate() + timedelta(days=20)), "reason": "bận"}
    )

    assert "Việc này của nơi giao nhiệm vụ" in page.text


def test_a_task_is_taken_back_with_a_reason(district, it):
    client_of(district.hanh).post(act(it, "thoi-giao"), {"reason": "đã giao nơi khác"})

    it.refresh_from_db()
    assert it.state == "cancelled"


def test_a_neighbour_does_not_see_it(district, it):
    page = client_of(district.tu).get(reverse("board:task", args=[it.pk]))

    assert page.status_code == 403
    assert "không giao cho đơn vị của bạn" in page.text


def test_opening_a_task_is_reading_what_was_said(district, it):
    hanh = client_of(district.hanh)
    hanh.post(reverse("board:task_say", args=[it.pk]), {"text": "Xã cần thêm kệ sắt không?"})
    assert "Chưa ai xem" in hanh.get(reverse("board:task", args=[it.pk])).text

    client_of(district.ba).get(reverse("board:task", args=[it.pk]))

    assert "Trần Văn Ba (" in hanh.get(reverse("board:task", args=[it.pk])).text


def test_nothing_said_is_asked_for(district, it):
    page = client_of(district.ba).post(reverse("board:task_say", args=[it.pk]), {"text": "  "})

    assert page.status_code == 422
    assert "Viết nội dung trao đổi." in page.text


def test_the_late_board_shows_the_last_word(district, it):
    report_progress(task_id=it.pk, text="chờ kệ sắt", percent=40, by=district.ba, at=timezone.now())
    Task.objects.filter(pk=it.pk).update(deadline_on=timezone.localdate() - timedelta(days=3))

    page = client_of(district.chair).get(reverse("board:task_late"))

    assert "Đang trễ 1 trên 1 việc" in page.text
    assert "chờ kệ sắt" in page.text


def test_a_telephone_fetches_the_deadlines_with_its_secret_address(district, it):
    feed = open_calendar_feed(by=district.ba, at=timezone.now())
    address = reverse("board:feed", args=[feed.token])

    calendar = Client().get(address)

    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"DTSTART;VALUE=DATE:{it.deadline_on:%Y%m%d}" in calendar.text


def test_a_changed_address_closes_the_old_one(district, it):
    feed = open_calendar_feed(by=district.ba, at=timezone.now())
    ba = client_of(district.ba)

    ba.post(reverse("board:feed_change"), {"viec": "doi"})

    assert Client().get(reverse("board:feed", args=[feed.token])).status_code == 404
    assert ".ics" in ba.get(reverse("board:feed_help")).text


def test_the_rail_counts_what_is_unseen_and_due(district, it):
    Task.objects.filter(pk=it.pk).update(deadline_on=timezone.localdate())

    page = client_of(district.ba).get(reverse("board:conference_list"))

    assert page.text.count('<span class="m-num">1</span>') == 2


def test_a_task_done_stays_open_to_talk_only(district, it):
    ba = client_of(district.ba)
    proven(district, it, at=timezone.now())
    ba.post(act(it, "hoan-thanh"), {"outcome": "xong"})

    page = ba.get(reverse("board:task", args=[it.pk]))

    assert "Việc kế tiếp" not in page.text
    assert "Viết cho các đơn vị" in page.text


def test_a_file_that_is_not_taken_says_the_same_as_the_hint(district, it):
    program = SimpleUploadedFile("minh-chung.pdf", b"MZ" + b"\0" * 64)
    client = client_of(district.ba)
    kinds = "PDF, ảnh (JPG, PNG), văn bản (DOCX, ODT) hoặc bảng tính (XLSX)"

    hint = client.get(act(it, "minh-chung")).text
    page = client.post(act(it, "minh-chung"), {"kind": "report", "file": program})

    assert f"Tệp {kinds}" in hint
    assert f"Gửi tệp {kinds}." in page.text
