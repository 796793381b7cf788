"""The backlog of records, in decimetres of shelf."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.organisation.access import NotAllowed
from motcua.oversight import queries, services
from motcua.oversight.lengths import WrongLength, decimetres, shelf
from motcua.oversight.models import BacklogBlock, BacklogProgress
from tests.factories.oversight import MORNING, registered

LATER = MORNING + timedelta(days=30)


def report(district, row, processed_dm, at=LATER, **changes):
    return services.report_progress(
        block_id=row.pk, processed_dm=processed_dm, by=district.ba, at=at, **changes
    )


def test_what_remains_is_what_was_there_less_what_was_done(district):
    row = registered(district)
    report(district, row, 125)
    report(district, row, 95)

    (line,) = queries.backlog([district.an_hiep.pk])

    assert (line.volume_dm, line.processed_dm, line.remaining_dm) == (420, 220, 200)
    assert (row.remaining(), row.remaining(until=MORNING.date())) == (200, 420)


def test_the_district_is_the_sum_of_its_communes(district):
    report(district, registered(district), 120)
    services.report_progress(
        block_id=registered(district, fonds="Phông Hội đồng nhân dân", volume_dm=35).pk,
        processed_dm=35, destroyed_dm=5, handed_over_dm=30, by=district.ba, at=LATER,
    )  # fmt: skip

    total = queries.added_up(queries.backlog([unit.pk for unit in district.communes]))

    assert (total.blocks, total.volume_dm, total.processed_dm, total.remaining_dm) == (2, 455, 155, 300)
    assert (total.destroyed_dm, total.handed_over_dm) == (5, 30)


def test_a_block_is_late_once_its_deadline_has_passed_and_something_remains(district):
    row = registered(district)
    (line,) = queries.backlog([district.an_hiep.pk])
    report(district, row, 420)
    (cleared,) = queries.backlog([district.an_hiep.pk])

    days = date(2021, 9, 30), date(2021, 10, 1)
    assert [line.is_late(day) for day in days] == [False, True]
    assert [cleared.is_late(day) for day in days] == [False, False]
    assert (line.days_left(days[0]), cleared.days_left(days[0])) == (0, None)


def test_no_more_is_cleared_than_there_is(district):
    row = registered(district)
    report(district, row, 400)

    with pytest.raises(
        services.WrongVolume, match="Chỉ còn 2 mét giá chưa chỉnh lý, không thể ghi 2,1 mét giá"
    ):
        report(district, row, 21)
    with pytest.raises(services.WrongVolume, match="ít nhất một khối lượng lớn hơn 0"):
        report(district, row, 0)
    with pytest.raises(services.WrongVolume, match="ít nhất một khối lượng"):
        report(district, row, -5)
    with pytest.raises(services.WrongVolume, match="Mới chỉnh lý 40 mét giá"):
        report(district, row, 0, handed_over_dm=401)
    assert BacklogProgress.objects.count() == 1


def test_progress_is_of_a_day_since_the_block_was_entered(district):
    row = registered(district)

    for day in (date(2021, 2, 2), LATER.date() + timedelta(days=1)):
        with pytest.raises(services.WrongDay, match="từ ngày ghi sổ 03/02/2021 đến hôm nay"):
            report(district, row, 10, reported_on=day)
    with pytest.raises(services.Incomplete, match="Chọn công đoạn"):
        report(district, row, 10, stage="burn")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fonds": " "}, "Ghi tên phông"),
        ({"volume_dm": 0}, "Khối lượng phải từ 1"),
        ({"year_from": 2016}, "từ 2016 đến 2015 không hợp lý"),
        ({"year_to": 2022}, "đến 2022 không hợp lý"),
        ({"deadline_on": date(2021, 2, 2)}, "Hạn 02/02/2021 đã qua"),
    ],
)
def test_a_block_with_something_wrong_is_refused_in_words(district, changes, sentence):
    with pytest.raises((services.Incomplete, services.WrongDay), match=sentence):
        registered(district, **changes)
    assert not BacklogBlock.objects.exists()


def test_a_block_is_entered_once(district):
    registered(district)

    with pytest.raises(services.NamedTwice, match=r"1998–2015.* đã ghi sổ rồi"):
        registered(district)


def test_a_deadline_is_moved_with_a_reason_that_stays(district):
    row = registered(district)
    with pytest.raises(services.Incomplete, match="Ghi lý do"):
        services.set_deadline(
            block_id=row.pk, deadline_on=date(2021, 12, 31), reason="", by=district.ba, at=LATER
        )

    services.set_deadline(
        block_id=row.pk, deadline_on=date(2021, 12, 31), reason="Chờ kho mới", by=district.ba, at=LATER
    )

    last = list(ledger.entries(row.stream))[-1]
    assert last.payload["after"]["deadline_on"] == "2021-12-31"
    assert last.payload["details"] == {"reason": "Chờ kho mới", "before": "2021-09-30"}


def test_another_commune_does_not_write_into_the_backlog(district):
    with pytest.raises(NotAllowed, match="của xã An Hiệp"):
        services.report_progress(block_id=registered(district).pk, processed_dm=1, by=district.tu, at=LATER)


def test_progress_is_announced_with_what_remains(district):
    report(district, registered(district), 20)

    news = Event.objects.filter(name="backlog.moved").order_by("pk")
    assert [one.payload["remaining_dm"] for one in news] == [420, 400]


@given(st.integers(0, 1_000_000))
def test_a_length_is_read_back_as_it_was_written(length):
    assert decimetres(shelf(length).split()[0], field="volume") == length


@pytest.mark.parametrize("text", ["42,55", "mười", "-1", "1e99", "NaN"])
def test_a_length_that_nobody_could_mean_is_refused_with_an_example(text):
    with pytest.raises(WrongLength, match="ví dụ 42,5"):
        decimetres(text, field="volume")


def test_the_same_report_sent_twice_is_one_and_a_new_one_counts(district):
    row = registered(district)

    first, again = (report(district, row, 20, key="a" * 32) for _sending in range(2))
    report(district, row, 20, key="b" * 32)

    assert first == again
    assert row.processed() == 40
