"""Two people at one draft or one conference: nothing is overwritten that its writer has not seen."""

from datetime import date

import pytest

from motcua.directives import queries, services
from motcua.directives.inputs import AttendanceInput
from motcua.kernel import ledger
from tests.factories.directives import FRIDAY, conference, days_later, held, planned, task


def correct(meeting, by, *, revision, at=FRIDAY, **changes):
    return services.correct_conference(
        conference_id=meeting.pk, facts=conference(**changes), by=by, at=at, revision=revision
    )


def edit(directive, by, what, *, revision, number="1"):
    return services.edit_task(
        directive_id=directive.pk, number=number, task=what, by=by, at=FRIDAY, revision=revision
    )


def test_minutes_that_somebody_has_just_written_are_not_overwritten(district):
    meeting = held(district)
    seen = queries.revision(meeting)
    correct(meeting, district.hanh, revision=seen, minutes="Nhất trí bốn kết luận.", at=days_later(1))

    with pytest.raises(services.ChangedMeanwhile) as refused:
        correct(meeting, district.chair, revision=seen, minutes="Khác")

    meeting.refresh_from_db()
    assert str(refused.value) == (
        "Hội nghị vừa được đổi: biên bản (Lê Thị Hạnh, lúc 08:00 ngày 06/02/2021). "
        "Những gì bạn ghi vẫn còn ở đây, hãy xem lại rồi lưu."
    )
    assert meeting.minutes == "Nhất trí bốn kết luận."


def test_who_has_seen_the_change_may_go_on(district):
    meeting = held(district)
    correct(meeting, district.hanh, revision=queries.revision(meeting), minutes="Một")

    correct(meeting, district.chair, revision=queries.revision(meeting), minutes="Hai")

    meeting.refresh_from_db()
    assert meeting.minutes == "Hai"


def test_the_same_form_of_a_conference_sent_twice_is_one_correction(district):
    meeting = held(district)
    seen = queries.revision(meeting)

    for _turn in range(2):
        correct(meeting, district.hanh, revision=seen, attendance=(AttendanceInput(name="Võ Văn Hai"),))

    assert [entry.verb for entry in ledger.entries(meeting.stream)] == ["hold", "correct"]
    assert queries.history(meeting)[1].remarks == ["Đổi: người dự."]


def test_a_planned_task_that_somebody_has_just_changed_is_not_overwritten(district):
    directive = planned(district)
    seen = queries.revision(directive)
    edit(directive, district.hanh, task(district.town, content="Việc mới"), revision=seen)

    with pytest.raises(
        services.ChangedMeanwhile, match="Nhiệm vụ 1 vừa được đổi: Sửa nhiệm vụ dự kiến"
    ) as told:
        edit(directive, district.chair, task(district.an_khanh, content="Việc khác"), revision=seen)

    assert "Lê Thị Hạnh, lúc 08:00 ngày 05/02/2021" in str(told.value)
    assert directive.tasks.get().content == "Việc mới"


def test_a_planned_task_that_is_gone_says_who_took_it_out(district):
    directive = planned(district)
    seen = queries.revision(directive)
    services.drop_task(directive_id=directive.pk, number="1", by=district.hanh, at=FRIDAY, revision=seen)

    with pytest.raises(services.ChangedMeanwhile, match="Bỏ nhiệm vụ dự kiến"):
        edit(directive, district.chair, task(district.an_khanh), revision=seen)


def test_a_task_that_was_changed_is_not_taken_out_unseen(district):
    directive = planned(district)
    seen = queries.revision(directive)
    edit(directive, district.hanh, task(district.town, deadline_on=date(2021, 12, 1)), revision=seen)

    with pytest.raises(services.ChangedMeanwhile):
        services.drop_task(directive_id=directive.pk, number="1", by=district.chair, at=FRIDAY, revision=seen)

    assert directive.tasks.count() == 1


def test_a_change_of_another_task_or_of_the_text_stops_nobody(district):
    directive = planned(district)
    seen = queries.revision(directive)
    services.assign_task(directive_id=directive.pk, task=task(district.town), by=district.hanh, at=FRIDAY)

    edit(directive, district.chair, task(district.an_khanh, content="Việc khác"), revision=seen)

    assert directive.tasks.get(number="1").content == "Việc khác"


def test_the_same_form_of_a_task_sent_twice_is_one_change(district):
    directive = planned(district)
    seen = queries.revision(directive)

    for _turn in range(2):
        edit(directive, district.hanh, task(district.town, district.an_khanh, number="3"), revision=seen)

    verbs = [entry.verb for entry in ledger.entries(directive.stream)]
    assert verbs == ["draft", "plan", "edit_task"]
    assert set(directive.tasks.values_list("number", "lead_unit")) == {
        ("3", district.town.pk),
        ("3", district.an_khanh.pk),
    }


def test_line_ends_of_a_browser_change_nothing(district):
    meeting = held(district, agenda="Kết quả\nGiải pháp")

    correct(meeting, district.hanh, revision=1, agenda="Kết quả\r\nGiải pháp\r\n", minutes="Một\r\nhai")

    meeting.refresh_from_db()
    assert queries.history(meeting)[1].remarks == ["Đổi: biên bản."]
    assert (meeting.agenda, meeting.minutes) == ("Kết quả\nGiải pháp", "Một\nhai")
