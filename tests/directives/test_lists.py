"""Who finds which directive and which task."""

from datetime import date

import pytest

from motcua.directives import access, queries, services
from motcua.directives.models import Directive, Task
from motcua.directives.queries import Filters
from motcua.directives.queries.lists import DirectiveUnknown
from motcua.organisation.access import NotAllowed
from motcua.organisation.models import Succession
from tests.factories.directives import (
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
from tests.factories.identity import AccountFactory


def test_a_draft_is_seen_by_its_own_unit_alone(district):
    directive = drafted(district)

    assert list(queries.directives(district.chair)) == [directive]
    assert list(queries.directives(district.ba)) == []
    with pytest.raises(NotAllowed, match="không gửi tới đơn vị của bạn"):
        access.require_visible(district.ba, directive)


def test_an_issued_directive_is_seen_by_its_recipients_and_a_withdrawn_one_still_is(district):
    directive = issue(district, drafted(district))
    stranger = officer(district.province, "home_affairs_officer", name="Phan Tỉnh")

    assert list(queries.directives(district.ba)) == [directive]
    assert list(queries.directives(stranger)) == []
    services.withdraw_directive(directive_id=directive.pk, reason="Thay", by=district.chair, at=FRIDAY)
    assert list(queries.directives(district.ba)) == [directive]


def test_a_volunteer_sees_nothing(district):
    assigned(district)
    helper = officer(district.an_hiep, "youth_volunteer", name="Phan Văn Trẻ")

    assert not access.visible_to(helper).exists()
    assert not access.tasks_visible_to(helper).exists()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(text="nhan rong mo hinh"), 2),
        (Filters(text="Nhân rộng MÔ HÌNH"), 2),
        (Filters(text="01/UBND"), 1),
        (Filters(kind="plan"), 0),
        (Filters(year=2021), 1),
        (Filters(waiting=True), 1),
    ],
)
def test_a_list_is_narrowed_by_words_number_kind_year_and_state(district, filters, found):
    issue(district, drafted(district))
    drafted(district)

    assert queries.directives(district.chair, filters).count() == found


def test_drafts_come_first_then_the_newest(district):
    old, new = (issue(district, drafted(district, at=at), at) for at in (FRIDAY, days_later(9)))
    draft = drafted(district)

    assert list(queries.directives(district.chair)) == [draft, new, old]


def test_a_directive_is_found_by_its_number_in_its_year(district):
    first, second = (issue(district, drafted(district, at=at), at) for at in (FRIDAY, days_later(365)))

    assert queries.directive_by_number(" 01/UBND-NV ", year=2022) == second
    assert queries.directive_by_number("01/UBND-NV", year=2021, issuer_id=district.unit.pk) == first
    with pytest.raises(DirectiveUnknown, match="Có nhiều văn bản"):
        queries.directive_by_number("01/UBND-NV")
    with pytest.raises(DirectiveUnknown, match="Không có văn bản nào mang số 99/UBND"):
        queries.directive_by_number("99/UBND")


def test_the_tasks_of_a_unit_come_by_deadline_those_without_one_last(district):
    never, late, soon = (
        assigned(district, task(district.an_hiep, deadline_on=day))
        for day in (None, date(2021, 12, 1), date(2021, 3, 1))
    )

    assert list(queries.tasks_of(district.an_hiep.pk)) == [soon, late, never]


def test_an_heir_takes_over_what_is_open_and_not_what_is_done(district):
    done, still_open = proven(district, assigned(district)), assigned(district)
    services.close_task(task_id=done.pk, by=district.ba, at=FRIDAY)
    Succession.objects.create(
        predecessor=district.an_hiep, successor=district.an_khanh, on_date=date(2021, 6, 1)
    )

    assert list(queries.tasks_of(district.an_khanh.pk)) == [still_open]
    assert set(queries.tasks_of(district.an_hiep.pk)) == {done, still_open}


def test_the_verbs_of_a_directive_are_those_that_roles_and_state_allow(district):
    draft = drafted(district)
    issued = issue(district, drafted(district))

    assert access.directive_verbs(district.chair, draft) == ["edit", "issue", "withdraw"]
    assert access.directive_verbs(district.hanh, draft) == ["edit"]
    assert access.directive_verbs(district.chair, issued) == ["withdraw"]
    assert access.directive_verbs(district.ba, issued) == []


def test_the_verbs_of_a_task_are_those_of_ones_side(district):
    it = assigned(district)
    talk = ["send_message", "read_messages"]

    assert access.task_verbs(district.ba, it) == ["report_progress", "close", "add_evidence", *talk]
    assert access.task_verbs(district.hanh, it) == ["close", "cancel", "extend", *talk]
    assert access.task_verbs(district.tu, it) == []


def test_a_planned_task_offers_nothing_to_do(district):
    it = planned(district).tasks.get()

    assert access.task_verbs(district.hanh, it) == []


def test_the_history_of_a_task_reads_as_sentences(district):
    it = assigned(district)
    services.report_progress(task_id=it.pk, text="Đã dọn kho 1", percent=40, by=district.ba, at=FRIDAY)
    services.extend_task(
        task_id=it.pk, to_on=date(2021, 12, 31), reason="Dịch bệnh", by=district.hanh, at=FRIDAY
    )

    lines = queries.history(it)

    assert [(line.title, line.by_name) for line in lines] == [
        ("Giao nhiệm vụ", "Phạm Tấn Xiếu"), ("Báo cáo tiến độ", "Trần Văn Ba"), ("Gia hạn", "Lê Thị Hạnh"),
    ]  # fmt: skip
    assert lines[1].remarks == ["Đã dọn kho 1", "Đạt 40 phần trăm."]
    assert lines[2].remarks == ["Dịch bệnh", "Hạn cũ 30/09/2021, hạn mới 31/12/2021."]


def test_rows_as_the_services_left_them_agree_with_their_history(district):
    services.cancel_task(task_id=assigned(district).pk, reason="Thôi", by=district.hanh, at=FRIDAY)
    planned(district)

    assert list(queries.verify_rows()) == []


def test_a_deadline_moved_behind_the_ledgers_back_is_found(district):
    it = assigned(district)
    Task.objects.filter(pk=it.pk).update(deadline_on=date(2022, 1, 1))

    (fault,) = queries.verify_rows()

    assert fault.subject == it.stream
    assert "đã bị sửa ngoài sổ cái: hạn hoàn thành" in fault.sentence


def test_a_directive_removed_behind_the_ledgers_back_is_found(district):
    directive = drafted(district)
    Directive.objects.filter(pk=directive.pk).delete()

    (fault,) = queries.verify_rows()

    assert fault.sentence == f"Sổ cái còn văn bản chỉ đạo số {directive.pk} nhưng không thấy nữa."


@pytest.mark.parametrize("page", ["directive", "task", "conference"])
def test_the_administration_shows_and_changes_nothing(district, client, page):
    assigned(district)
    client.force_login(AccountFactory(is_superuser=True, is_staff=True))

    assert client.get(f"/quan-tri/directives/{page}/").status_code == 200
    assert client.get(f"/quan-tri/directives/{page}/add/").status_code == 403
