from datetime import date

import pytest
from django.db import IntegrityError

from motcua.directives import queries, services
from motcua.directives.inputs import AttendanceInput
from motcua.directives.models import Attendance
from motcua.kernel.models import Event
from tests.factories.directives import FRIDAY, conference, drafted, held, issue


def test_a_conference_keeps_agenda_minutes_and_who_came(district):
    guests = (
        AttendanceInput(name="Võ Văn Hai", unit_id=district.town.pk),
        AttendanceInput(unit_id=district.an_hiep.pk, present=False),
    )

    meeting = held(district, attendance=guests, minutes="Nhất trí bốn kết luận.")

    rows = meeting.attendance.order_by("pk").values_list("name", "unit__name", "present")
    assert list(rows) == [("Võ Văn Hai", "Thị trấn Cái Tàu Hạ", True), ("", "Xã An Hiệp", False)]
    assert [line.title for line in queries.history(meeting)] == ["Ghi hội nghị"]
    assert Event.objects.get().name == "conference.recorded"


def test_a_correction_replaces_the_list_of_attendance(district):
    meeting = held(district)

    services.correct_conference(
        conference_id=meeting.pk,
        facts=conference(minutes="Đủ", attendance=(AttendanceInput(name="Lê Thị Hạnh"),)),
        by=district.hanh,
        at=FRIDAY,
    )

    assert [guest.name for guest in meeting.attendance.all()] == ["Lê Thị Hạnh"]


def test_a_guest_stands_in_the_list_once(district):
    twice = (AttendanceInput(name="Võ Văn Hai"), AttendanceInput(name=" Võ  Văn Hai "))

    with pytest.raises(services.UnitTwice, match="Võ Văn Hai đã có trong danh sách dự"):
        held(district, attendance=twice)


def test_the_database_refuses_a_guest_twice(district):
    meeting = held(district)

    with pytest.raises(IntegrityError):
        Attendance.objects.create(conference=meeting, name="Võ Văn Hai")


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        ({"title": " "}, "Ghi tên hội nghị"),
        ({"chair_name": ""}, "Ghi người chủ trì"),
        ({"attendance": (AttendanceInput(),)}, "Ghi tên người dự hoặc đơn vị dự"),
    ],
)
def test_what_must_be_known_of_a_conference_is_asked_for(district, gap, sentence):
    with pytest.raises(services.Incomplete, match=sentence):
        held(district, **gap)


def test_a_unit_of_another_time_attends_nothing(district):
    guests = (AttendanceInput(unit_id=district.an_hiep.pk),)

    with pytest.raises(services.UnitNotThere, match="không còn hoạt động vào ngày 02/07/2025"):
        held(district, held_on=date(2025, 7, 2), attendance=guests)


def test_a_conference_has_one_notice(district):
    meeting = held(district)
    drafted(district, kind="conference_conclusion", conference_id=meeting.pk)

    with pytest.raises(services.WrongConference, match="đã có thông báo kết luận"):
        drafted(district, kind="conference_conclusion", conference_id=meeting.pk)
    with pytest.raises(services.WrongConference, match="Chỉ thông báo kết luận"):
        drafted(district, conference_id=meeting.pk)


def test_after_the_conclusions_are_out_the_conference_stays_as_it_was(district):
    meeting = held(district)
    issue(district, drafted(district, kind="conference_conclusion", conference_id=meeting.pk))

    with pytest.raises(services.WrongConference, match="Đã ban hành thông báo kết luận"):
        services.correct_conference(conference_id=meeting.pk, facts=conference(), by=district.hanh, at=FRIDAY)


def test_conclusions_are_not_announced_before_the_conference(district):
    meeting = held(district, held_on=date(2021, 3, 1))
    directive = drafted(district, kind="conference_conclusion", conference_id=meeting.pk)

    with pytest.raises(services.WrongDay, match="Hội nghị họp ngày 01/03/2021"):
        issue(district, directive)
