"""The facts against the history they were made from."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from django.db.models import Exists, Field, OuterRef, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from motcua.dossiers.events import Snapshot
from motcua.kernel.faults import Fault
from motcua.kernel.models import LedgerEntry
from motcua.statistics.measures import Contribution, Measure, contributions, increments
from motcua.statistics.models import Counters
from motcua.statistics.provinces import Provinces
from motcua.statistics.queries.statement import NEWS, Part, Row, ask, columns, news, part, read_news
from motcua.statistics.tallies import TABLES, Key, Tally, minus, roll_up

STREAM = "dossier:"


def recount(progress: Callable[[int], None] = lambda count: None) -> Tally:
    """Count every figure again from the last entry of each dossier's history.

    Args:
        progress: told now and then how many dossiers have been read.
    """
    return roll_up(_counted(ask([history()]), progress), province=Provinces().of)


def recount_and_news(progress: Callable[[int], None] = lambda count: None) -> tuple[Tally, Tally]:
    """Return what history says, and what news not yet folded adds to the facts, of one instant."""
    moves: list[Counter[Contribution]] = []
    told = roll_up(_counted(_moves_apart(ask([history(), news()]), moves), progress), province=Provinces().of)
    return told, roll_up(moves, province=Provinces().of)


def verify_facts(progress: Callable[[int], None] = lambda count: None) -> Iterator[Fault]:
    """Compare facts and news with a recount from history, and yield each figure that differs."""
    kept: Tally = {table: {} for table in TABLES}
    moves: list[Counter[Contribution]] = []
    rows = _facts_apart(ask([history(), news(), *facts()]), kept)
    told = roll_up(_counted(_moves_apart(rows, moves), progress), province=Provinces().of)
    waiting = roll_up(moves, province=Provinces().of)
    for table, differences in minus(minus(told, kept), waiting).items():
        for key, row in sorted(differences.items()):
            subject = f"{table._meta.model_name}:{':'.join(map(str, key))}"
            for measure, count in sorted(row.items()):
                sentence = _("%(table)s %(key)s: “%(measure)s” lệch %(count)+d so với đếm lại từ sổ cái.")
                yield Fault(subject, sentence % {
                    "table": str(table._meta.verbose_name).capitalize(), "key": " ".join(map(str, key)),
                    "measure": label(table, measure), "count": -count,
                })  # fmt: skip


def label(table: type[Counters], measure: Measure) -> str:
    """The Vietnamese name of a counter."""
    column = table._meta.get_field(measure.value)
    assert isinstance(column, Field)
    return str(column.verbose_name)


def history() -> Part:
    """The last snapshot of each dossier, as its ledger has it."""
    entries = LedgerEntry.objects.filter(stream__startswith=STREAM)
    newer = entries.filter(stream=OuterRef("stream"), sequence=OuterRef("sequence") + 1)
    return part(entries.filter(~Exists(newer)), "history", text=Cast(KT("payload__after"), TextField()))


def facts() -> list[Part]:
    """All rows of all fact tables."""
    parts = []
    for table in TABLES:
        number, word, day = table.keys
        rows = table._default_manager.all()
        parts.append(part(rows, table.__name__, number=number, word=word, day=day, counts=columns()))
    return parts


def _facts_apart(rows: Iterator[Row], kept: Tally) -> Iterator[Row]:
    tables = {table.__name__: table for table in TABLES}
    for row in rows:
        if row.part not in tables:
            yield row
            continue
        table, day = tables[row.part], row.day
        assert isinstance(day, date)
        second = int(row.word) if table.keys[1].endswith("_id") else row.word
        key: Key = (row.number, second, day)
        kept[table][key] = row.counts


def _moves_apart(rows: Iterator[Row], moves: list[Counter[Contribution]]) -> Iterator[Row]:
    for row in rows:
        if row.part == NEWS:
            moved = read_news(row)
            moves.append(increments(moved.before, moved.after))
        else:
            yield row


def _counted(rows: Iterator[Row], progress: Callable[[int], None]) -> Iterator[Counter[Contribution]]:
    decode = msgspec.json.Decoder(Snapshot).decode
    for number, row in enumerate(rows, 1):
        yield contributions(decode(row.text))
        if number % 10_000 == 0:
            progress(number)
