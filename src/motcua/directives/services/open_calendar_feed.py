import secrets
from datetime import datetime

from django.db import transaction

from motcua.directives.models import CalendarFeed
from motcua.identity.actors import Actor
from motcua.kernel import ledger

_TOKEN_BYTES = 32


@transaction.atomic
def open_calendar_feed(*, by: Actor, at: datetime) -> CalendarFeed:
    """Return the secret address of one's own deadlines for a calendar program, making it the first time."""
    feed = CalendarFeed.objects.select_for_update().filter(account=by.account_id).first()
    return feed or _make(by=by, at=at)


@transaction.atomic
def renew_calendar_feed(*, by: Actor, at: datetime) -> CalendarFeed:
    """Make a new secret address; from now on the old one opens nothing."""
    close_calendar_feed(by=by, at=at)
    return _make(by=by, at=at)


@transaction.atomic
def close_calendar_feed(*, by: Actor, at: datetime) -> None:
    """Take the secret address away; without one this changes nothing."""
    closed, _rows = CalendarFeed.objects.filter(account=by.account_id).delete()
    if closed:
        _record("close", by=by, at=at)


def _make(*, by: Actor, at: datetime) -> CalendarFeed:
    feed = CalendarFeed.objects.create(
        account_id=by.account_id, token=secrets.token_urlsafe(_TOKEN_BYTES), opened_at=at
    )
    _record("open", by=by, at=at)
    return feed


def _record(verb: str, *, by: Actor, at: datetime) -> None:
    """The history says that there was an address, never which."""
    stream = f"calendar_feed:{by.account_id}"
    ledger.append(stream, verb=verb, payload={}, at=at, by_id=by.account_id)
