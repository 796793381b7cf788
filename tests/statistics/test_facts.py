import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.states import State
from motcua.kernel import outbox
from motcua.kernel.models import LedgerEntry
from motcua.organisation.kinds import Level
from motcua.statistics import services
from motcua.statistics.models import ChannelMonth, FieldMonth, FieldWeek, ProcedureMonth
from motcua.statistics.queries import verify_facts
from tests.factories.statistics import fold_all, make_procedure, make_unit, tell
from tests.statistics.histories import Moment, lives, snapshot
from tests.statistics.test_measures import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(db):
    return make_unit("An Thạnh", under=make_unit("Cần Thơ", level=Level.PROVINCE))


@pytest.fixture
def procedure(db):
    return make_procedure()


def accepted(**facts):
    return Moment(
        at(3), snapshot(state=State.ACCEPTED, accepted_at=at(3), due_at=at(6), channel="online", **facts)
    )


def facts_of(table):
    return {
        tuple(str(value) for value in row[:-2]): row[-2:]
        for row in table.objects.values_list(*table.keys[1:], "received", "due")
    }


def everything():
    return [
        sorted(
            table.objects.values_list(
                *table.keys, "received", "early", "on_time", "late", "due", "closed_due"
            )
        )
        for table in (FieldMonth, ChannelMonth, ProcedureMonth, FieldWeek)
    ]


def test_an_acceptance_is_counted_in_every_table(unit, procedure):
    tell("A", [accepted()], unit=unit, procedure=procedure)
    fold_all()

    assert facts_of(FieldMonth) == {("ho_tich", "2026-11-01"): (1, 1)}
    assert facts_of(ChannelMonth) == {("online", "2026-11-01"): (1, 1)}
    assert facts_of(ProcedureMonth) == {(str(procedure.pk), "2026-11-01"): (1, 1)}
    assert facts_of(FieldWeek) == {("ho_tich", "2026-11-02"): (1, 1)}


def test_the_province_of_the_month_is_the_key_of_a_procedure(unit, procedure):
    tell("A", [accepted()], unit=unit, procedure=procedure)
    fold_all()

    assert ProcedureMonth.objects.get().province.code == "Cần Thơ"


def test_news_is_folded_once_however_often_the_worker_turns(unit, procedure):
    tell("A", [accepted()], unit=unit, procedure=procedure)
    fold_all()
    fold_all()

    assert FieldMonth.objects.get().received == 1


def test_facts_and_news_equal_the_recount_at_every_turn_of_the_worker(unit, procedure):
    for code in "ABC":
        tell(code, [accepted()], unit=unit, procedure=procedure)

    while True:
        assert list(verify_facts()) == []
        if not outbox.deliver_due(now=timezone.now(), limit=1):
            break


def test_a_changed_fact_is_named_with_its_difference(unit, procedure):
    tell("A", [accepted()], unit=unit, procedure=procedure)
    fold_all()
    FieldMonth.objects.update(received=3)

    fault, *others = verify_facts()

    assert others == []
    assert fault.subject == f"fieldmonth:{unit.pk}:ho_tich:2026-11-01"
    assert "“đã tiếp nhận” lệch +2" in fault.sentence


def test_a_rebuild_before_after_and_amid_folding_ends_with_the_same_facts(unit, procedure):
    for code in "ABC":
        tell(code, [accepted()], unit=unit, procedure=procedure)
    outbox.deliver_due(now=timezone.now(), limit=1)

    services.rebuild()

    assert list(verify_facts()) == []
    fold_all()
    assert list(verify_facts()) == []
    assert FieldMonth.objects.get().received == 3


def test_a_rebuild_mends_what_was_changed_or_lost(unit, procedure):
    tell("A", [accepted()], unit=unit, procedure=procedure)
    fold_all()
    before = everything()
    FieldMonth.objects.update(received=3)
    ChannelMonth.objects.all().delete()

    services.rebuild()

    assert everything() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(lives(), min_size=1, max_size=4), st.randoms())
def test_folding_in_any_order_ends_where_the_recount_ends(unit, procedure, lives, random):
    for number, life in enumerate(lives, start=LedgerEntry.objects.count()):
        tell(f"A-{number}", life, unit=unit, procedure=procedure)
    news = list(outbox.pending("statistics.fold"))
    random.shuffle(news)

    for event in news:
        outbox.LISTENERS["dossier.moved"]["statistics.fold"](event)
    outbox.Delivery.objects.update(done_at=timezone.now())

    assert list(verify_facts()) == []
