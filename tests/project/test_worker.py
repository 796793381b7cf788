from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.kernel import ledger, sent_forms
from motcua.kernel.models import Heartbeat, LedgerEntry, LedgerSeal, SentForm
from motcua.project.worker import BEAT_EVERY, Chores, seal_yesterday

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)  # 00:00 on 3 March in Hà Nội
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def entry(db):
    """One line of the ledger, written on 2 March at noon."""
    noon = MIDNIGHT - timedelta(hours=12)
    ledger.follow(
        None, stream="lamp:1", verb="light", payload={}, at=noon, recorded_at=noon, by_id=None
    ).save()  # fmt: skip


def test_a_day_is_sealed_shortly_after_its_midnight_and_only_once():
    seal_yesterday(MIDNIGHT + 4 * MINUTE)
    before = LedgerSeal.objects.count()
    for _turn in range(2):
        seal_yesterday(MIDNIGHT + 5 * MINUTE)

    assert before == 0
    assert [seal.day for seal in LedgerSeal.objects.all()] == [date(2026, 3, 2)]


def test_the_heart_beats_at_its_own_pace():
    chores = Chores()
    chores(MIDNIGHT)
    chores(MIDNIGHT + BEAT_EVERY - timedelta(seconds=1))
    first = Heartbeat.objects.get().at
    chores(MIDNIGHT + BEAT_EVERY)

    assert (first, Heartbeat.objects.get().at) == (MIDNIGHT, MIDNIGHT + BEAT_EVERY)


def test_a_worker_that_stops_leaves_no_heartbeat():
    chores = Chores()
    chores(MIDNIGHT)

    chores.sign_off()

    assert not Heartbeat.objects.exists()
    assert LedgerEntry.objects.exists()


def test_a_form_is_known_again_for_ninety_days():
    morning = MIDNIGHT + timedelta(hours=9)
    for days in (91, 89):
        sent_forms.claim(account_id=1, key=f"{days}", content_hash="", at=morning - timedelta(days=days))

    Chores()(morning)

    assert [form.key for form in SentForm.objects.all()] == ["89"]
