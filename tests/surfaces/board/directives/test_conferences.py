"""A conference on the screen: its guests, its minutes, its conclusions."""

from django.urls import reverse
from django.utils import timezone

from motcua.directives.inputs import AttendanceInput
from motcua.directives.models import Conference
from motcua.kernel.vietnamese import day
from tests.factories.directives import drafted, held, issue
from tests.factories.organisation import UnitFactory
from tests.surfaces.board.directives.office import client_of

NEW = reverse("board:conference_new")


def typed(**changes: object) -> dict[str, object]:
    return {
        "title": "Hội nghị chuyên đề cải cách hành chính", "held_on": day(timezone.localdate()),
        "place": "hội trường huyện", "chair_name": "Phạm Tấn Xiếu", "agenda": "Kết quả năm 2020",
        "guests-TOTAL_FORMS": 2, "guests-INITIAL_FORMS": 0, **changes,
    }  # fmt: skip


def test_all_communes_came_but_the_one_that_a_line_says_did_not(district):
    client_of(district.hanh).post(
        NEW,
        typed(**{"all_of": "communes", "guests-0-unit_id": district.an_hiep.pk, "guests-0-absent": "on",
                 "guests-1-name": "Lê Thị Hạnh"}),
    )  # fmt: skip

    conference = Conference.objects.get()
    assert conference.attendance.count() == 13
    assert conference.attendance.get(present=False).unit == district.an_hiep


def test_every_cell_of_a_line_is_named_by_the_number_of_the_line(district):
    page = client_of(district.hanh).get(NEW).text

    assert [page.count(f", dòng {number}</span>") for number in (1, 2, 3)] == [4, 4, 4]


def test_the_same_guest_twice_is_refused_and_all_lines_stay(district):
    page = client_of(district.hanh).post(
        NEW, typed(**{"guests-0-name": "Lê Thị Hạnh", "guests-1-name": "Lê Thị Hạnh"})
    )

    assert page.status_code == 422
    assert "Lê Thị Hạnh đã có trong danh sách dự." in page.text
    assert page.text.count('value="Lê Thị Hạnh"') == 2


def test_a_conference_without_a_place_asks_for_it(district):
    page = client_of(district.hanh).post(NEW, typed(place=""))

    assert "Ghi nơi họp." in page.text
    assert "Kết quả năm 2020</textarea>" in page.text


def test_minutes_are_added_until_the_conclusions_are_out(district):
    conference = held(district, at=timezone.now(), held_on=timezone.localdate())
    address = reverse("board:conference_edit", args=[conference.pk])
    client_of(district.hanh).post(address, typed(minutes="Thống nhất 4 kết luận."))
    directive = drafted(
        district, at=timezone.now(), kind="conference_conclusion", conference_id=conference.pk
    )
    issue(district, directive, at=timezone.now())

    page = client_of(district.hanh).post(address, typed(minutes="Khác"))

    conference.refresh_from_db()
    assert "không sửa thông tin hội nghị được nữa" in page.text
    assert conference.minutes == "Thống nhất 4 kết luận."


def test_a_commune_reads_the_conference_behind_its_conclusions_and_no_other(district):
    conference = held(district, at=timezone.now(), held_on=timezone.localdate())
    address = reverse("board:conference", args=[conference.pk])
    assert client_of(district.ba).get(address).status_code == 403
    directive = drafted(
        district, at=timezone.now(), kind="conference_conclusion", conference_id=conference.pk
    )
    issue(district, directive, at=timezone.now())

    assert client_of(district.ba).get(address).status_code == 200


def test_a_guest_of_elsewhere_stays_in_the_list_when_the_minutes_are_written(district):
    far = UnitFactory(
        code="H-xa-la", name="Xã Lạ", short_name="Lạ", level="commune", kind="xa", agency_code=""
    )
    conference = held(
        district,
        at=timezone.now(),
        held_on=timezone.localdate(),
        attendance=(AttendanceInput(unit_id=far.pk),),
    )
    address, hanh = reverse("board:conference_edit", args=[conference.pk]), client_of(district.hanh)

    shown = hanh.get(address).text
    hanh.post(
        address, typed(minutes="Thống nhất.", **{"guests-0-unit_id": far.pk, "guests-INITIAL_FORMS": 2})
    )

    conference.refresh_from_db()
    assert f'<option value="{far.pk}" selected>Xã Lạ</option>' in shown
    assert conference.minutes == "Thống nhất."
    assert conference.attendance.get().unit == far


def revision_in(page):
    return page.text.partition('name="revision" value="')[2].partition('"')[0]


def test_two_people_at_one_conference_do_not_overwrite_each_other(district):
    conference = held(district, at=timezone.now(), held_on=timezone.localdate())
    address = reverse("board:conference_edit", args=[conference.pk])
    hanh, chair = client_of(district.hanh), client_of(district.chair)
    seen = revision_in(hanh.get(address))
    hanh.post(address, typed(minutes="Thống nhất 4 kết luận.", revision=seen))

    late = chair.post(address, typed(minutes="Chủ trì kết luận", revision=seen))

    conference.refresh_from_db()
    assert late.status_code == 422
    assert "Hội nghị vừa được đổi: " in late.text
    assert "biên bản" in late.text
    assert "(Lê Thị Hạnh, lúc " in late.text
    assert "Chủ trì kết luận</textarea>" in late.text
    assert conference.minutes == "Thống nhất 4 kết luận."
    chair.post(address, typed(minutes="Chủ trì kết luận", revision=revision_in(late)))
    conference.refresh_from_db()
    assert conference.minutes == "Chủ trì kết luận"
