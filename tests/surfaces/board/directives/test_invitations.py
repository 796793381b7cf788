"""A conference of a day to come: who is invited; who came and what was said is written from the day on."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from motcua.directives import services
from motcua.directives.inputs import AttendanceInput
from motcua.directives.models import Conference
from motcua.directives.printing import opening_of
from motcua.kernel.vietnamese import day
from tests.factories.directives import conference, held
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.directives.test_conferences import NEW, typed


def next_week() -> str:
    return day(timezone.localdate() + timedelta(7))


def test_a_conference_of_a_day_to_come_is_told_by_whom_it_invites(district):
    client = client_of(district.hanh)

    client.post(NEW, typed(held_on=next_week(), all_of="communes", **{"guests-0-name": "Lê Thị Hạnh"}))

    found = Conference.objects.get()
    shown = client.get(reverse("board:conference", args=[found.pk])).text
    assert found.attendance.count() == 13
    assert "Mời 13" in shown
    assert "có mặt" not in shown
    assert "vắng" not in shown


def test_minutes_and_absences_of_a_day_to_come_are_refused_and_stay_on_the_page(district):
    client = client_of(district.hanh)
    minutes = client.post(NEW, typed(held_on=next_week(), minutes="Nhất trí bốn kết luận."))
    absent = client.post(
        NEW, typed(held_on=next_week(), **{"guests-0-name": "Lê Thị Hạnh", "guests-0-absent": "on"})
    )

    assert (minutes.status_code, absent.status_code) == (422, 422)
    assert f"Hội nghị họp ngày {next_week()}, từ ngày đó mới ghi biên bản." in minutes.text
    assert "Nhất trí bốn kết luận.</textarea>" in minutes.text
    assert "chưa biết ai vắng" in absent.text
    assert 'value="Lê Thị Hạnh"' in absent.text
    assert not Conference.objects.exists()


def test_who_was_invited_is_counted_as_there_once_the_list_is_saved_on_the_day(district):
    now = timezone.now()
    on = timezone.localdate(now)
    guests = (AttendanceInput(name="Lê Thị Hạnh"), AttendanceInput(name="Võ Văn Hai"))
    meeting = held(district, at=now - timedelta(7), held_on=on, attendance=guests)
    address = reverse("board:conference", args=[meeting.pk])

    before = client_of(district.hanh).get(address).text
    assert "Dự họp" not in opening_of(meeting)
    services.correct_conference(
        conference_id=meeting.pk, facts=conference(held_on=on, attendance=guests), by=district.hanh, at=now
    )

    assert "Mời 2, chưa điểm danh" in before
    assert "2 trên 2 có mặt" in client_of(district.hanh).get(address).text
    assert "Dự họp có 2 đại biểu." in opening_of(meeting)
