"""Each quarter of the matrix shows what was true then: no later act changes it."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.directives import services as directives
from motcua.initiatives import queries, services
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.quarters import Quarter
from motcua.kernel.refusals import Refusal
from tests.factories.directives import HANOI
from tests.factories.replication import (
    DEATH,
    HOME,
    WRITING,
    Spread,
    adopted,
    dossier,
    entered,
    model,
    ordered,
)

pytestmark = pytest.mark.django_db
QUARTERS = [Quarter(2021, number) for number in (1, 2, 3, 4)]


@pytest.fixture
def district(db) -> Spread:
    return Spread()


def cells(district, quarter):
    """State and figures of every cell that says anything, by unit and model."""
    table = queries.matrix(None, [unit.pk for unit in district.communes], quarter)
    return {
        (one.unit_id, one.initiative_id): (one.state, one.counted, one.entered)
        for one in table.cells
        if one.state != CellState.NONE
    }


def states(district, unit, slug=HOME):
    key = unit.pk, model(slug).pk
    return [cells(district, quarter).get(key, ("none",))[0] for quarter in QUARTERS]


def at(on: date) -> datetime:
    return datetime.combine(on, time(9), tzinfo=HANOI)


def declined(district, unit, on, slug=HOME):
    services.decline(
        initiative_id=model(slug).pk, unit_id=unit.pk, reason="Thiếu người", by=district.head(unit), at=at(on)
    )


def test_who_declined_first_and_adopted_later_had_declined_in_the_quarters_between(district):
    ordered(district, [HOME])
    declined(district, district.town, date(2021, 3, 2))
    adopted(district, district.town, from_on=date(2021, 10, 4), at=at(date(2021, 10, 1)))

    assert states(district, district.town) == ["declined", "declined", "declined", "new"]


def test_an_answer_given_afterwards_does_not_break_an_earlier_silence(district):
    ordered(district, [HOME])
    adopted(district, district.town, from_on=date(2021, 4, 5), at=at(date(2021, 8, 2)))

    assert states(district, district.town) == ["silent", "silent", "silent", "silent"]


def test_what_was_done_in_a_quarter_counts_although_the_unit_gave_up_before_its_end(district):
    adopted(district, district.town)
    dossier(district.town, on=date(2021, 7, 6))
    declined(district, district.town, date(2021, 8, 2))

    assert states(district, district.town) == ["new", "silent", "running", "declined"]


def test_cases_entered_late_count_in_the_quarter_of_their_day(district):
    declined(district, district.town, date(2021, 3, 2), WRITING)
    adopted(district, district.town, WRITING, from_on=date(2021, 9, 1), at=at(date(2021, 10, 1)))
    entered(district, district.town, WRITING, on=date(2021, 9, 6), at=at(date(2021, 10, 5)))

    assert states(district, district.town, WRITING) == ["declined", "declined", "running", "silent"]


def test_an_order_taken_back_had_been_an_order_until_then(district):
    letter = ordered(district, [HOME])
    directives.withdraw_directive(
        directive_id=letter.pk, reason="Đã thay bằng văn bản khác", by=district.chair, at=at(date(2021, 7, 1))
    )

    assert states(district, district.town) == ["silent", "silent", "none", "none"]


def test_nobody_is_silent_about_a_model_that_has_ended(district):
    ordered(district, [HOME])
    services.end_initiative(
        initiative_id=model(HOME).pk, reason="Luật đã đổi", by=district.head(district.town),
        at=at(date(2021, 7, 9)),
    )  # fmt: skip

    assert states(district, district.an_hiep) == ["silent", "silent", "silent", "none"]


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from([HOME, DEATH, WRITING]),
        st.sampled_from(["adopt", "decline", "dossier", "case", "order", "end"]),
        st.integers(1, 60),
        st.integers(-200, 30),
    ),
    min_size=2,
    max_size=8,
)


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_later_act_never_changes_an_earlier_quarter(district, acts):
    model(HOME)
    with transaction.atomic():
        on = date(2021, 2, 8)
        for place, slug, act, wait, ago in acts:
            on += timedelta(days=wait)
            over = [quarter for quarter in QUARTERS if quarter.counts_to < on]
            before = [cells(district, quarter) for quarter in over]
            served_on = min(on, max(date(2021, 1, 4), on + timedelta(days=ago)))
            _do(district, district.communes[place], slug, act, on=on, served_on=served_on)
            for quarter, then in zip(over, before, strict=True):
                entered_for_it = act == "case" and quarter.counts_from <= served_on <= quarter.counts_to
                assert entered_for_it or cells(district, quarter) == then
        transaction.set_rollback(True)


def _do(district, unit, slug, act, *, on, served_on):
    """Do it as far as it may be done: a model that has ended is not taken up any more."""
    with suppress(Refusal), transaction.atomic():
        if act == "adopt":
            adopted(district, unit, slug, from_on=served_on, at=at(on))
        elif act == "decline":
            declined(district, unit, on, slug)
        elif act == "dossier":
            dossier(unit, on=on)
        elif act == "order":
            ordered(district, [slug], at=at(on))
        elif act == "case":
            entered(district, unit, slug, on=served_on, at=at(on))
        else:
            services.end_initiative(
                initiative_id=model(slug).pk, reason="Luật đã đổi", by=district.head(district.town), at=at(on)
            )
