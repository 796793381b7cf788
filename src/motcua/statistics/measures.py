"""What one dossier adds to the figures: pure counting, the same for folding, recounting and proving.

All measures are additive, so a figure at any month boundary is a sum over the months before it::

    pending(D) = Σ received − Σ (early + on_time + late + withdrawn + stopped)
    overdue(D) = Σ due − Σ closed_due

``overdue`` is exact because a promised instant only changes before it has passed: the month of a due instant
that is over stays what it was.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils import timezone

from motcua.dossiers.events import Snapshot
from motcua.dossiers.states import Channel, State


class Measure(StrEnum):
    """What is counted, and by which day: acceptance, finish, closing, due instant.

    WITHDRAWN and STOPPED count dossiers closed without a result after their acceptance; NOT_ACCEPTED those
    refused at the counter; CLOSED_DUE a closed dossier at the later of its due and its closing instant.
    """

    RECEIVED = "received"
    RECEIVED_ONLINE = "received_online"
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    NOT_ACCEPTED = "not_accepted"
    DUE = "due"
    CLOSED_DUE = "closed_due"


SETTLED = Measure.EARLY, Measure.ON_TIME, Measure.LATE
APART = {State.WITHDRAWN: Measure.WITHDRAWN, State.STOPPED: Measure.STOPPED}
CLOSED = *SETTLED, *APART.values()


class Contribution(NamedTuple):
    """One measure of one dossier on one local day."""

    unit_id: int
    field: str
    procedure_id: int
    channel: str
    day: date
    measure: Measure


def contributions(snapshot: Snapshot | None) -> Counter[Contribution]:
    """Return what a dossier in this state adds to the figures; a dossier not yet born adds nothing."""
    if snapshot is None:
        return Counter()
    return Counter(
        Contribution(
            snapshot.unit_id, snapshot.field, snapshot.procedure_id, snapshot.channel, local_day(at), measure
        )
        for measure, at in _counted(snapshot)
    )


def increments(before: Snapshot | None, after: Snapshot) -> Counter[Contribution]:
    """Return what a move adds to and takes from the figures; entries that cancel each other are left out."""
    changes = contributions(after)
    changes.subtract(contributions(before))
    return Counter({contribution: count for contribution, count in changes.items() if count})


def _counted(snapshot: Snapshot) -> Iterator[tuple[Measure, datetime]]:
    closed_at = snapshot.closed_at
    if snapshot.accepted_at is None:
        if snapshot.state == State.NOT_ACCEPTED and closed_at:
            yield Measure.NOT_ACCEPTED, closed_at
        return
    yield Measure.RECEIVED, snapshot.accepted_at
    if snapshot.channel == Channel.ONLINE:
        yield Measure.RECEIVED_ONLINE, snapshot.accepted_at
    if snapshot.finished_at:
        yield Measure(snapshot.outcome), snapshot.finished_at
    elif closed_at:
        yield APART[State(snapshot.state)], closed_at
    if snapshot.due_at:
        yield Measure.DUE, snapshot.due_at
        if closed_at:
            yield Measure.CLOSED_DUE, max(snapshot.due_at, closed_at)


def local_day(at: datetime) -> date:
    """Return the local calendar day of an instant; statutory days are local days."""
    return timezone.localtime(at, timezone.get_default_timezone()).date()


def midnight(day: date) -> datetime:
    """Return the instant at which a local day begins."""
    return datetime.combine(day, time(), timezone.get_default_timezone())


def month_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """Return the first day of the month after."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def week_of(day: date) -> date:
    """Return the Monday of the week."""
    return day - timedelta(days=day.weekday())
