from datetime import UTC, date, datetime

import pytest

from motcua.calendars import services
from motcua.calendars.assembly import YearPlan
from motcua.calendars.hours import BadHours, DayNote, NoteKind
from motcua.calendars.models import CalendarYear, DayOff, UnitDay, UnitHours
from motcua.calendars.queries import calendar_for, year_plan
from motcua.calendars.services.publish_year import CannotPublish
from motcua.kernel import ledger
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
TET = DayNote(NoteKind.HOLIDAY, "Tết Nguyên đán")
MORNING, EVENING = ((450, 690),), ((450, 690), (780, 1020), (1080, 1200))


def officer(role=Role.ADMINISTRATOR, unit_id=0):
    return Officer(account_id=7, name="Lê Quản Trị", unit_id=unit_id, roles=frozenset({role}))


@pytest.fixture
def unit():
    return Unit.objects.create(
        code="U1", name="Xã An Thạnh", short_name="An Thạnh", level="commune", kind="xa",
        valid_from=date(2025, 7, 1),
    )  # fmt: skip


def publish(plan, by=None):
    return services.publish_year(plan=plan, source="Thông báo của Bộ Nội vụ", by=by or officer(), at=NOW)


def test_the_package_s_years_are_loaded_once():
    loaded = services.load_national()

    assert loaded == list(range(2019, 2028))
    assert (CalendarYear.objects.count(), UnitHours.objects.count()) == (9, 5)
    assert services.load_national() == []
    assert DayOff.objects.filter(year=2026).count() == 15


def test_what_an_administrator_published_stays():
    services.load_national()
    publish(YearPlan(2027, days_off={date(2027, 2, 5): TET}))

    assert services.load_national() == []
    assert year_plan(2027) == YearPlan(2027, days_off={date(2027, 2, 5): TET})


def test_an_announcement_replaces_a_provisional_year():
    services.load_national()
    CalendarYear.objects.filter(year=2025).update(status=CalendarYear.Status.PROVISIONAL)

    assert services.load_national() == [2025]
    assert CalendarYear.objects.get(year=2025).status == CalendarYear.Status.PUBLISHED


def test_a_published_year_is_counted_and_recorded():
    services.load_national()

    publish(YearPlan(2028, days_off={date(2028, 1, 3): TET}, worked_days={date(2028, 1, 8): None}))

    calendar = calendar_for(None, date(2028, 1, 3))
    assert calendar.last_day == date(2028, 12, 31)
    assert not calendar.is_working_day(date(2028, 1, 3))
    assert calendar.is_working_day(date(2028, 1, 8))
    [entry] = ledger.entries("calendar:2028")
    assert (entry.verb, entry.by_id) == ("publish_year", 7)
    assert entry.payload["days_off"] == {"2028-01-03": ["holiday", "Tết Nguyên đán"]}


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (YearPlan(2028, days_off={date(2027, 1, 1): TET}), "không thuộc năm 2028"),
        (YearPlan(2028, worked_days={date(2029, 1, 6): None}), "không thuộc năm 2028"),
        (
            YearPlan(2028, days_off={date(2028, 1, 8): TET}, worked_days={date(2028, 1, 8): None}),
            "vừa nghỉ vừa làm bù",
        ),
        (YearPlan(2028, days_off={date(2028, 1, 3): DayNote(NoteKind.HOLIDAY, " ")}), "phải có tên"),
        (YearPlan(2028, days_off={date(2028, 1, 3): DayNote(NoteKind.UNIT_CLOSED, "Nghỉ")}), "phải có tên"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(plan, sentence):
    with pytest.raises(CannotPublish, match=sentence):
        publish(plan)

    assert not CalendarYear.objects.exists()


def test_own_hours_replace_earlier_ones_of_the_same_day(unit):
    by = officer(Role.ONE_STOP_HEAD, unit.pk)
    for spans in (MORNING, EVENING):
        services.set_hours(unit_id=unit.pk, week={3: spans}, valid_from=date(2026, 1, 1), by=by, at=NOW)

    assert [row.sessions for row in UnitHours.objects.filter(unit=unit)] == [EVENING]
    assert ledger.entries(f"hours:{unit.pk}").count() == 2


def test_common_hours_can_have_a_season(unit):
    services.load_national()
    summer = dict.fromkeys(range(5), ((420, 690), (810, 1020)))

    services.set_hours(
        unit_id=None, week=summer, valid_from=date(2026, 4, 15), valid_to=date(2026, 10, 15),
        by=officer(), at=NOW,
    )  # fmt: skip

    spans = [
        calendar_for(unit.pk, date(2026, 6, 1)).spans_on(day)
        for day in (date(2026, 6, 1), date(2026, 10, 16))
    ]
    assert spans == [((420, 690), (810, 1020)), ((450, 690), (780, 1020))]


@pytest.mark.parametrize(
    "bad",
    [
        {"week": {}},
        {"week": {7: MORNING}},
        {"week": {0: ((690, 450),)}},
        {"week": {0: MORNING}, "valid_to": date(2025, 1, 1)},
    ],
)
def test_hours_without_sense_are_refused(unit, bad):
    with pytest.raises(BadHours):
        services.set_hours(
            **{"unit_id": unit.pk, "valid_from": date(2026, 1, 1), "by": officer(), "at": NOW, **bad}
        )


def test_a_closed_day_and_an_evening_are_set_with_their_reasons(unit):
    day = date(2026, 11, 26)

    services.close_day(unit_id=unit.pk, day=day, reason="  mất điện ", by=officer(), at=NOW)
    closed = UnitDay.objects.get().sessions
    services.set_day(unit_id=unit.pk, day=day, spans=EVENING, reason="buổi tối", by=officer(), at=NOW)

    assert (closed, UnitDay.objects.get().sessions) == ((), EVENING)
    assert [entry.payload["reason"] for entry in ledger.entries(f"hours:{unit.pk}")] == [
        "mất điện",
        "buổi tối",
    ]


def test_a_day_without_a_reason_is_refused(unit):
    with pytest.raises(BadHours, match="lý do"):
        services.close_day(unit_id=unit.pk, day=date(2026, 11, 26), reason=" ", by=officer(), at=NOW)


@pytest.mark.parametrize(
    "by", [officer(Role.SPECIALIST, 1), officer(Role.ONE_STOP_HEAD, -1)], ids=["no keeper", "of another unit"]
)
def test_only_the_keepers_of_a_calendar_change_it(unit, by):
    with pytest.raises(NotAllowed):
        services.close_day(unit_id=unit.pk, day=date(2026, 11, 26), reason="bão", by=by, at=NOW)
    with pytest.raises(NotAllowed):
        publish(YearPlan(2028), by=officer(Role.COMMUNE_LEADER, unit.pk))
