from datetime import date, timedelta

from motcua.directives import queries, services
from tests.factories.directives import DEADLINE, FRIDAY, assigned, days_later, drafted, task

DAY_AFTER = DEADLINE + timedelta(days=1)


def test_the_board_tells_what_is_late_where_and_what_the_unit_said_last(district):
    it = assigned(district, task(district.an_hiep, district.town))
    for percent, text in ((20, "Mới bắt đầu"), (60, "Còn kho số 2")):
        services.report_progress(task_id=it.pk, text=text, percent=percent, by=district.ba, at=FRIDAY)

    board = queries.late_board(district.chair, on=DAY_AFTER)

    told = [(row.lead_unit_name, row.days_late, row.percent, row.last_word) for row in board.rows]
    assert told == [
        ("Ủy ban nhân dân xã An Hiệp", 1, 60, "Còn kho số 2"),
        ("Ủy ban nhân dân thị trấn Cái Tàu Hạ", 1, None, ""),
    ]
    assert (board.open, board.late) == (2, 2)


def test_on_the_day_itself_nothing_is_late(district):
    assigned(district)

    board = queries.late_board(district.chair, on=DEADLINE)

    assert (board.rows, board.due_soon, board.open) == ([], 1, 1)


def test_an_extended_task_shows_its_first_deadline_too(district):
    it = assigned(district)
    for to_on in (date(2021, 10, 31), date(2021, 11, 30)):
        services.extend_task(task_id=it.pk, to_on=to_on, reason="Dịch", by=district.hanh, at=FRIDAY)

    (row,) = queries.late_board(district.chair, on=date(2021, 12, 1)).rows

    assert (row.first_deadline_on, row.deadline_on, row.extensions) == (DEADLINE, date(2021, 11, 30), 2)


def test_units_stand_by_how_much_is_late_and_their_sum_is_the_whole(district):
    assigned(district, task(*district.communes))
    assigned(district, task(district.town, content="Việc dài hạn", deadline_on=date(2021, 12, 31)))
    assigned(district, task(district.an_khanh, content="Việc gấp"))

    board = queries.late_board(district.chair, on=DAY_AFTER)

    assert [(row.unit_name.split()[-1], row.open, row.late) for row in board.units] == [
        ("Khánh", 2, 2), ("Hạ", 2, 1), ("Hiệp", 1, 1),
    ]  # fmt: skip
    assert (sum(row.open for row in board.units), sum(row.late for row in board.units)) == (
        board.open, board.late,
    )  # fmt: skip


def test_a_commune_sees_its_own_part_of_the_board(district):
    assigned(district, task(*district.communes))

    rows = queries.late_board(district.ba, on=DAY_AFTER).rows

    assert [row.lead_unit_id for row in rows] == [district.an_hiep.pk]


def test_the_longest_late_comes_first(district):
    for deadline in (date(2021, 9, 1), date(2021, 8, 1)):
        assigned(district, task(district.an_hiep, deadline_on=deadline))

    rows = queries.late_board(district.chair, on=date(2021, 9, 11)).rows

    assert [row.days_late for row in rows] == [41, 10]


def test_the_inbox_tells_what_came_what_is_due_and_what_waits_for_a_signature(district):
    both = task(district.an_hiep, coordinate_ids=(district.town.pk,), follow_ids=(district.an_khanh.pk,))
    it = assigned(district, both)

    leading, helping, following = map(queries.inbox, (district.ba, district.head_of_town, district.tu))

    assert [row.directive_id for row in leading.unseen] == [it.directive_id]
    assert leading.leading == helping.coordinating == following.following == [it]
    assert leading.due_by(DEADLINE) == [it]
    assert leading.due_by(DEADLINE - timedelta(days=1)) == []


def test_drafts_wait_for_those_who_sign(district):
    directive = drafted(district)

    assert queries.inbox(district.chair).drafts == [directive]
    assert queries.inbox(district.hanh).drafts == []


def test_an_opened_directive_leaves_the_inbox(district):
    it = assigned(district)
    services.receive_directive(directive_id=it.directive_id, by=district.ba, at=days_later(1))

    assert queries.inbox(district.ba).unseen == []
