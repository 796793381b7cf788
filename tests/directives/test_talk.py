import pytest

from motcua.directives import queries, services
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from tests.factories.directives import FRIDAY, assigned, days_later, issue, planned, proven, task


def say(it, by, text="Kho đã dọn xong chưa?", at=FRIDAY):
    return services.send_message(task_id=it.pk, text=text, by=by, at=at)


def test_a_message_shows_who_has_read_it_and_when_first(district):
    it = assigned(district)
    say(it, district.hanh)
    for at in (days_later(1), days_later(2)):
        services.read_messages(task_id=it.pk, by=district.ba, at=at)

    (line,) = queries.talk(it)

    assert (line.sender_name, line.text) == ("Lê Thị Hạnh", "Kho đã dọn xong chưa?")
    assert line.readers == [("Trần Văn Ba", days_later(1))]


def test_what_one_has_not_read_waits_in_the_inbox(district):
    it = assigned(district)
    message = say(it, district.hanh)

    before = queries.inbox(district.ba).unread
    services.read_messages(task_id=it.pk, by=district.ba, at=FRIDAY)

    assert (before, queries.inbox(district.ba).unread) == ([message], [])
    assert queries.inbox(district.hanh).unread == []


def test_reading_twice_tells_the_news_once(district):
    it = assigned(district)
    say(it, district.hanh)

    first, second = (services.read_messages(task_id=it.pk, by=district.ba, at=FRIDAY) for _turn in range(2))

    assert (len(first), second) == (1, [])
    assert Event.objects.filter(name="task.messages_read").count() == 1


def test_people_may_talk_about_a_task_that_is_done(district):
    it = proven(district, assigned(district))
    services.close_task(task_id=it.pk, by=district.ba, at=FRIDAY)

    say(it, district.hanh, "Cảm ơn xã An Hiệp.")

    assert len(queries.talk(it)) == 1


def test_a_stranger_neither_reads_nor_speaks(district):
    it = assigned(district)

    for act in (say, lambda it, by: services.read_messages(task_id=it.pk, by=by, at=FRIDAY)):
        with pytest.raises(NotAllowed, match="bạn không tham gia"):
            act(it, district.tu)


def test_who_follows_a_task_speaks_too(district):
    it = assigned(district, task(district.an_hiep, follow_ids=(district.an_khanh.pk,)))

    say(it, district.tu, "Chúng tôi theo dõi.")

    assert queries.talk(it)[0].sender_name == "Nguyễn Thị Tư"


def test_an_empty_message_is_not_sent(district):
    with pytest.raises(services.Incomplete, match="Viết nội dung trao đổi"):
        say(assigned(district), district.ba, "  ")


def test_a_directive_shows_who_has_opened_it(district):
    directive = issue(district, planned(district))
    for at in (days_later(1), days_later(2)):
        services.receive_directive(directive_id=directive.pk, by=district.ba, at=at)

    rows = queries.reading(directive)

    assert [(row.unit_name, row.reader_name, row.received_at) for row in rows] == [
        ("Ủy ban nhân dân thị trấn Cái Tàu Hạ", "", None),
        ("Ủy ban nhân dân xã An Hiệp", "Trần Văn Ba", days_later(1)),
        ("Ủy ban nhân dân xã An Khánh", "", None),
    ]


def test_a_draft_cannot_be_opened_by_its_recipients(district):
    directive = planned(district)

    assert services.receive_directive(directive_id=directive.pk, by=district.ba, at=FRIDAY) == []
