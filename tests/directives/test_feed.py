from datetime import date

import icalendar
import pytest

from motcua.directives import queries, services
from motcua.identity.models import Account
from motcua.kernel import ledger
from tests.factories.directives import DEADLINE, FRIDAY, assigned, officer, proven, task

TODAY = FRIDAY.date()


def feed(person):
    return services.open_calendar_feed(by=person, at=FRIDAY)


def events(token, on=TODAY):
    calendar = icalendar.Calendar.from_ical(queries.calendar_feed(token, on=on))
    return [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in calendar.walk("VEVENT")]


def test_the_feed_shows_the_open_deadlines_of_the_owners_unit(district):
    assigned(district)
    assigned(district, task(district.an_khanh, content="Việc của An Khánh"))
    done = proven(district, assigned(district))
    services.close_task(task_id=done.pk, by=district.ba, at=FRIDAY)

    assert events(feed(district.ba).token) == [
        ("Hạn: Xử lý dứt điểm tài liệu tồn đọng, tích đống từ năm 2015 trở về trước", DEADLINE)
    ]


def test_an_extension_moves_the_day_and_raises_the_sequence(district):
    it, token = assigned(district), feed(district.ba).token
    services.extend_task(task_id=it.pk, to_on=date(2021, 12, 31), reason="Dịch", by=district.hanh, at=FRIDAY)

    calendar = icalendar.Calendar.from_ical(queries.calendar_feed(token, on=TODAY))
    (event,) = calendar.walk("VEVENT")

    assert (event["DTSTART"].dt, event["SEQUENCE"]) == (date(2021, 12, 31), 2)


def test_the_same_account_gets_the_same_address_until_it_is_renewed(district):
    first, again = feed(district.ba), feed(district.ba)
    renewed = services.renew_calendar_feed(by=district.ba, at=FRIDAY)

    assert first.token == again.token != renewed.token
    assert events(renewed.token) == []
    with pytest.raises(queries.FeedUnknown, match="không còn dùng được"):
        events(first.token)


def test_the_history_never_tells_the_secret(district):
    token = feed(district.ba).token
    services.renew_calendar_feed(by=district.ba, at=FRIDAY)

    lines = ledger.entries(f"calendar_feed:{district.ba.account_id}")

    assert [entry.verb for entry in lines] == ["open", "close", "open"]
    assert token not in str([entry.payload for entry in lines])


def test_a_closed_account_has_no_feed(district):
    token = feed(district.ba).token
    Account.objects.filter(pk=district.ba.account_id).update(is_active=False)

    with pytest.raises(queries.FeedUnknown):
        events(token)


def test_after_the_post_has_ended_the_feed_is_empty(district):
    assigned(district)

    assert events(feed(district.ba).token, on=date(2025, 7, 1)) == []


def test_a_volunteers_feed_is_empty(district):
    assigned(district)
    helper = officer(district.an_hiep, "youth_volunteer", name="Phan Văn Trẻ")

    assert events(feed(helper).token) == []
