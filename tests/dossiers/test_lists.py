from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from motcua.dossiers import access, queries, services
from motcua.dossiers.queries import Cursor, Filters
from motcua.organisation.models import UnitPlacement
from tests.factories.dossiers import (
    HAN,
    HANOI,
    MONDAY,
    accepted,
    birth,
    copies,
    drafted,
    land,
    processed,
    processing,
    returned,
)
from tests.factories.organisation import ProvinceFactory, officer_at

TOMORROW = MONDAY + timedelta(days=2)


def codes(officer, at=MONDAY, **filters):
    return [row.short_code for row in queries.page(officer, Filters(**filters), at=at).rows]


def walk(officer, filters, size, at=MONDAY):
    pages, cursor = [], None
    while True:
        page = queries.page(officer, filters, cursor, size, at=at)
        pages.append([row.short_code for row in page.rows])
        if page.next_cursor is None:
            return pages, page
        cursor = page.next_cursor


def test_open_dossiers_come_most_urgent_first_and_those_without_a_promise_last(desk):
    accepted(desk, land(desk))
    accepted(desk)
    what = birth(desk, channel="online", unit_id=desk.unit.pk)
    services.submit(intake=what, by_id=desk.tam.account_id, at=MONDAY)

    assert codes(desk.le, group="open") == ["261123-0002", "261123-0001", "261123-0003"]


def test_all_dossiers_come_newest_first(desk):
    for _n in range(3):
        accepted(desk)

    assert codes(desk.le) == ["261123-0003", "261123-0002", "261123-0001"]


@pytest.mark.parametrize("filters", [Filters(), Filters(group="open")])
def test_pages_walk_forward_over_every_row_once_and_back_again(desk, filters):
    for n in range(5):
        accepted(desk, land(desk) if n % 2 else birth(desk))
    whole = [row.short_code for row in queries.page(desk.le, filters, at=MONDAY).rows]

    pages, last = walk(desk.le, filters, 2)

    assert [code for page in pages for code in page] == whole
    before = queries.page(desk.le, filters, last.previous_cursor, 2, at=MONDAY)
    assert [row.short_code for row in before.rows] == pages[-2]
    first = queries.page(desk.le, filters, before.previous_cursor, 2, at=MONDAY)
    assert [row.short_code for row in first.rows] == pages[0]
    assert first.previous_cursor is None


def test_a_page_costs_the_same_few_questions_whatever_its_length(desk, django_assert_num_queries):
    for _n in range(4):
        processing(desk)
    queries.page(desk.le, Filters(), at=MONDAY)  # which units are in sight is remembered

    with django_assert_num_queries(3):
        rows = queries.page(desk.le, Filters(), at=MONDAY).rows

    assert {row.holder_name for row in rows} == {"Ngô Thanh Tùng"}


@pytest.mark.parametrize(
    "typed",
    [
        "H13.58.12-261123-0002",
        "261123-0002",
        "ngoc han",
        "Hân Nguyễn",
        "gia bảo",
        "092185004417",
        "0912345678",
    ],
)
def test_a_dossier_is_found_by_code_name_number_or_phone(desk, typed):
    tam = replace(HAN, full_name="Lê Văn Tám", phone="0987000111", personal_id="", sex="male")
    accepted(desk, land(desk, applicant=tam, answers={"id_number": "092085001234"}))
    accepted(desk)

    assert codes(desk.le, text=typed) == ["261123-0002"]


def test_filters_narrow_by_pile_field_channel_due_and_holder(desk):
    accepted(desk)
    processing(desk, land(desk))
    processed(desk, copies(desk))
    waiting = drafted(desk)

    assert codes(desk.le, group="waiting_return") == ["261123-0003"]
    assert codes(desk.le, field="dat_dai") == ["261123-0002"]
    assert codes(desk.le, channel="online") == []
    assert codes(desk.le, due="overdue", at=TOMORROW) == ["261123-0001", "261123-0004"]
    assert codes(desk.le, due="today") == ["261123-0001", "261123-0004"]
    assert codes(desk.le, holder="me") == ["261123-0001"]
    assert codes(desk.leader, holder="me") == [waiting.short_code]
    assert codes(desk.le, procedure="first_land_certificate") == ["261123-0002"]


def test_a_figure_of_the_board_opens_the_dossiers_behind_it(desk):
    returned(desk)
    accepted(desk, at=MONDAY + timedelta(days=3))
    november = {"accepted_from": date(2026, 11, 23), "accepted_to": date(2026, 11, 23)}

    assert codes(desk.le, **november) == ["261123-0001"]
    assert codes(desk.le, outcome="on_time", finished_from=date(2026, 11, 1)) == ["261123-0001"]
    assert codes(desk.le, as_of=date(2026, 11, 30)) == ["261126-0001"]
    assert codes(desk.le, as_of=date(2026, 11, 30), due="overdue") == ["261126-0001"]
    assert codes(desk.le, as_of=date(2026, 11, 25)) == []


texts = st.lists(st.sampled_from(["hân", "Nguyễn", "261123-0001", "đất"]), max_size=3)
filters = st.builds(
    Filters,
    group=st.sampled_from(["", *queries.GROUPS]),
    channel=st.sampled_from(["", "online"]),
    holder=st.sampled_from(["", "me", "role"]),
    due=st.sampled_from(["", "overdue"]),
    text=texts.map(" ".join),
    accepted_from=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    received_here=st.booleans(),
)


@given(filters)
def test_filters_written_into_an_address_are_read_back(filters):
    assert Filters.from_query(filters.to_query()) == filters


def test_an_old_or_broken_address_still_opens_a_list():
    assert Filters.from_query({"nhom": "khac", "nhan-tu": "hôm qua", "kenh": "fax"}) == Filters()


@given(st.integers(1, 10**9), st.none() | st.datetimes(), st.booleans())
def test_a_mark_written_into_an_address_is_read_back(pk, due, back):
    cursor = Cursor(pk, due and due.replace(year=2026, day=1, tzinfo=HANOI), back)

    assert Cursor.from_text(cursor.to_text(), zone=HANOI) == cursor
    assert Cursor.from_text("x~y", zone=HANOI) is None


def test_the_desk_counts_what_waits(desk):
    accepted(desk)
    processing(desk)
    drafted(desk)
    processed(desk)

    assert queries.counts(desk.le, TOMORROW).overdue == 3
    mine = queries.counts(desk.le, MONDAY)
    assert (mine.overdue, mine.due_today, mine.mine, mine.waiting_return) == (0, 3, 1, 1)
    assert queries.counts(desk.leader, MONDAY).waiting_signature == 1


def test_a_city_sees_its_communes_and_a_commune_not_its_neighbour(desk):
    dossier = accepted(desk)
    city = ProvinceFactory()
    UnitPlacement.objects.create(unit=desk.unit, parent=city, valid_from=date(2025, 7, 1))
    above, beside = officer_at(city, "par_officer"), officer_at(ProvinceFactory(), "one_stop_officer")

    assert list(access.visible_to(above)) == [dossier]
    assert codes(above) == [dossier.short_code]
    assert list(access.visible_to(beside)) == codes(beside) == []


def test_a_volunteer_sees_no_dossier(desk):
    accepted(desk)
    volunteer = officer_at(desk.unit, "youth_volunteer")

    assert list(access.visible_to(volunteer)) == codes(volunteer) == []
    assert queries.counts(volunteer, MONDAY) == queries.DeskCounts()


def test_a_saved_list_is_kept_under_its_name_and_overwritten_by_it(desk):
    services.save_view(name="Trễ hạn", query="han=overdue", by=desk.le)
    services.save_view(name=" Trễ  hạn ", query="han=today", by=desk.le)

    view = queries.saved_views(desk.le.account_id)
    assert [(one.name, one.query) for one in view] == [("Trễ hạn", "han=today")]
    services.delete_view(view_id=view[0].pk, by=desk.tam)
    assert len(queries.saved_views(desk.le.account_id)) == 1


def test_reading_a_list_of_people_is_written_down(desk):
    services.log_access(what="Danh sách: tìm “Hân”", count=3, by=desk.le, at=MONDAY)

    record = queries.access_log(desk.le.account_id, since=MONDAY)[0]
    assert (record.what, record.count) == ("Danh sách: tìm “Hân”", 3)
