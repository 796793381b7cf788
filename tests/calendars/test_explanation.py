"""The reasons beside a due day, in the words that people read."""

from datetime import date, datetime

from motcua.calendars.assembly import OwnDay, Week, assemble
from motcua.calendars.national import national_calendar, published
from motcua.calendars.working_time import LOCAL, TimeLimit


def explain(received: str, limit: str, *pauses: str, own=None):
    data = published()
    calendar = assemble(data.years, week=Week([data.usual_hours]), around=date(2026, 1, 1), own_days=own)
    spans = [tuple(map(datetime.fromisoformat, pause.split("/"))) for pause in pauses]
    return calendar.explain(datetime.fromisoformat(received), TimeLimit.parse(limit), spans)


def strip(told):
    return " ".join(f"{day.day:%d}:{day.label}" for day in told.days)


def test_three_days_around_culture_day_are_told_day_by_day():
    told = explain("2026-11-23T09:41", "3wd")

    assert strip(told) == "23:nhận 24:lễ 25:1 26:2 27:3"
    assert told.sentences == (
        "Nhận lúc 09:41 Thứ Hai 23/11/2026.",
        "Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam nên không tính.",
        "Hẹn trả 09:41 Thứ Sáu 27/11/2026 (3 ngày làm việc).",
    )


def test_same_day_work_names_the_cut_off():
    before, after = explain("2026-11-23T09:41", "immediate"), explain("2026-11-23T15:20", "immediate")

    assert before.sentences[0] == "Nhận lúc 09:41, trước 15:00, nên trả trong ngày."
    assert after.sentences == (
        "Nhận lúc 15:20, từ 15:00 trở đi, nên trả trong ngày làm việc tiếp theo.",
        "Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam nên không tính.",
        "Hẹn trả 17:00 Thứ Tư 25/11/2026.",
    )


def test_tet_is_told_in_one_sentence_and_the_weekends_in_another():
    told = explain("2026-02-13T16:00", "1wd")

    assert strip(told) == "13:nhận 14:nghỉ 15:nghỉ 16:lễ 17:lễ 18:lễ 19:lễ 20:lễ 21:nghỉ 22:nghỉ 23:1"
    assert told.sentences[1:3] == (
        "Từ Thứ Hai 16/02 đến Thứ Sáu 20/02 nghỉ Tết Nguyên đán nên không tính.",
        "Thứ Bảy, Chủ Nhật không làm việc nên không tính.",
    )


def test_days_in_lieu_swaps_and_worked_saturdays_are_named():
    lieu, swap = explain("2026-04-24T09:00", "1wd"), explain("2026-08-21T10:00", "7wd")

    assert "Thứ Hai 27/04 nghỉ bù Giỗ Tổ Hùng Vương nên không tính." in lieu.sentences
    assert "Thứ Bảy 22/08 làm bù nên có tính." in swap.sentences
    assert "Thứ Hai 31/08 nghỉ hoán đổi nên không tính." in swap.sentences
    assert "Từ Thứ Ba 01/09 đến Thứ Tư 02/09 nghỉ Quốc khánh nên không tính." in swap.sentences


def test_a_start_outside_hours_says_from_when_it_counts():
    told = explain("2026-11-23T18:05", "1wd")

    assert told.counts_from == datetime(2026, 11, 25, 7, 30)
    assert told.sentences[0] == (
        "Nhận lúc 18:05 Thứ Hai 23/11/2026, ngoài giờ làm việc, nên tính từ 07:30 Thứ Tư 25/11."
    )


def test_calendar_days_say_that_days_off_count_and_why_the_last_one_moved():
    told = explain("2026-11-20T10:00", "30cd")

    assert told.sentences[1:] == (
        "Tính cả ngày nghỉ.",
        "Ngày thứ 30 là Chủ Nhật 20/12, không làm việc, nên trả vào ngày làm việc tiếp theo.",
        "Hẹn trả 17:00 Thứ Hai 21/12/2026 (30 ngày).",
    )
    assert [day.ordinal for day in told.days] == [None, *range(1, 31), None]


def test_the_unit_s_own_days_give_their_reason():
    own = {
        date(2026, 11, 25): OwnDay((), "tập huấn"),
        date(2026, 11, 26): OwnDay(((450, 690),), "mất điện"),
    }

    told = explain("2026-11-23T09:00", "2wd", own=own)

    assert strip(told) == "23:nhận 24:lễ 25:nghỉ 26:1 27:2"
    assert "Thứ Tư 25/11 cơ quan nghỉ (tập huấn) nên không tính." in told.sentences
    assert "Thứ Năm 26/11 làm việc 07:30–11:30 (mất điện)." in told.sentences


def test_paused_days_show_and_their_hours_are_told():
    told = explain("2026-11-16T09:00", "2wd", "2026-11-16T16:00/2026-11-18T08:30")

    assert strip(told) == "16:nhận 17:dừng 18:1 19:2"
    assert "Thời gian dừng không tính: 10 giờ 00 phút làm việc." in told.sentences


def test_a_year_not_announced_yet_is_said():
    told, certain = explain("2026-12-30T09:00", "3wd"), explain("2026-12-30T09:00", "1wd")

    assert (told.provisional, certain.provisional) == (True, False)
    assert told.sentences[-1] == (
        "Lịch nghỉ năm 2027 mới là dự kiến, ngày hẹn có thể đổi khi có thông báo chính thức."
    )


def test_an_aware_reception_gets_aware_answers():
    received = datetime(2026, 11, 23, 9, 41, tzinfo=LOCAL)

    told = national_calendar().explain(received, TimeLimit.parse("3wd"))

    assert (told.received, told.due) == (received, datetime(2026, 11, 27, 9, 41, tzinfo=LOCAL))
