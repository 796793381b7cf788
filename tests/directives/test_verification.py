"""What is changed behind the services is found."""

import pytest

from motcua.directives import services
from motcua.directives.models import Attendance, Conference, Task
from motcua.directives.queries import verify_rows
from tests.factories.directives import (
    FRIDAY,
    assigned,
    conference,
    days_later,
    drafted,
    held,
    issue,
    proven,
)
from tests.kernel.tampering import as_once_written


def invited(meeting: Conference) -> None:
    Attendance.objects.create(conference=meeting, name="Người không mời")


def slipped_in(meeting: Conference) -> None:
    meeting.pk = None
    meeting.save(force_insert=True)


def test_what_the_services_did_is_without_fault(district):
    meeting = held(district, minutes="Thống nhất bốn\r\nkết luận. ")
    again = conference(title=" Hội nghị  sơ kết ")
    services.correct_conference(conference_id=meeting.pk, facts=again, by=district.hanh, at=FRIDAY)
    issue(district, drafted(district))

    assert list(verify_rows()) == []


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda meeting: Conference.objects.update(minutes="Khác"), "đã bị sửa ngoài sổ cái: nội dung."),
        (lambda meeting: meeting.attendance.update(present=False), "đã bị sửa ngoài sổ cái: nội dung."),
        (lambda meeting: meeting.attendance.first().delete(), "đã bị sửa ngoài sổ cái: nội dung."),
        (invited, "đã bị sửa ngoài sổ cái: nội dung."),
        (lambda meeting: meeting.delete(), "không thấy nữa."),
        (slipped_in, "không có trong sổ cái."),
    ],
)
def test_a_conference_changed_taken_away_or_slipped_in_behind_the_services_is_found(district, tamper, said):
    tamper(held(district))

    (fault,) = verify_rows()

    assert fault.sentence.endswith(said)


def test_a_task_whose_closing_was_backdated_behind_the_services_is_found(district):
    late = proven(district, assigned(district))
    services.close_task(task_id=late.pk, by=district.ba, at=days_later(300))
    services.send_message(task_id=late.pk, text="Đã nhận.", by=district.ba, at=days_later(301))
    assert list(verify_rows()) == []
    Task.objects.update(closed_at=days_later(200))

    (fault,) = verify_rows()

    assert fault.sentence.endswith("đã bị sửa ngoài sổ cái: đóng lúc.")


def test_conferences_and_tasks_of_which_the_ledger_once_kept_less_are_no_fault(district):
    held(district)
    late = proven(district, assigned(district))
    services.close_task(task_id=late.pk, by=district.ba, at=days_later(300))
    as_once_written("content", "closed_at")
    Conference.objects.update(title="Tên mà sổ cái cũ đã giữ nguyên chữ")

    assert list(verify_rows()) == []
