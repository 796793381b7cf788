from datetime import date, timedelta

import msgspec
import pytest

from motcua.organisation.access import NotAllowed
from motcua.process import queries, services
from motcua.process.definitions import WorkflowDefinition
from tests.factories.catalogue import ProcedureFactory, ProcedureVersionFactory
from tests.factories.process import BIRTH, MONDAY, Office

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


@pytest.fixture
def office():
    return Office()


def publish(office, procedure, *, valid_from=TODAY, definition=BIRTH, by=None):
    return services.publish_workflow(
        procedure_id=procedure.pk,
        unit_id=office.unit.pk,
        definition=definition,
        valid_from=valid_from,
        by=by or office.leader,
        at=MONDAY,
        name="Đăng ký khai sinh",
    )


def in_force(office, procedure, on):
    found = queries.workflow_versions(procedure_id=procedure.pk, unit_id=office.unit.pk, on=on)
    return [version.number for version in found]


def test_a_new_version_ends_the_one_before_on_the_eve(office):
    procedure = ProcedureFactory()
    publish(office, procedure)

    publish(office, procedure, valid_from=date(2027, 1, 1))

    assert in_force(office, procedure, date(2026, 12, 31)) == [1]
    assert in_force(office, procedure, date(2027, 1, 1)) == [2]


def test_a_version_in_the_past_or_before_the_last_is_refused(office):
    procedure = ProcedureFactory()
    publish(office, procedure, valid_from=date(2027, 1, 1))

    with pytest.raises(services.NotAfterLastVersion, match="Bản trước áp dụng từ ngày 01/01/2027"):
        publish(office, procedure, valid_from=date(2026, 12, 1))
    with pytest.raises(services.NotAfterLastVersion, match="từ hôm nay trở đi"):
        publish(office, procedure, valid_from=TODAY - timedelta(days=1))


def test_plain_data_from_a_screen_is_checked_and_typed(office):
    version = publish(office, ProcedureFactory(), definition=msgspec.to_builtins(BIRTH))

    assert version.steps == BIRTH


def test_a_faulty_workflow_is_not_published(office):
    with pytest.raises(services.WorkflowFaulty):
        publish(office, ProcedureFactory(), definition=WorkflowDefinition(BIRTH.steps[:3]))


def test_an_officer_at_the_counter_publishes_no_workflow(office):
    with pytest.raises(NotAllowed):
        publish(office, ProcedureFactory(), by=office.desk)


def test_the_pattern_is_written_down_once_and_gives_way_to_the_units_own(office):
    birth_version = ProcedureVersionFactory()
    both = [
        services.ensure_workflow(version=birth_version, unit_id=office.unit.pk, on=TODAY)
        for _turn in range(2)
    ]
    assert both[0] == both[1]
    assert both[0].pattern_of == birth_version

    own = publish(office, birth_version.procedure)

    assert services.ensure_workflow(version=birth_version, unit_id=office.unit.pk, on=TODAY) == own
    elsewhere = Office().unit.pk
    assert services.ensure_workflow(version=birth_version, unit_id=elsewhere, on=TODAY) == both[0]
