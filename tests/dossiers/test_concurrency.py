"""Two officers at one dossier, two tabs with one intake: real transactions, real threads, both databases."""

import pytest

from motcua.dossiers import queries, services
from motcua.dossiers.models import Dossier
from tests.dossiers.real_threads import afterwards, at_once, on_disk
from tests.factories.dossiers import MONDAY, Desk, accepted, birth, drafted, processing

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(transactional_db):
    return Desk()


def faults():
    return list(queries.verify_rows())


def are_refused(outcomes):
    return sorted(isinstance(outcome, str) for outcome in outcomes)


def test_of_two_officers_one_hands_over_and_the_other_reads_who_did(desk, tmp_path):
    dossier = accepted(desk)

    with on_disk(tmp_path):
        outcomes = at_once(
            lambda: services.transfer(dossier_id=dossier.pk, by=desk.le, at=MONDAY),
            lambda: services.transfer(dossier_id=dossier.pk, by=desk.tam, at=MONDAY),
        )
        assert afterwards(faults) == []

    winner, refusal = sorted(outcomes, key=lambda outcome: isinstance(outcome, str))
    first = desk.le if outcomes[0] is winner else desk.tam
    assert refusal == f"Hồ sơ 261123-0001 đã được {first.name} chuyển giải quyết lúc 09:12."


def test_of_two_officers_who_accept_one_online_dossier_one_gets_it(desk, tmp_path):
    what = birth(desk, channel="online", unit_id=desk.unit.pk)
    waiting = services.submit(intake=what, by_id=desk.tam.account_id, at=MONDAY)

    with on_disk(tmp_path):
        outcomes = at_once(
            lambda: services.accept_registered(dossier_id=waiting.pk, by=desk.le, at=MONDAY),
            lambda: services.accept_registered(dossier_id=waiting.pk, by=desk.tam, at=MONDAY),
        )
        assert afterwards(lambda: Dossier.objects.get().book_sequence) == 1
        assert afterwards(faults) == []

    assert are_refused(outcomes) == [False, True]


def test_one_intake_sent_from_four_tabs_at_once_is_one_dossier(desk, tmp_path):
    what = birth(desk)

    with on_disk(tmp_path):
        outcomes = at_once(*[lambda: services.accept(intake=what, by=desk.le, at=MONDAY)] * 4)
        assert afterwards(Dossier.objects.count) == 1
        assert afterwards(faults) == []

    assert len({outcome.pk for outcome in outcomes}) == 1


def test_eight_counters_at_once_number_their_dossiers_without_gap_or_repetition(desk, tmp_path):
    intakes = [birth(desk) for _n in range(8)]

    with on_disk(tmp_path):
        at_once(*[lambda what=what: services.accept(intake=what, by=desk.le, at=MONDAY) for what in intakes])
        lines = afterwards(lambda: sorted(Dossier.objects.values_list("book_sequence", flat=True)))
        assert afterwards(faults) == []

    assert lines == list(range(1, 9))


def test_a_signature_and_a_withdrawal_at_once_end_in_one_of_their_orders(desk, tmp_path):
    dossier = drafted(desk)

    with on_disk(tmp_path):
        outcomes = at_once(
            lambda: services.sign_result(dossier_id=dossier.pk, by=desk.leader, at=MONDAY),
            lambda: services.withdraw(dossier_id=dossier.pk, reason="Theo đơn", by=desk.le, at=MONDAY),
        )
        assert afterwards(lambda: Dossier.objects.get().state) == "withdrawn"
        assert afterwards(faults) == []

    assert not isinstance(outcomes[1], str)


def test_two_specialists_do_not_complete_one_step_twice(desk, tmp_path):
    second = desk.officer("civil_status_officer", name="Lý Thị Thu")
    dossier = processing(desk)
    step = dossier.case.steps.get(state="open")

    with on_disk(tmp_path):
        outcomes = at_once(
            *[
                lambda by=by: services.complete_step(dossier_id=dossier.pk, step_id=step.pk, by=by, at=MONDAY)
                for by in (desk.justice, second)
            ]
        )
        assert afterwards(faults) == []

    assert are_refused(outcomes) == [False, True]
