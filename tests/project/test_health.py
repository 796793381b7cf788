from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.kernel import ledger
from motcua.kernel.models import Delivery, Event, Heartbeat
from motcua.project import health
from tests.kernel.test_outbox import NOON

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def beating(db):
    Heartbeat.objects.create(worker="desk:1", at=timezone.now())


def owe(**delivery) -> None:
    event = Event.objects.create(name="lamp.lit", key="lamp.lit:1", payload={}, at=NOON)
    Delivery.objects.create(event=event, listener="ear", **delivery)


def test_all_is_well_while_the_worker_beats_and_nothing_waits(client, beating):
    answer = client.get("/suc-khoe", headers={"Accept": "application/json"})

    assert answer.status_code == 200
    assert {name: sign["well"] for name, sign in answer.json().items() if name != "well"} == {
        "database": True, "worker": True, "clock": True
    }  # fmt: skip


def test_a_person_reads_sentences(client, beating):
    answer = client.get("/suc-khoe")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert [line[0] for line in answer.text.splitlines()] == ["✓", "✓", "✓"]


def test_a_silent_worker_is_not_well(client):
    Heartbeat.objects.create(worker="desk:1", at=timezone.now() - 2 * MINUTE)

    answer = client.get("/suc-khoe")

    assert answer.status_code == 503
    assert "✗ Tiến trình nền không chạy" in answer.text


def test_news_that_waits_too_long_is_not_well(beating):
    owe(run_at=timezone.now() - 6 * MINUTE)

    assert not health.worker().well


def test_news_that_was_given_up_is_not_well(beating):
    owe(run_at=NOON, given_up_at=NOON)

    assert health.worker().sentence.startswith("Có 1 tin không giao được.")


def test_a_clock_behind_the_ledger_is_not_believed(monkeypatch):
    ledger.append("lamp:1", verb="light", payload={}, at=NOON, by_id=None)
    monkeypatch.setattr(health.timezone, "now", lambda: NOON)

    assert not health.clock().well
