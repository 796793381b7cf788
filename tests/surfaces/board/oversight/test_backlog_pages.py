"""The backlog on the screen, in mét giá."""

from django.urls import reverse
from django.utils import timezone

from motcua.oversight.models import BacklogBlock
from tests.factories.oversight import registered
from tests.surfaces.board.oversight.test_award_pages import page

BLOCK = {"fonds": "Phông xã An Hiệp", "year_from": "1998", "year_to": "2015", "volume_dm": "42,5"}


def test_a_block_is_entered_in_metres_and_worked_off(district):
    page(district.ba, "backlog_new", **BLOCK)
    row = BacklogBlock.objects.get()

    page(
        district.ba,
        "backlog_progress",
        row.pk,
        stage="file",
        processed_dm="12,5",
        destroyed_dm="",
        handed_over_dm="",
    )

    assert row.volume_dm == 425
    shown = page(district.ba, "backlog_list").text
    assert "42,5 mét giá" in shown
    assert "30 mét giá" in shown


def test_a_length_that_cannot_be_read_is_refused_and_stays(district):
    answer = page(district.ba, "backlog_new", **{**BLOCK, "volume_dm": "42,55"})

    assert answer.status_code == 422
    assert "lẻ thì một chữ số sau dấu phẩy" in answer.text
    assert "42,55" in answer.text
    assert not BacklogBlock.objects.exists()


def test_more_than_there_is_cannot_be_cleared(district):
    row = registered(district, timezone.now(), deadline_on=None)

    answer = page(district.ba, "backlog_progress", row.pk, stage="file", processed_dm="43")

    assert answer.status_code == 422
    assert "Chỉ còn 42 mét giá chưa chỉnh lý" in answer.text


def test_the_district_sees_its_communes_and_a_neighbour_does_not(district):
    row = registered(district, timezone.now(), deadline_on=None)

    assert "Xã An Hiệp" in page(district.hanh, "backlog_list").text
    assert page(district.tu, "backlog_block", row.pk).status_code == 404
    assert reverse("board:backlog_block", args=[row.pk]) in page(district.ba, "backlog_list").text
    assert page(district.ba, "backlog_deadline", row.pk).status_code == 200


def test_a_report_sent_twice_counts_once(district):
    row = registered(district, timezone.now(), deadline_on=None)
    asked = page(district.ba, "backlog_progress", row.pk).text
    key = asked.partition('name="key" value="')[2][:32]

    for _sending in range(2):
        page(district.ba, "backlog_progress", row.pk, stage="file", processed_dm="12", key=key)

    assert len(key) == 32
    assert "Còn 42 mét giá chưa chỉnh lý." in asked
    assert row.processed() == 120
