"""The process beside the web server: it delivers news, and does what falls due at its hour."""

import os
import socket
import threading
from datetime import datetime, time, timedelta

from django.utils import timezone

from motcua.directives.services import remind_due
from motcua.kernel import ledger, outbox, sent_forms
from motcua.kernel.models import Heartbeat, LedgerSeal
from motcua.reporting.services import pass_on, remind_reports

BEAT_EVERY = timedelta(seconds=10)
REMIND_EVERY = timedelta(minutes=10)
REMIND_FROM = time(7)  # nobody is woken by a reminder
KNOW_FORMS_FOR = timedelta(days=90)  # a page may stand open that long and still not act twice
SEAL_AFTER_MIDNIGHT = timedelta(minutes=5)  # a transaction begun before midnight is over by then


class Chores:
    """What a worker does between deliveries, each at its own pace."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"[-80:]
        self._next_beat_at: datetime | None = None
        self._next_reminders_at: datetime | None = None

    def __call__(self, now: datetime) -> None:
        if self._next_beat_at and now < self._next_beat_at:
            return
        self._next_beat_at = now + BEAT_EVERY
        Heartbeat.objects.update_or_create(worker=self.name, defaults={"at": now})
        seal_yesterday(now)
        self._remind(now)

    def _remind(self, now: datetime) -> None:
        """Remind of tasks and reports that come near, in the daytime; heirs take over duties to report first.

        Forms sent long ago are forgotten at the same pace.
        """
        if timezone.localtime(now).time() < REMIND_FROM:
            return
        if self._next_reminders_at and now < self._next_reminders_at:
            return
        self._next_reminders_at = now + REMIND_EVERY
        remind_due(at=now)
        pass_on(at=now)
        remind_reports(at=now)
        sent_forms.forget(before=now - KNOW_FORMS_FOR)

    def sign_off(self) -> None:
        """Leave no heartbeat behind, so that a stopped worker is not taken for a dead one."""
        Heartbeat.objects.filter(worker=self.name).delete()


def seal_yesterday(now: datetime) -> None:
    """Seal the ledger of each day that is over and has no seal yet."""
    yesterday = timezone.localdate(now - SEAL_AFTER_MIDNIGHT) - timedelta(days=1)
    if not LedgerSeal.objects.filter(day__gte=yesterday).exists():
        ledger.seal_days(until=yesterday, at=now)


def run(stop: threading.Event) -> None:
    """Work until told to stop."""
    chores = Chores()
    try:
        outbox.work(stop, chores=chores)
    finally:
        chores.sign_off()
