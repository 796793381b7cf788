"""A task from order to evidence."""

from datetime import date

import pytest
from django.db import IntegrityError

from motcua.directives import services
from motcua.directives.models import Task, TaskPart
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.organisation.models import Succession
from tests.factories.directives import (
    DEADLINE,
    FRIDAY,
    assigned,
    days_later,
    drafted,
    issue,
    officer,
    planned,
    proven,
    task,
)
from tests.factories.documents import stored


def report(it, by, **changes):
    return services.report_progress(**{"task_id": it.pk, "text": "Đã làm", "by": by, "at": FRIDAY, **changes})


def order(district, directive, what):
    return services.assign_task(directive_id=directive.pk, task=what, by=district.hanh, at=FRIDAY)


def test_in_a_draft_a_task_is_planned_and_assigned_with_the_issue(district):
    directive = planned(district)
    before = directive.tasks.get().state

    issue(district, directive)

    assert (before, directive.tasks.get().state) == ("planned", "assigned")


def test_numbers_follow_one_another(district):
    directive = drafted(district)

    numbers = [order(district, directive, task(district.an_hiep))[0].number for _turn in range(3)]

    assert numbers == ["1", "2", "3"]


def test_a_number_says_the_same_to_all_its_units(district):
    directive = drafted(district)
    order(district, directive, task(district.an_hiep, number="4"))
    order(district, directive, task(district.town, number="4"))

    with pytest.raises(services.WrongNumber, match="Số 4 đã dùng cho một nhiệm vụ khác"):
        order(district, directive, task(district.an_khanh, number="4", content="Việc khác"))
    with pytest.raises(services.WrongNumber, match="Xã An Hiệp đã có nhiệm vụ số 4"):
        order(district, directive, task(district.an_hiep, number="4"))


def test_a_unit_has_one_part_in_a_task(district):
    twice = task(district.an_hiep, coordinate_ids=(district.an_hiep.pk,))

    with pytest.raises(services.UnitTwice, match="Xã An Hiệp có hai vai trò"):
        order(district, drafted(district), twice)
    assert not Task.objects.exists()


def test_a_deadline_before_the_issue_is_refused(district):
    with pytest.raises(services.WrongDay, match="04/02/2021 trước ngày ban hành 05/02/2021"):
        order(district, drafted(district), task(district.an_hiep, deadline_on=date(2021, 2, 4)))


def test_the_day_of_issue_itself_may_be_the_deadline(district):
    assert assigned(district, task(district.an_hiep, deadline_on=FRIDAY.date())).deadline_on == FRIDAY.date()


def test_a_deadline_that_passed_while_the_draft_lay_stops_the_issue(district):
    directive = planned(district, task(district.an_hiep, deadline_on=date(2021, 2, 6)))

    with pytest.raises(services.WrongDay, match="06/02/2021 trước ngày ban hành 07/02/2021"):
        issue(district, directive, days_later(2))
    assert directive.tasks.get().state == "planned"


def test_whoever_has_a_task_must_receive_the_directive(district):
    directive = planned(district, task(district.an_hiep, follow_ids=(district.home_affairs.pk,)))

    with pytest.raises(services.Incomplete, match="chưa có trong nơi nhận: Phòng Nội vụ"):
        issue(district, directive)


def test_a_planned_task_is_written_anew_for_all_its_units(district):
    directive = planned(district, task(*district.communes))

    services.edit_task(
        directive_id=directive.pk, number="1", task=task(district.town, content="Việc mới"),
        by=district.hanh, at=FRIDAY,
    )  # fmt: skip

    assert list(directive.tasks.values_list("number", "content", "lead_unit")) == [
        ("1", "Việc mới", district.town.pk)
    ]


def test_a_planned_task_can_be_dropped_and_its_number_not_found_again(district):
    directive = planned(district)
    services.drop_task(directive_id=directive.pk, number="1", by=district.hanh, at=FRIDAY)

    with pytest.raises(services.WrongNumber, match="không có nhiệm vụ số 1"):
        services.drop_task(directive_id=directive.pk, number="1", by=district.hanh, at=FRIDAY)


def test_the_first_report_takes_a_task_up(district):
    it = assigned(district)

    row = report(it, district.ba, percent=30)

    it.refresh_from_db()
    assert (it.state, row.percent, row.unit) == ("in_progress", 30, district.an_hiep)


def test_an_officer_of_an_office_reports_for_that_office(district):
    it = assigned(district, task(district.an_hiep, coordinate_ids=(district.town.pk,)))

    assert report(it, district.head_of_town).unit == district.town
    with pytest.raises(NotAllowed, match="đơn vị chủ trì hoặc phối hợp: xã An Hiệp"):
        report(it, district.tu)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_share_lies_between_nothing_and_all(district, percent):
    with pytest.raises(services.WrongPercent):
        report(assigned(district), district.ba, percent=percent)


def test_a_task_in_a_draft_is_nobodys_yet(district):
    it = planned(district).tasks.get()

    with pytest.raises(services.WrongState, match="Nhiệm vụ 1 chưa giao, vì văn bản chưa ban hành"):
        report(it, district.ba)


def test_a_task_is_done_only_with_evidence(district):
    it = assigned(district)
    report(it, district.ba, percent=100)

    with pytest.raises(services.EvidenceNeeded) as refused:
        services.close_task(task_id=it.pk, by=district.ba, at=FRIDAY)

    it.refresh_from_db()
    assert "Nhiệm vụ 1 chưa có minh chứng." in str(refused.value)
    assert it.state == "in_progress"


def test_the_database_refuses_a_task_done_without_evidence(district):
    it = assigned(district)

    with pytest.raises(IntegrityError, match="task_done_only_with_evidence"):
        Task.objects.filter(pk=it.pk).update(state="done", closed_at=FRIDAY, closed_by=district.ba.account_id)


def test_evidence_of_another_task_proves_nothing(district):
    mine, other = assigned(district), proven(district, assigned(district))

    with pytest.raises(services.EvidenceNeeded):
        services.close_task(task_id=mine.pk, evidence_id=other.evidence.get().pk, by=district.ba, at=FRIDAY)


def test_evidence_shows_something(district):
    it = assigned(district)

    with pytest.raises(services.EvidenceEmpty):
        services.add_evidence(task_id=it.pk, kind="photo", text="  ", by=district.ba, at=FRIDAY)


def test_a_file_is_evidence(district):
    it = assigned(district)
    services.add_evidence(
        task_id=it.pk, kind="document", file_id=stored().pk, name="bao-cao.pdf", by=district.ba, at=FRIDAY
    )

    it = services.close_task(task_id=it.pk, outcome="42 mét giá", by=district.ba, at=FRIDAY)

    assert (it.state, it.outcome, it.closing_evidence.name) == ("done", "42 mét giá", "bao-cao.pdf")


@pytest.mark.parametrize(("days", "on_time"), [(237, True), (238, False)])
def test_in_time_is_judged_by_the_local_day_of_the_deadline(district, days, on_time):
    it = proven(district, assigned(district))

    it = services.close_task(task_id=it.pk, by=district.ba, at=days_later(days))

    assert (it.closed_at.date() <= DEADLINE, it.on_time) == (on_time, on_time)


def test_a_closed_task_says_when_it_was_closed(district):
    it = proven(district, assigned(district))
    services.close_task(task_id=it.pk, by=district.ba, at=FRIDAY)

    with pytest.raises(services.WrongState, match="đã hoàn thành lúc 08:00 ngày 05/02/2021"):
        report(it, district.ba)


def test_who_gave_a_task_takes_it_back_with_a_reason(district):
    it = assigned(district)

    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.cancel_task(task_id=it.pk, reason=" ", by=district.hanh, at=FRIDAY)
    with pytest.raises(NotAllowed, match="nơi giao nhiệm vụ: huyện Châu Thành"):
        services.cancel_task(task_id=it.pk, reason="Khó", by=district.ba, at=FRIDAY)
    it = services.cancel_task(task_id=it.pk, reason="Đã giao nơi khác", by=district.hanh, at=FRIDAY)

    assert (it.state, it.on_time) == ("cancelled", None)


def test_an_extension_keeps_the_old_deadline_and_its_reason(district):
    it = assigned(district)

    row = services.extend_task(
        task_id=it.pk, to_on=date(2021, 12, 31), reason="Dịch bệnh", by=district.hanh, at=FRIDAY
    )

    it.refresh_from_db()
    assert it.deadline_on == date(2021, 12, 31)
    assert (row.from_on, row.to_on, row.reason) == (DEADLINE, date(2021, 12, 31), "Dịch bệnh")


@pytest.mark.parametrize(
    ("to_on", "at", "sentence"),
    [
        (DEADLINE, FRIDAY, "Hạn mới phải sau hạn cũ 30/09/2021"),
        (date(2021, 10, 15), days_later(300), "Hạn mới đã qua"),
    ],
)
def test_a_deadline_moves_only_forward_and_not_into_the_past(district, to_on, at, sentence):
    it = assigned(district)

    with pytest.raises(services.CannotExtend, match=sentence):
        services.extend_task(task_id=it.pk, to_on=to_on, reason="Chậm", by=district.hanh, at=at)


def test_without_a_deadline_there_is_nothing_to_extend(district):
    it = assigned(district, task(district.an_hiep, deadline_on=None))

    with pytest.raises(services.CannotExtend, match="không có hạn"):
        services.extend_task(task_id=it.pk, to_on=DEADLINE, reason="Chậm", by=district.hanh, at=FRIDAY)


def test_those_who_must_do_it_do_not_give_themselves_more_time(district):
    with pytest.raises(NotAllowed):
        services.extend_task(
            task_id=assigned(district).pk, to_on=date(2022, 1, 1), reason="Bận", by=district.ba, at=FRIDAY
        )


def test_every_act_is_in_the_ledger_and_in_the_news(district):
    it = proven(district, assigned(district))
    report(it, district.ba)
    services.extend_task(task_id=it.pk, to_on=date(2021, 12, 31), reason="Dịch", by=district.hanh, at=FRIDAY)
    services.close_task(task_id=it.pk, by=district.ba, at=FRIDAY)

    verbs = [entry.verb for entry in ledger.entries(it.stream)]
    news = Event.objects.filter(name__startswith="task.").order_by("pk").values_list("name", flat=True)
    assert verbs == ["assign", "add_evidence", "report_progress", "extend", "close"]
    assert list(news) == [
        "task.assigned", "task.evidence_added", "task.progressed", "task.extended", "task.closed",
    ]  # fmt: skip


def test_a_withdrawn_directive_takes_its_open_tasks_with_it_and_leaves_what_is_done(district):
    done = proven(district, assigned(district, task(district.an_hiep, district.town)))
    services.close_task(task_id=done.pk, by=district.ba, at=FRIDAY)

    directive = services.withdraw_directive(
        directive_id=done.directive_id, reason="Ban hành lại", by=district.chair, at=days_later(1)
    )

    states = directive.tasks.order_by("pk").values_list("state", flat=True)
    assert (directive.state, list(states)) == ("withdrawn", ["done", "cancelled"])
    with pytest.raises(services.WrongState, match="đã thu hồi"):
        services.withdraw_directive(
            directive_id=directive.pk, reason="Nữa", by=district.chair, at=days_later(2)
        )


def test_a_draft_can_be_given_up(district):
    directive = planned(district)

    services.withdraw_directive(directive_id=directive.pk, reason="Thôi", by=district.chair, at=FRIDAY)

    assert directive.tasks.get().state == "cancelled"


def test_what_a_merged_commune_had_to_do_its_heir_does(district):
    it = assigned(district)
    Succession.objects.create(
        predecessor=district.an_hiep, successor=district.an_khanh, on_date=date(2021, 6, 1)
    )

    report(it, district.tu, at=days_later(150))

    assert it.progress.get().unit == district.an_khanh


def test_the_database_keeps_the_lead_out_of_the_other_parts(district):
    it = assigned(district)

    with pytest.raises(IntegrityError, match="task_part_beside_the_lead"):
        TaskPart.objects.create(task=it, unit=district.town, part="lead")


def test_a_volunteer_has_no_part_in_it(district):
    helper = officer(district.an_hiep, "youth_volunteer", name="Phan Văn Trẻ")

    with pytest.raises(NotAllowed):
        report(assigned(district), helper)
