from datetime import date, timedelta

import pytest
from django.utils import timezone

from motcua.calendars.services import load_national
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.kernel import outbox
from motcua.organisation.models import UnitPlacement
from motcua.organisation.roles import Role
from motcua.process.models import StepRun
from motcua.statistics import periods
from motcua.statistics.figures import closed_in, overdue_parts
from motcua.statistics.provinces import Provinces
from motcua.statistics.queries import (
    behind,
    by_unit,
    late_dossiers,
    late_places,
    quarter,
    settled_by_week,
    step_loads,
    waiting,
)
from tests.factories.organisation import DivisionFactory, ProvinceFactory, StaffFactory, UnitFactory
from tests.factories.statistics import Desk, at_step, fold_all, make_unit
from tests.statistics.histories import Moment, changed, day, life

pytestmark = pytest.mark.django_db

NOW = day("2026-11-23")  # a Monday


@pytest.fixture
def desk(db):
    load_national()
    return Desk(UnitFactory(name="Xã An Thạnh"))


def test_weeks_count_folded_and_unfolded_news_alike(desk):
    for finished in ("2026-11-09", "2026-11-15", "2026-11-16"):
        desk.live(life(accepted="2026-11-02", due="2026-11-12", finished=finished))

    before = settled_by_week([desk.unit.pk], since=date(2026, 11, 9))["ho_tich"]
    outbox.deliver_due(now=timezone.now(), limit=3)
    amid = settled_by_week([desk.unit.pk], since=date(2026, 11, 9))["ho_tich"]
    fold_all()
    after = settled_by_week([desk.unit.pk], since=date(2026, 11, 9))["ho_tich"]

    for weeks in (before, amid, after):
        assert {monday: (n["early"], n["late"]) for monday, n in weeks.items() if n.total()} == {
            date(2026, 11, 9): (1, 1),
            date(2026, 11, 16): (0, 1),
        }


def test_a_quarter_has_a_line_for_each_unit_that_has_figures(desk):
    other = Desk(make_unit("Đông Phước"))
    UnitFactory()
    desk.live(life(accepted="2026-10-05", due="2026-10-08", finished="2026-10-07"))
    other.live(life(accepted="2026-08-05", due="2026-12-08"))

    lines = quarter(None, 2026, 4, now=NOW)

    assert {unit: (line.settled_early, line.pending_in_time) for unit, line in lines.items()} == {
        desk.unit.pk: (1, 0), other.unit.pk: (0, 1),
    }  # fmt: skip
    assert by_unit([desk.unit.pk], periods.quarter(2026, 4), now=NOW) == {desk.unit.pk: lines[desk.unit.pk]}


def test_a_late_dossier_lies_in_the_division_of_its_holder(desk):
    economy = DivisionFactory(name="Phòng Kinh tế", short_name="Phòng Kinh tế", under=desk.unit)
    holder = StaffFactory(unit=desk.unit, role=Role.LAND_OFFICER, division=economy).account
    held = desk.live(life(accepted="2026-11-02", due="2026-11-05"))
    at_step(held, "Xác minh", Role.LAND_OFFICER, since=NOW, by=holder)

    (late,) = late_dossiers([desk.unit.pk], now=NOW, limit=5)

    assert (late.dossier.pk, late.place, late.reason) == (held.pk, "Kinh tế", "")


def test_places_with_most_late_dossiers_come_first(desk):
    culture = DivisionFactory(short_name="Văn hóa – Xã hội", under=desk.unit)
    StaffFactory(unit=desk.unit, role=Role.CULTURE_SOCIAL_OFFICER, division=culture)
    for role in (Role.LAND_OFFICER, Role.CULTURE_SOCIAL_OFFICER, Role.CULTURE_SOCIAL_OFFICER):
        at_step(desk.live(life(accepted="2026-11-02", due="2026-11-05")), "Thẩm tra", role, since=NOW)

    assert late_places([desk.unit.pk], now=NOW) == ["Văn hóa – Xã hội", "Công chức địa chính – môi trường"]


def test_a_dossier_late_before_its_pause_lies_with_the_applicant(desk):
    one = life(accepted="2026-11-02", due="2026-11-05")
    desk.live([*one, Moment(NOW, changed(one[0].snapshot, state=State.SUPPLEMENT_REQUESTED))])

    assert late_places([desk.unit.pk], now=NOW + timedelta(hours=1)) == ["người nộp"]


def test_a_step_is_measured_in_working_time_against_its_plan(desk):
    done = desk.live(life(accepted="2026-11-13", due="2026-11-20", finished="2026-11-17"))
    friday, monday = day("2026-11-13", 16), day("2026-11-16", 9)
    at_step(done, "Thẩm tra", Role.CIVIL_STATUS_OFFICER, since=friday, until=monday, minutes=60)
    open_ = desk.live(life(accepted="2026-11-20", due="2026-11-27"))
    at_step(open_, "Thẩm tra", Role.CIVIL_STATUS_OFFICER, since=NOW)

    (load,) = step_loads([desk.unit.pk], now=NOW)

    assert (load.minutes, load.planned, load.passes, load.waiting, load.is_over) == (150, 60, 1, 1, True)
    assert list(waiting([desk.unit.pk], field="ho_tich", step=(load.name, load.role))) == [open_]


def test_the_step_that_cost_most_time_over_its_plan_comes_first(desk):
    for name, hours, count in (("Ký", 3, 1), ("Thẩm tra", 2, 3), ("Đóng dấu", 1, 9)):
        for _time in range(count):
            done = desk.live(life(accepted="2026-11-16", due="2026-11-20", finished="2026-11-17"))
            at_step(
                done,
                name,
                Role.COMMUNE_LEADER,
                since=day("2026-11-16", 8),
                until=day("2026-11-16", 8 + hours),
            )

    loads = step_loads([desk.unit.pk], now=NOW)

    assert [(load.name, load.over) for load in loads] == [("Thẩm tra", 180), ("Ký", 120), ("Đóng dấu", 0)]


def test_the_return_to_the_citizen_and_a_public_notice_are_not_slow_steps(desk):
    done = desk.live(life(accepted="2026-11-16", due="2026-11-20", finished="2026-11-17"))
    for kind, counted in (("return", True), ("posting", False)):
        run = at_step(done, "Chờ", Role.ONE_STOP_OFFICER, since=day("2026-11-16"), until=NOW)
        StepRun.objects.filter(pk=run.pk).update(kind=kind, counted=counted)

    assert step_loads([desk.unit.pk], now=NOW) == []


def test_steps_of_dossiers_settled_long_ago_say_nothing(desk):
    old = desk.live(life(accepted="2026-09-01", due="2026-09-10", finished="2026-09-09"))
    at_step(old, "Thẩm tra", Role.CIVIL_STATUS_OFFICER, since=day("2026-09-01"), until=day("2026-09-02"))

    assert step_loads([desk.unit.pk], now=NOW) == []


def test_the_province_of_a_unit_is_that_of_its_own_time():
    soc_trang, can_tho = ProvinceFactory(valid_from="1992-04-12", valid_to="2025-06-30"), ProvinceFactory()
    commune = UnitFactory(valid_from="1992-04-12")
    UnitPlacement.objects.create(
        unit=commune, parent=soc_trang, valid_from="1992-04-12", valid_to="2025-06-30"
    )
    UnitPlacement.objects.create(unit=commune, parent=can_tho, valid_from="2025-07-01")

    found = [Provinces().of(commune.pk, date(2025, month, 1)) for month in (6, 7)]

    assert found == [soc_trang.pk, can_tho.pk]


@pytest.mark.one_database  # the plan of SQLite
@pytest.mark.parametrize("figure", ["pending_total", "pending_in_time", "pending_overdue", "due"])
def test_what_is_open_now_is_read_without_what_was_accepted_before(desk, figure):
    open_now = behind(figure, [desk.unit.pk], periods.quarter(2026, 4), now=NOW)

    assert {"dossier_open_by_due", "dossier_by_state"} & set(open_now.explain().split())


@pytest.mark.one_database  # the plan of SQLite
@pytest.mark.parametrize("state", [State.WITHDRAWN, State.STOPPED, State.NOT_ACCEPTED])
def test_what_was_closed_without_a_result_is_read_without_what_was_accepted(desk, state):
    closed = Dossier.objects.filter(closed_in(periods.week(NOW.date()), state), unit_id__in=[desk.unit.pk])

    assert "dossier_by_state" in closed.explain().split()


@pytest.mark.one_database  # the plan of SQLite
def test_what_was_late_then_is_read_without_what_was_accepted_before(desk):
    plans = [
        Dossier.objects.filter(part, unit_id__in=[desk.unit.pk]).explain() for part in overdue_parts(NOW)
    ]

    assert "dossier_open_by_due" in plans[0]
    assert ["dossier_by_finish" in plan for plan in plans[1:]] == [True, True]


@pytest.mark.one_database  # the plan of SQLite
def test_the_dossiers_in_a_step_are_read_without_what_was_accepted_before(desk):
    here = waiting([desk.unit.pk], field="ho_tich", step=("Thẩm tra", Role.CIVIL_STATUS_OFFICER))

    assert "dossier_by_state" in here.explain().split()
