"""Models by communes in one quarter: who runs what, who has just begun, who is silent, who is reminded."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.initiatives import queries, services
from motcua.initiatives.models import Initiative, SilenceReminder
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel import ledger
from motcua.kernel.models import Event
from motcua.kernel.quarters import Quarter
from motcua.organisation.access import NotAllowed
from tests.factories.replication import (
    AUGUST,
    DEATH,
    HOME,
    MANDATORY,
    WRITING,
    Spread,
    adopted,
    dossier,
    entered,
    model,
    ordered,
)

pytestmark = pytest.mark.django_db
Q3 = Quarter(2021, 3)


@pytest.fixture
def district(db) -> Spread:
    return Spread()


def look(district, *, directive=None, quarter=Q3, reported=()):
    ids = [unit.pk for unit in district.communes]
    return queries.matrix(directive, ids, quarter, reported=reported)


def cell(district, slug, unit, **more):
    table = look(district, **more)
    place = [column.initiative.slug for column in table.columns].index(slug)
    return next(line.cells[place] for line in table.lines if line.unit == unit)


def test_a_commune_that_has_not_answered_an_order_is_silent(district):
    ordered(district, [HOME])

    assert cell(district, HOME, district.town).state == CellState.SILENT


def test_a_silent_unit_has_not_answered_or_has_served_nobody(district):
    ordered(district, [HOME])
    before = cell(district, HOME, district.town)
    adopted(district, district.town)
    after = cell(district, HOME, district.town)

    assert before.state == after.state == CellState.SILENT
    assert (before.unanswered, before.is_done) == (True, False)
    assert (after.unanswered, after.is_done) == (False, True)


def test_a_commune_need_not_answer_a_recommendation(district):
    ordered(district, [HOME], mandatory=False)

    assert cell(district, HOME, district.town).state == CellState.NONE


def test_who_began_in_the_quarter_is_new_and_later_silent_until_there_is_a_case(district):
    adopted(district, district.town, from_on=date(2021, 7, 5))

    assert cell(district, HOME, district.town).state == CellState.NEW
    assert cell(district, HOME, district.town, quarter=Q3.after).state == CellState.SILENT


def test_a_case_makes_it_run_and_stands_in_the_cell(district):
    adopted(district, district.town)
    dossier(district.town)
    entered(district, district.town, HOME, quantity=2)

    found = cell(district, HOME, district.town)

    assert (found.state, found.counted, found.entered, found.cases) == (CellState.RUNNING, 1, 2, 3)


def test_a_report_of_nothing_breaks_the_silence(district):
    adoption = adopted(district, district.town)
    key = {(district.town.pk, adoption.initiative_id)}

    assert cell(district, HOME, district.town).state == CellState.SILENT
    assert cell(district, HOME, district.town, reported=key).state == CellState.RUNNING


def test_who_said_why_not_is_not_silent(district):
    ordered(district, [HOME])
    services.decline(
        initiative_id=model(HOME).pk, unit_id=district.town.pk, reason="Không có hộ nghèo",
        by=district.head(district.town), at=AUGUST,
    )  # fmt: skip

    assert cell(district, HOME, district.town).state == CellState.DECLINED


def test_what_a_commune_gave_up_later_still_counts_in_its_time(district):
    adopted(district, district.town)
    dossier(district.town)
    services.decline(
        initiative_id=model(HOME).pk, unit_id=district.town.pk, reason="Thiếu người",
        by=district.head(district.town), at=AUGUST + timedelta(days=90),
    )  # fmt: skip

    assert cell(district, HOME, district.town).state == CellState.RUNNING
    assert cell(district, HOME, district.town, quarter=Q3.after).state == CellState.DECLINED


def test_what_a_commune_does_by_chance_is_not_the_model(district):
    adopted(district, district.town)
    dossier(district.an_hiep)

    found = cell(district, HOME, district.an_hiep)

    assert (found.state, found.cases) == (CellState.NONE, 0)


def test_ordered_models_come_first_and_are_marked(district):
    adopted(district, district.town, WRITING)
    ordered(district)

    columns = look(district).columns

    assert [(column.initiative.slug, column.mandatory) for column in columns] == [
        *((slug, True) for slug in MANDATORY),
        (WRITING, False),
    ]


def test_a_directive_shows_its_own_models_only(district):
    directive = ordered(district, [HOME])
    adopted(district, district.town, WRITING)

    assert [column.initiative.slug for column in look(district, directive=directive).columns] == [HOME]


def test_before_the_letter_nobody_was_silent(district):
    ordered(district, [HOME])

    assert look(district, quarter=Quarter(2020, 4)).columns == []


def test_lines_count_who_is_busy_and_columns_what_was_served(district):
    ordered(district, [HOME, DEATH])
    adopted(district, district.town)
    adopted(district, district.town, DEATH, from_on=date(2021, 8, 1))
    dossier(district.town)

    table = look(district)

    assert {line.unit.name: line.busy for line in table.lines} == {
        "Thị trấn Cái Tàu Hạ": 2, "Xã An Hiệp": 0, "Xã An Khánh": 0,
    }  # fmt: skip
    assert [(column.running, column.cases) for column in table.columns] == [(1, 1), (0, 0)]
    assert (table.cases, len(table.silent)) == (1, 4)


def remind(district, at=AUGUST, **more):
    facts = {"directive_id": None, "unit_ids": [unit.pk for unit in district.communes], "quarter": Q3}
    return services.remind_silent(**{**facts, "by": district.hanh, "at": at, **more})


def test_each_silent_commune_is_reminded_once_of_all_its_models(district):
    ordered(district, [HOME, DEATH])
    adopted(district, district.town)
    dossier(district.town)

    sent = remind(district)

    models = list(
        Initiative.objects.filter(slug__in=[HOME, DEATH]).order_by("pk").values_list("pk", flat=True)
    )
    assert {row.unit.name: row.initiatives for row in sent} == {
        "Thị trấn Cái Tàu Hạ": models[1:], "Xã An Hiệp": models, "Xã An Khánh": models,
    }  # fmt: skip
    assert Event.objects.filter(name="replication.reminded").count() == 3
    assert [entry.verb for entry in ledger.entries(f"silence:{district.an_hiep.pk}")] == ["remind"]
    assert [row.sent_by_id for row in queries.reminders([district.an_hiep.pk], Q3)] == [
        district.hanh.account_id
    ]


def test_nobody_is_reminded_twice_on_one_day(district):
    ordered(district, [HOME])
    remind(district)

    with pytest.raises(services.NobodySilent, match="đã được nhắc hôm nay"):
        remind(district, at=AUGUST + timedelta(hours=5))
    assert len(remind(district, at=AUGUST + timedelta(days=1))) == 3


def test_where_all_have_spoken_nobody_is_reminded(district):
    with pytest.raises(services.NobodySilent, match="Không còn đơn vị nào im trong quý III năm 2021"):
        remind(district)


def test_only_who_watches_over_them_reminds_communes(district):
    ordered(district, [HOME])

    with pytest.raises(NotAllowed, match="các đơn vị cấp dưới"):
        remind(district, by=district.head(district.town))
    with pytest.raises(NotAllowed, match="Việc này dành cho"):
        remind(district, by=district.tu)
    assert not SilenceReminder.objects.exists()


ANSWERS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from([HOME, DEATH, WRITING]),
        st.sampled_from(["adopt", "decline", "case"]),
        st.dates(date(2021, 6, 1), date(2021, 9, 30)),
    ),
    max_size=10,
)


@given(answers=ANSWERS, told=st.booleans())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cells_lines_and_columns_agree_whatever_the_communes_do(district, answers, told):
    with transaction.atomic():
        if told:
            ordered(district, [HOME, DEATH])
        for place, slug, act, on in answers:
            unit = district.communes[place]
            if act == "decline":
                services.decline(
                    initiative_id=model(slug).pk, unit_id=unit.pk, reason="Thiếu người",
                    by=district.head(unit), at=AUGUST,
                )  # fmt: skip
                continue
            adopted(district, unit, slug, from_on=on)
            if act == "case":
                entered(district, unit, slug, on=on, at=AUGUST.replace(month=11))
        table = look(district)
        silent = queries.silent_units(None, [unit.pk for unit in district.communes], Q3)
        transaction.set_rollback(True)

    assert table.cases == sum(one.cases for one in table.cells)
    assert sum(line.busy for line in table.lines) >= sum(column.running for column in table.columns)
    assert len(table.silent) == sum(len(models) for models in silent.values())
    assert all(one.state == CellState.RUNNING for one in table.cells if one.cases)
    assert all(len(line.cells) == len(table.columns) for line in table.lines)


def test_the_unit_that_made_a_model_stands_in_the_matrix_without_an_order(district):
    Initiative.objects.filter(pk=model(HOME).pk).update(unit=district.town)
    dossier(district.town)
    dossier(district.an_hiep)

    found = cell(district, HOME, district.town)

    assert (found.state, found.cases) == (CellState.RUNNING, 1)
    assert cell(district, HOME, district.an_hiep).cases == 0
