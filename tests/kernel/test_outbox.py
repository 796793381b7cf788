from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from django.db import transaction

from motcua.kernel import outbox
from motcua.kernel.models import Delivery, Event
from motcua.kernel.outbox import announce, announce_many, deliver_due, listen, pending

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@dataclass(frozen=True)
class LampLit:
    NAME: ClassVar = "lamp.lit"
    lamp: int
    at: datetime = NOON

    @property
    def key(self) -> str:
        return f"lamp.lit:{self.lamp}"


@pytest.fixture(autouse=True)
def heard(monkeypatch, db):
    """What the listener ``ear`` has heard; the table of listeners holds nothing else."""
    monkeypatch.setattr(outbox, "LISTENERS", {})
    heard: list[LampLit] = []
    listen("lamp.lit", "ear", lambda event: heard.append(event.read(LampLit)))
    return heard


def fail(event: Event) -> None:
    Event.objects.create(name="effect", key=f"effect {event.key}", payload={}, at=NOON)
    raise RuntimeError("no voice today")


def test_each_listener_hears_each_event_once(heard):
    also: list[str] = []
    listen("lamp.lit", "second", lambda event: also.append(event.key))
    announce_many([LampLit(1), LampLit(2)])

    assert deliver_due(now=NOON) == 4
    assert deliver_due(now=NOON + timedelta(days=1)) == 0
    assert heard == [LampLit(1), LampLit(2)]
    assert also == ["lamp.lit:1", "lamp.lit:2"]


def test_the_same_key_a_second_time_does_nothing(heard):
    announce(LampLit(1))
    announce(LampLit(1))

    deliver_due(now=NOON)

    assert heard == [LampLit(1)]


def test_news_that_nobody_listens_to_is_kept_and_owes_nothing(heard, monkeypatch):
    monkeypatch.setattr(outbox, "LISTENERS", {})
    announce(LampLit(1))

    assert Event.objects.get().payload == {"lamp": 1, "at": "2026-03-02T05:00:00Z"}
    assert Delivery.objects.count() == 0


def test_a_failing_listener_delays_only_itself_and_leaves_no_effect(heard):
    listen("lamp.lit", "hoarse", fail)
    announce(LampLit(1))

    deliver_due(now=NOON)

    assert heard == [LampLit(1)]
    assert Event.objects.filter(name="effect").count() == 0
    assert [event.key for event in pending("hoarse")] == ["lamp.lit:1"]
    assert list(pending("ear")) == []


def test_pauses_between_attempts_grow_until_the_delivery_is_given_up(heard):
    listen("lamp.lit", "hoarse", fail)
    announce(LampLit(1))

    pauses, now = [], NOON
    while not outbox.given_up().exists():
        deliver_due(now=now)
        run_at = Delivery.objects.get(listener="hoarse").run_at
        pauses.append((run_at - now).total_seconds())
        now = run_at

    assert pauses == [10, 30, 90, 270, 810, 2430, 7290, 21600, 21600, 21600]
    assert outbox.given_up().get().last_failure == "RuntimeError('no voice today')"
    assert deliver_due(now=now + timedelta(days=9)) == 0
    assert [event.key for event in pending("hoarse")] == ["lamp.lit:1"]


def test_a_given_up_delivery_can_be_tried_again_once_its_cause_is_mended(heard):
    announce(LampLit(1))
    Delivery.objects.update(attempts=10, given_up_at=NOON)

    assert outbox.try_again(now=NOON) == 1
    deliver_due(now=NOON)

    assert heard == [LampLit(1)]


def test_a_delivery_in_the_hands_of_a_worker_is_left_alone_until_its_lease_ends(heard):
    announce(LampLit(1))
    outbox._claim(now=NOON, limit=5)

    assert deliver_due(now=NOON + outbox.LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(now=NOON + outbox.LEASE) == 1
    assert Delivery.objects.get().attempts == 2


def test_a_worker_whose_lease_was_taken_over_leaves_no_effect(heard):
    def slow(event: Event) -> None:
        Event.objects.create(name="effect", key="effect", payload={}, at=NOON)
        Delivery.objects.update(attempts=2)

    listen("lamp.lit", "ear", slow)
    announce(LampLit(1))

    deliver_due(now=NOON)

    assert Event.objects.filter(name="effect").count() == 0
    assert list(Delivery.objects.values_list("done_at", "attempts")) == [(None, 1)]


def test_a_listener_that_kills_its_worker_each_time_is_given_up(heard):
    announce(LampLit(1))
    Delivery.objects.update(attempts=outbox.MOST_ATTEMPTS, lease_until=NOON)

    deliver_due(now=NOON)

    assert heard == []
    assert outbox.given_up().get().last_failure == "WorkerKilled()"


@pytest.mark.django_db(transaction=True)
def test_news_outside_a_transaction_is_refused(heard):
    with pytest.raises(AssertionError, match="inside the transaction"):
        announce(LampLit(1))


@pytest.mark.django_db(transaction=True)
def test_news_of_a_transaction_that_is_rolled_back_was_never_news(heard):
    with transaction.atomic():
        announce(LampLit(1))
        transaction.set_rollback(True)

    assert Event.objects.count() == 0
