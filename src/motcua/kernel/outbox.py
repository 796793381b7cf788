"""News goes up as rows: written in the transaction that makes them true, delivered once to each listener.

One delivery per event **and** listener, so a listener that fails delays only itself. A delivery is claimed by
one statement, held under a lease, tried again after growing pauses, and given up in plain sight. A listener
works inside the database: its effect and its tick commit together, so it happens exactly once. The order of
deliveries is not promised.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar, Protocol

import msgspec
from django.db import close_old_connections, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from motcua.kernel.models.outbox import Delivery, Event

LEASE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 10
BATCH = 20
SHORTEST_POLL, LONGEST_POLL = 0.05, 1.0  # seconds

Listener = Callable[[Event], None]
LISTENERS: dict[str, dict[str, Listener]] = {}

INSERT_EVENTS = """
    INSERT INTO kernel_event (name, key, payload, at) VALUES {}
    ON CONFLICT (key) DO NOTHING RETURNING id, name, key
"""
INSERT_DELIVERIES = """
    INSERT INTO kernel_delivery (event_id, listener, run_at, attempts, last_failure) VALUES {}
"""
CLAIM = """
    WITH due AS MATERIALIZED (
        SELECT id FROM kernel_delivery
        WHERE done_at IS NULL AND given_up_at IS NULL AND run_at <= %s
            AND (lease_until IS NULL OR lease_until <= %s)
        ORDER BY run_at, id LIMIT %s {}
    )
    UPDATE kernel_delivery SET lease_until = %s, attempts = attempts + 1
    WHERE id IN (SELECT id FROM due) RETURNING id
"""

log = logging.getLogger(__name__)


class News(Protocol):
    """An event: a frozen dataclass or msgspec Struct; its fields are the payload, ``key`` is unique for ever."""

    NAME: ClassVar[str]

    @property
    def key(self) -> str: ...


class LeaseLost(Exception):
    """Another worker has taken the delivery over; what this one did is rolled back."""


class WorkerKilled(Exception):
    """The listener's last attempts ended without a word, most likely with the worker's own end."""


def listen(event_name: str, listener_name: str, function: Listener) -> None:
    """Enter one listener; ``motcua.project.listeners`` calls this when the program starts."""
    LISTENERS.setdefault(event_name, {})[listener_name] = function


def announce(event: News) -> None:
    """Record an event inside the transaction that makes it true; the same key a second time does nothing."""
    announce_many([event])


def announce_many(events: Iterable[News]) -> None:
    """Record many events at once; keys already known are left out."""
    assert connection.in_atomic_block, "News is announced inside the transaction that makes it true."
    queue = list(events)
    for start in range(0, len(queue), 500):
        _insert(queue[start : start + 500])


def _insert(events: list[News]) -> None:
    now, ops = timezone.now(), connection.ops
    at = {event.key: getattr(event, "at", now) for event in events}
    rows: list[Any] = []
    for event in events:
        payload = ops.adapt_json_value(msgspec.to_builtins(event), None)
        rows += [event.NAME, event.key, payload, ops.adapt_datetimefield_value(at[event.key])]
    owed: list[Any] = []
    with connection.cursor() as cursor:
        cursor.execute(INSERT_EVENTS.format(_places("(%s, %s, %s, %s)", len(events))), rows)
        for event_id, name, key in cursor.fetchall():
            due_at = ops.adapt_datetimefield_value(min(at[key], now))
            for listener in LISTENERS.get(name, {}):
                owed += [event_id, listener, due_at]
        if owed:
            cursor.execute(INSERT_DELIVERIES.format(_places("(%s, %s, %s, 0, '')", len(owed) // 3)), owed)


def _places(row: str, count: int) -> str:
    return ", ".join([row] * count)


def pending(listener: str) -> QuerySet[Event]:
    """Events that a listener has not taken in yet, also those given up: figures are its facts plus these."""
    return Event.objects.filter(deliveries__listener=listener, deliveries__done_at=None)


def given_up() -> QuerySet[Delivery]:
    """Deliveries that failed too often and wait for a person."""
    return Delivery.objects.filter(done_at=None).exclude(given_up_at=None)


def try_again(*, now: datetime) -> int:
    """Put every given-up delivery back in the queue, once its cause is mended; return how many."""
    return given_up().update(given_up_at=None, attempts=0, run_at=now)


def deliver_due(*, now: datetime, limit: int = BATCH) -> int:
    """Deliver up to ``limit`` due events, each in its own transaction; return how many were taken up."""
    waiting = Delivery.objects.filter(done_at=None, given_up_at=None, run_at__lte=now)
    if not waiting.exists():  # an idle worker only reads
        return 0
    claimed = Delivery.objects.filter(pk__in=_claim(now=now, limit=limit)).select_related("event")
    deliveries = list(claimed.order_by("run_at", "pk"))
    for delivery in deliveries:
        _deliver(delivery, now=now)
    return len(deliveries)


def _claim(*, now: datetime, limit: int) -> list[int]:
    """Lease due deliveries by one statement, so that no two workers hold the same one."""
    adapt = connection.ops.adapt_datetimefield_value
    lock = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CLAIM.format(lock), [adapt(now), adapt(now), limit, adapt(now + LEASE)])
        return [row[0] for row in cursor.fetchall()]


def _deliver(delivery: Delivery, *, now: datetime) -> None:
    """Let the listener work and tick the delivery off, or note why it failed and when to try again."""
    mine = Delivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts, done_at=None)
    try:
        if delivery.attempts > MOST_ATTEMPTS:
            raise WorkerKilled
        with transaction.atomic():
            LISTENERS[delivery.event.name][delivery.listener](delivery.event)
            if not mine.update(done_at=now, lease_until=None):
                raise LeaseLost
    except LeaseLost:
        log.warning("%s was taken over by another worker.", delivery)
    except Exception as failure:
        log.exception("%s failed, attempt %d.", delivery, delivery.attempts)
        last = delivery.attempts >= MOST_ATTEMPTS
        mine.update(
            run_at=now + pause_after(delivery.attempts),
            lease_until=None,
            given_up_at=now if last else None,
            last_failure=repr(failure)[:2000],
        )


def pause_after(attempts: int) -> timedelta:
    """The pause before the next attempt: 10 seconds, then three times as long each time, at most 6 hours."""
    return min(timedelta(seconds=10 * 3 ** (attempts - 1)), LONGEST_PAUSE)


def work(stop: threading.Event, *, chores: Callable[[datetime], object] = lambda now: None) -> None:
    """Deliver until told to stop; poll quickly while there is news, less and less often when there is none.

    Args:
        stop: set from outside; the delivery in hand is finished first.
        chores: called with the clock on every turn, for what must happen at its hour whatever the news.
    """
    pause = SHORTEST_POLL
    while not stop.is_set():
        delivered = 0
        try:
            now = timezone.now()
            chores(now)
            delivered = deliver_due(now=now)
        except Exception:
            log.exception("The worker's turn failed; it goes on after a pause.")
            pause = LONGEST_POLL
        close_old_connections()
        if not delivered:
            stop.wait(pause)
        pause = SHORTEST_POLL if delivered else min(pause * 2, LONGEST_POLL)
