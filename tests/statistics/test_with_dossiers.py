"""The figures follow the real services of dossiers."""

from datetime import timedelta

import pytest

from motcua.dossiers import services
from motcua.statistics.queries import quarter, verify_facts
from tests.factories.dossiers import MONDAY, Desk, accepted, birth, returned
from tests.factories.statistics import fold_all

pytestmark = pytest.mark.django_db

LATER = MONDAY + timedelta(days=60)


@pytest.fixture
def desk(db):
    return Desk()


def line(desk: Desk):
    return quarter([desk.unit.pk], 2026, 4, now=LATER).get(desk.unit.pk)


def test_an_acceptance_is_seen_before_and_after_it_is_folded(desk):
    accepted(desk)
    before = line(desk)
    fold_all()

    assert before == line(desk)
    assert (before.received_other, before.pending_total) == (1, 1)


def test_a_withdrawal_leaves_nothing_pending(desk):
    dossier = accepted(desk)
    services.withdraw(
        dossier_id=dossier.pk, reason="Không làm nữa", by=desk.le, at=MONDAY + timedelta(hours=1)
    )

    assert (line(desk).received_total, line(desk).pending_total) == (1, 0)


def test_a_refusal_at_the_counter_is_not_received(desk):
    services.refuse(
        intake=birth(desk), reason="Sai thẩm quyền", legal_ground="Điều 7", by=desk.le, at=MONDAY
    )  # fmt: skip

    assert line(desk) is None


def test_history_and_figures_agree_after_a_whole_life(desk):
    dossier = returned(desk)
    services.note(dossier_id=dossier.pk, text="Đã gọi điện", by=desk.le, at=MONDAY + timedelta(minutes=30))

    assert list(verify_facts()) == []
    fold_all()
    assert list(verify_facts()) == []
    assert (line(desk).settled_on_time, line(desk).pending_total) == (1, 0)
