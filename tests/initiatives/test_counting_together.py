"""Several models counted together: each has its own figure, and a record of two of them is one in their total."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.initiatives import queries
from motcua.kernel.quarters import Quarter
from tests.factories.replication import (
    AUGUST,
    DEATH,
    HOME,
    MANDATORY,
    MOBILE,
    WRITING,
    Spread,
    adopted,
    dossier,
    entered,
    model,
)

pytestmark = pytest.mark.django_db
Q3 = Quarter(2021, 3)
SLUGS = [*MANDATORY, WRITING]


@pytest.fixture
def district(db) -> Spread:
    return Spread()


def together(units, slugs=SLUGS):
    models = [model(slug) for slug in slugs]
    return queries.count_models(models, [unit.pk for unit in units], Q3.first_day, Q3.last_day)


def test_a_death_carried_home_is_a_case_of_two_models_and_one_in_their_total(district):
    dossier(district.town, "death_registration", return_channel="home")

    found = together([district.town])

    assert [found.of_model(model(slug).pk).total for slug in (DEATH, MOBILE)] == [1, 1]
    assert (found.total.total, found.total.plain_sum, found.total.is_less) == (1, 2, True)


def test_where_no_record_is_shared_the_total_is_the_sum(district):
    adopted(district, district.town, WRITING)
    dossier(district.town)
    entered(district, district.town, WRITING, quantity=3)

    total = together([district.town]).total

    assert (total.counted, total.entered, total.total, total.is_less) == (1, 3, 4, False)


def test_a_total_of_some_pairs_leaves_the_others_out(district):
    dossier(district.town, "death_registration", return_channel="home")
    dossier(district.an_hiep, "death_registration", return_channel="home")
    found = together(district.communes)

    assert found.total_of([(district.town.pk, model(DEATH).pk)]).total == 1
    assert found.total_of([(unit.pk, model(MOBILE).pk) for unit in district.communes]).total == 2
    assert found.total_of([]).total == 0


def test_counting_all_models_asks_two_questions(district, django_assert_num_queries):
    dossier(district.town, "death_registration", return_channel="home")
    models = list(type(model(HOME)).objects.order_by("pk"))
    ids = [unit.pk for unit in district.communes]

    with django_assert_num_queries(2):
        found = queries.count_models(models, ids, Q3.first_day, Q3.last_day)

    assert len(models) >= 28
    assert found.total.total == 1


RECORDS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["certified_copy", "death_registration", "death_mobile", "birth_registration"]),
        st.sampled_from(["direct", "mobile", "home"]),
        st.sampled_from(["direct", "home", "mobile"]),
    ),
    max_size=8,
)


@given(records=RECORDS, letters=st.integers(0, 3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_total_is_the_union_of_the_records_behind_each_figure(district, records, letters):
    models = [model(slug) for slug in SLUGS]
    ids = [unit.pk for unit in district.communes]
    with transaction.atomic():
        adopted(district, district.town, WRITING)
        for place, slug, channel, back in records:
            dossier(district.communes[place], slug, channel=channel, return_channel=back)
        for _letter in range(letters):
            entered(district, district.town, WRITING, at=AUGUST)
        alone = {one.pk: queries.count_cases(one, ids, Q3.first_day, Q3.last_day) for one in models}
        found = queries.count_models(models, ids, Q3.first_day, Q3.last_day)
        transaction.set_rollback(True)

    assert found.total.total == len({code for one in alone.values() for code in one.records})
    assert found.total.plain_sum == sum(one.total for one in alone.values())
    assert {pk: found.of_model(pk).total for pk in alone} == {pk: one.total for pk, one in alone.items()}
