"""What one process of a race does; ``tests.child`` runs it."""

import os
import signal
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from motcua.kernel import ledger, outbox, sent_forms
from motcua.kernel.models import Delivery, Event, LedgerEntry
from motcua.kernel.numbers import next_number


def deliver() -> list[int]:
    """Deliver until nothing is due."""
    mine: list[int] = []
    outbox.LISTENERS["lamp.lit"] = {"ear": lambda event: mine.append(effect(event).pk)}
    while outbox.deliver_due(now=timezone.now() + timedelta(hours=1), limit=7):
        pass
    return mine


def die_while_delivering() -> None:
    """Do the listener's work, then be killed before its tick."""

    def last_act(event: Event) -> None:
        effect(event)
        os.kill(os.getpid(), signal.SIGKILL)

    outbox.LISTENERS["lamp.lit"] = {"ear": last_act}
    outbox.deliver_due(now=timezone.now())


def effect(event: Event) -> LedgerEntry:
    return ledger.append(f"effect:{event.pk}", verb="heard", payload={}, at=event.at, by_id=None)


def count_effects() -> dict[str, int]:
    return {
        "effects": LedgerEntry.objects.count(),
        "doubled": LedgerEntry.objects.filter(sequence__gt=1).count(),
        "owed": Delivery.objects.filter(done_at=None).count(),
    }


def take_numbers(count: int) -> list[int]:
    """Take numbers in as many transactions, of which each fifth is rolled back; return those kept."""
    kept = []
    for turn in range(count):
        with transaction.atomic():
            number = next_number("race")
            if turn % 5 == 4:
                transaction.set_rollback(True)
            else:
                kept.append(number)
    return kept


def append_to_one_stream(count: int) -> list[int]:
    return [
        ledger.append("race", verb="run", payload={}, at=timezone.now(), by_id=None).sequence
        for _turn in range(count)
    ]


def send_forms(count: int) -> int:
    """Send as many forms, of which each fifth is drawn again with its mistakes; return how many were acted upon."""
    acted = 0
    for number in range(count):
        with transaction.atomic():
            form, is_first = sent_forms.claim(
                account_id=1, key=f"{number:032}", content_hash="", at=timezone.now()
            )
            if is_first and number % 5 == 4:
                sent_forms.release(form)
            elif is_first:
                sent_forms.answer(form, "/")
                acted += 1
    return acted
