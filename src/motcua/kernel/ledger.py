"""An append-only history: entries chained by hash within their stream, all entries of a day under one seal.

A changed, backdated, inserted or removed entry breaks the chain of its stream or the seal of its day, and
``verify_chains`` says where. The database itself refuses UPDATE and DELETE (migration ``append_only``).
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.models.ledger import LedgerEntry, LedgerSeal
from motcua.kernel.rows import insert

ONE_DAY = timedelta(days=1)
CHUNK = 10_000

LAST = """
    SELECT sequence, hash FROM kernel_ledgerentry WHERE stream = %s ORDER BY sequence DESC LIMIT 1
"""

_canonical = msgspec.json.Encoder(order="deterministic").encode


def entry_hash(
    *,
    previous_hash: str,
    stream: str,
    sequence: int,
    at: datetime,
    recorded_at: datetime,
    by_id: int | None,
    verb: str,
    payload: Any,
) -> str:
    """Return the SHA-256 of an entry's canonical JSON, the hash before it included (64 hex digits)."""
    instants = [at.astimezone(UTC).isoformat(), recorded_at.astimezone(UTC).isoformat()]
    fact = [previous_hash, stream, sequence, *instants, by_id, verb, payload]
    return hashlib.sha256(_canonical(fact)).hexdigest()


def content_hash(content: Any) -> str:
    """Return the SHA-256 of what a row and its parts say, for an entry that must vouch for it and not repeat it.

    Instants within are given in UTC: databases hand them back in a zone of their own. A short content could be guessed
    from its hash, but only by somebody who reads the ledger in the database, where the row itself lies beside it.
    """
    return hashlib.sha256(_canonical(content)).hexdigest()


def follow(
    last: LedgerEntry | None,
    *,
    stream: str,
    verb: str,
    payload: Any,
    at: datetime,
    recorded_at: datetime,
    by_id: int | None,
) -> LedgerEntry:
    """Build the entry that follows ``last`` in its stream, unsaved; pure, so that it serves bulk building too.

    Args:
        payload: whatever msgspec can make JSON of; no fractions, which databases write in different ways.
    """
    facts = msgspec.to_builtins(payload, str_keys=True)
    assert not _has_fraction(facts), "A ledger entry holds whole numbers and text, no floats."
    sequence = last.sequence + 1 if last else 1
    previous_hash = last.hash if last else ""
    return LedgerEntry(
        stream=stream, sequence=sequence, at=at, recorded_at=recorded_at, by_id=by_id, verb=verb,
        payload=facts, previous_hash=previous_hash,
        hash=entry_hash(
            previous_hash=previous_hash, stream=stream, sequence=sequence, at=at, recorded_at=recorded_at,
            by_id=by_id, verb=verb, payload=facts,
        ),
    )  # fmt: skip


def _has_fraction(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_fraction, value.values()))
    if isinstance(value, list):
        return any(map(_has_fraction, value))
    return isinstance(value, float)


@transaction.atomic(savepoint=False)
def append(
    stream: str, *, verb: str, payload: Any, at: datetime, by_id: int | None, begins: bool = False
) -> LedgerEntry:
    """Add an entry to the end of a stream; other writers of the stream wait until this transaction ends.

    Args:
        begins: the stream is known to be new, nothing is looked for before it; the database refuses a second first.
    """
    if connection.vendor == "postgresql":  # on SQLite a transaction that writes already holds the database
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [stream])
    last = None if begins else _last(stream)
    entry = follow(
        last, stream=stream, verb=verb, payload=payload, at=at, recorded_at=timezone.now(), by_id=by_id
    )
    return insert(entry)


def _last(stream: str) -> LedgerEntry | None:
    with connection.cursor() as cursor:
        cursor.execute(LAST, [stream])
        row = cursor.fetchone()
    return LedgerEntry(stream=stream, sequence=row[0], hash=row[1]) if row else None


def entries(stream: str) -> QuerySet[LedgerEntry]:
    """The history of one stream, oldest first."""
    return LedgerEntry.objects.filter(stream=stream).order_by("sequence")


def last_entries(streams: Collection[str]) -> dict[str, LedgerEntry]:
    """Return the last entry of each stream that has one."""
    later = LedgerEntry.objects.filter(stream=OuterRef("stream"), sequence__gt=OuterRef("sequence"))
    return {entry.stream: entry for entry in LedgerEntry.objects.filter(~Exists(later), stream__in=streams)}


@transaction.atomic
def seal_days(*, until: date, at: datetime) -> list[LedgerSeal]:
    """Seal every day up to and including ``until`` that has no seal yet, days without entries too.

    A day is sealed once it is over: the worker calls this shortly after midnight for the day before. The hash
    of a seal covers the seal before it, so that one number copied elsewhere vouches for the whole past.
    """
    assert until < timezone.localdate(at), "Only a day that is over can be sealed."
    last = LedgerSeal.objects.select_for_update().order_by("-day").first()
    first_day = last.day + ONE_DAY if last else None
    previous_hash, seals = (last.hash if last else ""), []
    for day, hashes in _by_day(_recorded(since=first_day, until=until), first_day, until):
        count, seal = seal_hash(day, hashes, previous_hash=previous_hash)
        seals.append(LedgerSeal(day=day, sealed_at=at, entries=count, previous_hash=previous_hash, hash=seal))
        previous_hash = seal
    return LedgerSeal.objects.bulk_create(seals)


def seal_hash(day: date, hashes: Iterable[str], *, previous_hash: str) -> tuple[int, str]:
    """Return how many entries a day has, and the SHA-256 over the seal before, the day and their hashes."""
    digest, count = hashlib.sha256(f"{previous_hash} {day.isoformat()}".encode()), 0
    for entry in hashes:
        digest.update(f" {entry}".encode())
        count += 1
    return count, digest.hexdigest()


def _recorded(*, since: date | None, until: date) -> Iterator[tuple[datetime, str]]:
    rows = LedgerEntry.objects.filter(recorded_at__lt=_midnight(until + ONE_DAY))
    if since:
        rows = rows.filter(recorded_at__gte=_midnight(since))
    return rows.order_by("recorded_at", "pk").values_list("recorded_at", "hash").iterator(CHUNK)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_default_timezone())


def _by_day(
    rows: Iterator[tuple[datetime, str]], day: date | None, until: date
) -> Iterator[tuple[date, Iterable[str]]]:
    """Part rows by local day, from ``day`` (or the first row's) to ``until``; each part is read but once."""
    for found, group in groupby(rows, key=lambda row: timezone.localdate(row[0])):
        while day and day < found:
            yield day, ()
            day += ONE_DAY
        yield found, (entry for _at, entry in group)
        day = found + ONE_DAY
    while day and day <= until:
        yield day, ()
        day += ONE_DAY


def verify_chains(progress: Callable[[int], None] = lambda count: None) -> Iterator[Fault]:
    """Read the whole ledger once by stream and once by day, and yield each fault as a Vietnamese sentence.

    Args:
        progress: told now and then how many entries have been read.
    """
    yield from verify_streams(progress)
    yield from verify_seals()


def verify_streams(progress: Callable[[int], None] = lambda count: None) -> Iterator[Fault]:
    """Read every stream from its first entry and yield each break of its chain."""
    columns = "stream", "sequence", "at", "recorded_at", "by_id", "verb", "payload", "previous_hash", "hash"
    rows = LedgerEntry.objects.order_by("stream", "sequence").values_list(*columns).iterator(CHUNK)
    last_stream, last_sequence, last_hash = "", 0, ""
    for count, (stream, sequence, at, recorded_at, by_id, verb, payload, previous, stored) in enumerate(
        rows, 1
    ):
        if stream != last_stream:
            last_sequence, last_hash = 0, ""
        words = {"stream": stream, "sequence": sequence, "missing": last_sequence + 1}
        subject = f"{stream}#{sequence}"
        if sequence != last_sequence + 1:
            yield Fault(subject, _("Chuỗi %(stream)s thiếu dòng số %(missing)d.") % words)
        elif previous != last_hash:
            yield Fault(
                subject, _("Chuỗi %(stream)s: dòng số %(sequence)d không nối với dòng trước.") % words
            )
        computed = entry_hash(
            previous_hash=previous, stream=stream, sequence=sequence, at=at, recorded_at=recorded_at,
            by_id=by_id, verb=verb, payload=payload,
        )  # fmt: skip
        if computed != stored:
            yield Fault(subject, _("Chuỗi %(stream)s: dòng số %(sequence)d đã bị sửa sau khi ghi.") % words)
        last_stream, last_sequence, last_hash = stream, sequence, stored
        if count % CHUNK == 0:
            progress(count)


def verify_seals() -> Iterator[Fault]:
    """Seal every sealed day again and yield each seal that comes out otherwise."""
    seals = list(LedgerSeal.objects.order_by("day"))
    if not seals:
        return
    computed = _by_day(_recorded(since=None, until=seals[-1].day), seals[0].day, seals[-1].day)
    stored, previous_hash = {seal.day: seal for seal in seals}, ""
    for day, hashes in computed:
        subject, words = f"seal:{day}", {"day": f"{day:%d/%m/%Y}"}
        seal = stored.get(day)
        if seal is None:
            yield Fault(subject, _("Ngày %(day)s không có niêm phong.") % words)
            previous_hash = ""
            continue
        if previous_hash != seal.previous_hash:
            yield Fault(subject, _("Niêm phong ngày %(day)s không nối với niêm phong trước.") % words)
        count, computed_hash = seal_hash(day, hashes, previous_hash=seal.previous_hash)
        if computed_hash != seal.hash:
            sentence = _("Ngày %(day)s: sổ có %(found)d dòng, không khớp niêm phong (%(sealed)d dòng).")
            yield Fault(subject, sentence % {**words, "found": count, "sealed": seal.entries})
        previous_hash = seal.hash
