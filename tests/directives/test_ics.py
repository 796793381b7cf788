"""The calendar file, read by a program that is not ours."""

from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from motcua.directives import ics

CHANGED = datetime(2021, 2, 5, 1, 0, tzinfo=UTC)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)


def entry(**changes):
    return ics.Entry(
        **{
            "uid": "task-4@motcua",
            "on": date(2021, 9, 30),
            "summary": "Hạn: xử lý tài liệu",
            "changed_at": CHANGED,
            **changes,
        }
    )


def read(*entries):
    return icalendar.Calendar.from_ical(ics.calendar("Hạn việc", entries))


def test_a_deadline_is_one_whole_day():
    (event,) = read(entry(sequence=3)).walk("VEVENT")

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2021, 9, 30), date(2021, 10, 1))
    assert (str(event["UID"]), event["SEQUENCE"]) == ("task-4@motcua", 3)
    assert event["DTSTAMP"].dt == CHANGED


def test_the_telephone_rings_at_seven_in_the_morning_so_many_days_before():
    alarms = read(entry(alarm_days=(7, 1))).walk("VALARM")

    rings = [datetime(2021, 9, 30) + alarm["TRIGGER"].dt for alarm in alarms]
    assert rings == [datetime(2021, 9, 23, 7), datetime(2021, 9, 29, 7)]


def test_an_empty_calendar_is_a_calendar():
    assert list(read().walk("VEVENT")) == []


@given(texts, texts)
def test_whatever_is_written_comes_back_letter_by_letter(summary, description):
    (event,) = read(entry(summary=summary, description=f"{description}\n{summary}.")).walk("VEVENT")

    assert str(event["SUMMARY"]) == summary
    assert str(event["DESCRIPTION"]) == f"{description}\n{summary}."


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_none_breaks_a_letter(text):
    lines = ics.calendar(text, [entry(summary=text)]).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@given(st.text(max_size=100))
def test_nobody_writes_a_property_of_their_own(text):
    (event,) = read(entry(summary=f"{text}\r\nATTENDEE:mailto:x@example.vn")).walk("VEVENT")

    assert "ATTENDEE" not in event


def test_a_task_moved_keeps_its_identity():
    before, after = (read(entry(on=date(2021, 9, 30) + timedelta(days=days))) for days in (0, 30))

    assert [e["UID"] for e in before.walk("VEVENT")] == [e["UID"] for e in after.walk("VEVENT")]
