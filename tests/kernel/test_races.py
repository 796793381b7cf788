"""What several processes do at once, on a real database of their own."""

import signal
import threading

import pytest

from motcua.kernel import outbox
from motcua.kernel.models import Delivery, Event
from tests.kernel.test_outbox import NOON
from tests.processes import results, share_database, start

pytestmark = pytest.mark.django_db(transaction=True)
RACE = "tests.child", "tests.kernel.race"


def owe(count: int) -> None:
    events = Event.objects.bulk_create(
        Event(name="lamp.lit", key=f"lamp.lit:{number}", payload={}, at=NOON) for number in range(count)
    )
    Delivery.objects.bulk_create(Delivery(event=event, listener="ear", run_at=NOON) for event in events)


def test_three_workers_lose_no_delivery_and_double_none(tmp_path):
    owe(300)
    shared = share_database(tmp_path)

    shares = results(*(start(shared, *RACE, "deliver") for _worker in range(3)))

    assert sorted(map(len, shares)) == sorted(len(set(share)) for share in shares)
    assert sum(map(len, shares)) == 300
    assert results(start(shared, *RACE, "count_effects")) == [{"effects": 300, "doubled": 0, "owed": 0}]


def test_a_worker_killed_in_the_middle_of_a_delivery_leaves_it_to_the_next(tmp_path):
    owe(1)
    shared = share_database(tmp_path)

    killed = start(shared, *RACE, "die_while_delivering")
    killed.communicate(timeout=60)

    assert killed.returncode == -signal.SIGKILL
    assert results(start(shared, *RACE, "count_effects")) == [{"effects": 0, "doubled": 0, "owed": 1}]
    results(start(shared, *RACE, "deliver"))
    assert results(start(shared, *RACE, "count_effects")) == [{"effects": 1, "doubled": 0, "owed": 0}]


def test_four_processes_take_numbers_without_gap_or_repetition(tmp_path):
    shared = share_database(tmp_path)

    taken = results(*(start(shared, *RACE, "take_numbers", "50") for _process in range(4)))

    assert sorted(number for numbers in taken for number in numbers) == list(range(1, 161))


def test_two_processes_append_to_one_stream_in_turn(tmp_path):
    shared = share_database(tmp_path)

    appended = results(*(start(shared, *RACE, "append_to_one_stream", "40") for _process in range(2)))

    assert sorted(sequence for sequences in appended for sequence in sequences) == list(range(1, 81))


def test_a_form_that_three_processes_send_at_once_is_acted_upon_once(tmp_path):
    shared = share_database(tmp_path)

    acted = results(*(start(shared, *RACE, "send_forms", "50") for _process in range(3)))

    assert sum(acted) == 40


def test_a_worker_told_to_stop_finishes_the_delivery_in_hand(monkeypatch):
    owe(1)
    heard, stop = [], threading.Event()

    def last_word(event: Event) -> None:
        stop.set()
        heard.append(event.key)

    monkeypatch.setattr(outbox, "LISTENERS", {"lamp.lit": {"ear": last_word}})
    outbox.work(stop)

    assert heard == ["lamp.lit:0"]
    assert not Delivery.objects.filter(done_at=None).exists()
