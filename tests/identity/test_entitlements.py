from datetime import date

import pytest

from motcua.identity import queries, services
from motcua.identity.models import Entitlement
from motcua.kernel.refusals import Refusal
from tests.factories.identity import MONDAY_MORNING, AccountFactory, EntitlementFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    return {"by": AccountFactory(), "at": MONDAY_MORNING}


def test_a_yearly_list_counts_in_its_year_only(act):
    person = PersonFactory()

    services.grant_entitlement(person_id=person.pk, group="near_poor_household", year=2026, **act)

    assert queries.entitlements(person, on=date(2026, 12, 31)) == {"near_poor_household"}
    assert queries.entitlements(person, on=date(2027, 1, 1)) == set()


def test_age_adds_its_own_groups(act):
    person = PersonFactory(birth_on=date(1950, 5, 2))

    services.grant_entitlement(person_id=person.pk, group="merit_person_family", **act)

    assert queries.entitlements(person, on=date(2026, 11, 23)) == {"merit_person_family", "elderly_person"}


def test_reading_a_list_in_twice_changes_nothing(act):
    person = PersonFactory()

    for _again in range(2):
        services.grant_entitlement(person_id=person.pk, group="poor_household", year=2026, **act)

    assert Entitlement.objects.count() == 1


def test_an_entitlement_ends_after_its_last_day(act):
    entitlement = EntitlementFactory()

    services.end_entitlement(
        entitlement_id=entitlement.pk, last_day=date(2026, 6, 30), reason="Thoát nghèo", **act
    )

    assert queries.entitlements(entitlement.person, on=date(2026, 6, 30)) == {"poor_household"}
    assert queries.entitlements(entitlement.person, on=date(2026, 7, 1)) == set()


def test_an_unknown_group_is_refused(act):
    with pytest.raises(Refusal, match="Không có nhóm đối tượng này"):
        services.grant_entitlement(person_id=PersonFactory().pk, group="rich", **act)
