import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.kernel.memory import current_stamp, kept_until_change
from motcua.organisation.models import Unit
from motcua.organisation.queries import ancestors, unit_with_id
from motcua.organisation.services import load_units
from tests.factories.organisation import UnitFactory

pytestmark = pytest.mark.django_db


@kept_until_change
def how_many() -> int:
    return Unit.objects.count()


def test_an_answer_costs_one_look_at_the_stamp_while_nothing_changes():
    UnitFactory()
    how_many()

    with CaptureQueriesContext(connection) as captured:
        assert how_many() == 1

    assert [query["sql"] for query in captured] == ["SELECT value FROM kernel_changestamp WHERE id = 1"]


def test_every_kind_of_change_is_noticed_whoever_makes_it():
    unit = UnitFactory(name="Xã An Thạnh")
    assert unit_with_id(unit.pk).name == "Xã An Thạnh"

    Unit.objects.filter(pk=unit.pk).update(name="Xã Cù Lao Dung")
    assert unit_with_id(unit.pk).name == "Xã Cù Lao Dung"

    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisation_unit SET name = 'Xã Đại Ân' WHERE id = %s", [unit.pk])
    assert unit_with_id(unit.pk).name == "Xã Đại Ân"

    Unit.objects.filter(pk=unit.pk).delete()
    with pytest.raises(Unit.DoesNotExist):
        unit_with_id(unit.pk)


def test_what_was_seen_in_a_transaction_that_failed_is_forgotten():
    UnitFactory()
    before = current_stamp()
    assert how_many() == 1

    with transaction.atomic():
        UnitFactory()
        assert how_many() == 2
        transaction.set_rollback(True)

    assert (how_many(), current_stamp()) == (1, before)


def test_the_units_above_are_a_list_of_ones_own():
    load_units()
    unit = Unit.objects.get(code="31615")
    day = unit.valid_from

    ancestors(unit, day).clear()

    assert [above.level for above in ancestors(unit, day)] == ["province"]
