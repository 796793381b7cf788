"""Inspections of public duty: hidden until they start, exact to the minute, mended by tasks."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.calendars.services import load_national
from motcua.directives.models import Task
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.oversight import queries, services
from motcua.oversight.inputs import AttendanceInput, CheckInput, MemberInput, TargetInput, ViolationInput
from motcua.oversight.models import Finding, Inspection, InspectionMinutes
from tests.factories.directives import drafted, issue, officer
from tests.factories.oversight import (
    MORNING,
    inspection_planned,
    inspection_started,
    minuted,
    team,
    visit,
)

LATER = MORNING + timedelta(hours=2)


def record(district, row, at=LATER, **changes):
    target = row.targets.order_by("pk")[0]
    return services.record_minutes(target_id=target.pk, minutes=visit(**changes), by=district.hanh, at=at)


def knows(officer, row) -> bool:
    return queries.inspections(officer).filter(pk=row.pk).exists()


def test_a_surprise_is_hidden_from_all_but_its_team_until_it_starts(district):
    colleague = type(district.hanh)(
        district.tu.account_id, "Nguyễn Thị Tư", district.unit.pk, frozenset({"home_affairs_officer"})
    )
    row = inspection_planned(district)
    everybody = [district.hanh, district.chair, colleague, district.ba, district.head_of_town]
    before = [knows(one, row) for one in everybody]

    services.start_inspection(inspection_id=row.pk, by=district.hanh, at=MORNING)

    assert before == [True, True, False, False, False]
    assert [knows(one, row) for one in everybody] == [True, True, True, True, False]


def test_a_secret_is_not_told_by_its_refusals_either(district):
    row = inspection_planned(district)

    for act in (services.start_inspection, services.conclude_inspection):
        facts = {"conclusion": "x"} if act is services.conclude_inspection else {}
        with pytest.raises(Inspection.DoesNotExist):
            act(inspection_id=row.pk, by=district.ba, at=MORNING, **facts)
    with pytest.raises(Inspection.DoesNotExist):
        queries.inspection_for(district.ba, row.pk)
    assert "An Hiệp" not in str(row)


def test_the_news_of_a_surprise_names_no_place_before_it_starts(district):
    row = inspection_started(district)

    news = Event.objects.filter(name="inspection.moved").order_by("pk")
    assert [one.payload["target_unit_ids"] for one in news] == [[], [district.an_hiep.pk]]
    assert [entry.verb for entry in ledger.entries(row.stream)] == ["plan_inspection", "start"]


def test_a_surprise_given_up_stays_a_secret(district):
    row = inspection_planned(district)
    services.cancel_inspection(inspection_id=row.pk, reason="Trùng lịch", by=district.hanh, at=MORNING)

    assert knows(district.hanh, row)
    assert not knows(district.ba, row)


def test_a_planned_inspection_is_known_to_those_who_will_be_visited(district):
    assert knows(district.ba, inspection_planned(district, kind="planned"))


def test_who_plans_a_surprise_is_in_its_team(district):
    others = (
        MemberInput(account_id=district.chair.account_id, seat="head"),
        MemberInput(account_id=district.head_of_town.account_id),
    )

    with pytest.raises(services.Incomplete, match="người lập kế hoạch phải ở trong đoàn"):
        inspection_planned(district, team=others)


def test_nobody_inspects_the_own_office(district):
    with pytest.raises(services.NotImpartial, match="Trần Văn Ba đang công tác ở nơi được kiểm tra"):
        inspection_planned(district, team=(*team(district), MemberInput(account_id=district.ba.account_id)))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Ghi tên cuộc kiểm tra"),
        ({"contents": " "}, "Ghi nội dung kiểm tra"),
        ({"decision_number": ""}, "Ghi số quyết định"),
        ({"kind": "secret"}, "theo kế hoạch hay đột xuất"),
        ({"targets": ()}, "ít nhất một nơi"),
        ({"targets": (TargetInput(),)}, "Chọn đơn vị hoặc ghi tên"),
        ({"targets": (TargetInput(agency_text="Đài"), TargetInput(agency_text="Đài "))}, "Đài đã có trong kế hoạch"),
        ({"targets": (TargetInput(agency_text="Đài", visit_on=date(2021, 2, 2)),)}, "trước ngày quyết định"),
        ({"decided_on": date(2021, 2, 4)}, "04/02/2021 còn ở phía trước"),
        ({"team": ()}, "đúng một trưởng đoàn"),
    ],
)  # fmt: skip
def test_a_plan_with_something_missing_is_refused_in_words(district, changes, sentence):
    with pytest.raises((services.Incomplete, services.NamedTwice, services.WrongDay), match=sentence):
        inspection_planned(district, **changes)
    assert not Inspection.objects.exists()


def test_the_same_plan_sent_twice_is_one(district):
    inspection_planned(district)

    with pytest.raises(
        services.NamedTwice, match="“Kiểm tra đột xuất công vụ quý I năm 2021” đã có kế hoạch"
    ):
        inspection_planned(district)
    assert Inspection.objects.count() == 1


def test_a_secret_plan_is_not_told_to_a_colleague_who_plans_the_like(district):
    inspection_planned(district)
    other = officer(district.unit, "home_affairs_officer", name="Đỗ Văn Tám")
    members = (MemberInput(account_id=other.account_id, seat="head"),)

    assert inspection_planned(district, by=other, team=members).pk


def test_a_place_that_is_gone_by_then_is_not_planned(district):
    place = TargetInput(unit_id=district.an_hiep.pk, visit_on=date(2025, 7, 1))

    with pytest.raises(services.WrongDay, match="Xã An Hiệp không hoạt động vào ngày 01/07/2025"):
        inspection_planned(district, targets=(place,))


def test_attendance_is_kept_to_the_minute_and_lateness_is_worked_out_from_half_past_seven(district):
    load_national()
    row = inspection_started(district)
    opening = MORNING.replace(hour=7, minute=0)

    minutes = record(
        district,
        row,
        attendance=(
            AttendanceInput(full_name="Trần Văn Ba", seen_at=opening + timedelta(minutes=42, seconds=31)),
            AttendanceInput(full_name="Huỳnh Thị Bảy", present=False, reason="Nghỉ phép"),
        ),
    )

    assert [(one["seen_at"], one["present"], one["minutes_late"]) for one in minutes.attendance] == [
        ("07:42", True, 12),
        ("", False, 0),
    ]
    assert [one["full_name"] for one in minutes.absent] == ["Huỳnh Thị Bảy"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ended_at": MORNING - timedelta(minutes=1)}, "07:59 ngày 03/02/2021 trước giờ bắt đầu"),
        ({"ended_at": LATER + timedelta(minutes=1)}, "còn ở phía trước"),
        ({"started_at": MORNING - timedelta(hours=1)}, "buổi này ghi sớm hơn"),
        ({"unit_signer": ""}, "người đại diện đơn vị ký"),
        ({"attendance": (), "checks": ()}, "Ghi quân số hoặc"),
        ({"checks": (CheckInput(check="Niêm yết", result=""),)}, "Ghi kết quả"),
        ({"attendance": (AttendanceInput(full_name="Ba"),) * 2}, "Ba ghi hai lần"),
        ({"attendance": (AttendanceInput(full_name="Ba", present=False, seen_at=MORNING),)}, "Ba vắng mặt thì"),
        ({"attendance": (AttendanceInput(full_name="Ba", seen_at=MORNING + timedelta(days=1)),)}, "ngoài ngày"),
        ({"violations": (ViolationInput(text="Trễ", deadline_on=date(2021, 2, 2)),)}, "Hạn khắc phục 02/02/2021"),
        ({"violations": (ViolationInput(text=""),)}, "Ghi vi phạm"),
    ],
)  # fmt: skip
def test_minutes_with_something_wrong_are_refused_whole(district, changes, sentence):
    row = inspection_started(district)

    with pytest.raises((services.Incomplete, services.NamedTwice, services.WrongDay), match=sentence):
        record(district, row, **changes)
    assert not InspectionMinutes.objects.exists()
    assert not Finding.objects.exists()


LATE = AttendanceInput(full_name="Trần Văn Ba", seen_at=MORNING.replace(hour=7, minute=42))
AWAY = AttendanceInput(full_name="Huỳnh Thị Bảy", present=False)


@pytest.mark.parametrize(
    ("attendance", "sentence"),
    [
        ((LATE,), "Trần Văn Ba đến muộn 12 phút mà biên bản không ghi lý do, cũng không ghi vi phạm"),
        ((AWAY,), "Huỳnh Thị Bảy vắng mặt mà biên bản không ghi lý do, cũng không ghi vi phạm"),
    ],
)
def test_minutes_do_not_count_somebody_late_or_away_and_find_nothing_wrong(district, attendance, sentence):
    load_national()
    row = inspection_started(district)

    with pytest.raises(services.Incomplete, match=sentence):
        record(district, row, attendance=attendance, violations=())
    assert not InspectionMinutes.objects.exists()


def test_a_reason_or_a_violation_explains_who_was_late(district):
    load_national()
    row = inspection_started(district)
    explained = AttendanceInput(full_name="Trần Văn Ba", seen_at=LATE.seen_at, reason="Xe hỏng")

    minutes = record(district, row, attendance=(explained,), violations=())

    assert [one["full_name"] for one in minutes.late] == ["Trần Văn Ba"]


def test_who_was_there_when_the_team_came_is_not_called_late(district):
    load_national()
    row = inspection_started(district)

    minutes = record(district, row, attendance=(AttendanceInput(full_name="Ba"),), violations=())

    assert (len(minutes.attendance), minutes.late, minutes.absent) == (1, [], [])


def test_an_office_has_one_set_of_minutes_and_only_once_it_began(district):
    row = inspection_planned(district)
    with pytest.raises(services.WrongState, match="ở bước “Đã lập kế hoạch”"):
        record(district, row)

    services.start_inspection(inspection_id=row.pk, by=district.hanh, at=MORNING)
    record(district, row)
    with pytest.raises(services.WrongState, match="xã An Hiệp đã có biên bản"):
        record(district, row)


def test_only_the_team_writes_minutes(district):
    row = inspection_started(district)

    with pytest.raises(NotAllowed, match="của đoàn kiểm tra"):
        services.record_minutes(
            target_id=row.targets.order_by("pk")[0].pk, minutes=visit(), by=district.ba, at=LATER
        )


def test_a_conclusion_waits_for_the_minutes_of_every_office(district):
    row = inspection_started(district)
    record(district, row)

    with pytest.raises(services.Incomplete, match="Đài Truyền thanh huyện chưa có biên bản"):
        services.conclude_inspection(
            inspection_id=row.pk, conclusion="Nghiêm túc", by=district.chair, at=LATER
        )


def test_the_chair_concludes_with_words(district):
    row = minuted(district)

    with pytest.raises(NotAllowed, match="dành cho: Chủ tịch"):
        services.conclude_inspection(inspection_id=row.pk, conclusion="Đạt", by=district.hanh, at=LATER)
    with pytest.raises(services.Incomplete, match="Ghi kết luận"):
        services.conclude_inspection(inspection_id=row.pk, conclusion=" ", by=district.chair, at=LATER)
    done = services.conclude_inspection(inspection_id=row.pk, conclusion="Đạt", by=district.chair, at=LATER)
    assert done.state == "concluded"


def test_findings_become_tasks_of_a_directive_for_the_office_that_mends_them(district):
    row = minuted(district)
    directive = drafted(district, recipient_ids=[district.town.pk])

    services.give_tasks(inspection_id=row.pk, directive_id=directive.pk, by=district.hanh, at=LATER)
    issue(district, directive, LATER + timedelta(days=1))

    task = Task.objects.get()
    assert (task.lead_unit, task.deadline_on, task.state) == (district.an_hiep, date(2021, 2, 10), "assigned")
    assert task.content == "Niêm yết đủ mức phí (khắc phục: Niêm yết thiếu mức phí chứng thực)"
    given = Finding.objects.get(target__unit=district.an_hiep)
    assert (given.directive, given.task_number) == (directive, task.number)
    with pytest.raises(services.Incomplete, match="Không còn tồn tại nào"):
        services.give_tasks(inspection_id=row.pk, directive_id=directive.pk, by=district.hanh, at=LATER)


def test_the_database_refuses_an_end_without_words(district):
    row = inspection_started(district)

    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=row.pk).update(state="concluded")
