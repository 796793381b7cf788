"""Contributions rolled up into the rows of the fact tables."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from motcua.statistics.measures import Contribution, Measure, month_of, week_of
from motcua.statistics.models import ChannelMonth, Counters, FieldMonth, FieldWeek, ProcedureMonth

Key = tuple[int | str | date, ...]
Tally = dict[type[Counters], dict[Key, Counter[Measure]]]
Province = Callable[[int, date], int]

TABLES: tuple[type[Counters], ...] = (FieldMonth, ChannelMonth, ProcedureMonth, FieldWeek)


def roll_up(counts: Iterable[Mapping[Contribution, int]], *, province: Province) -> Tally:
    """Sum contributions by the keys of each fact table; rows and counts that come to nothing are left out."""
    tally: dict[type[Counters], defaultdict[Key, Counter[Measure]]]
    tally = {table: defaultdict(Counter) for table in TABLES}
    for counter in counts:
        for contribution, count in counter.items():
            for table, key in _keys(contribution, province).items():
                tally[table][key][contribution.measure] += count
    return {table: _without_nothing(rows) for table, rows in tally.items()}


def _keys(one: Contribution, province: Province) -> dict[type[Counters], Key]:
    month = month_of(one.day)
    return {
        FieldMonth: (one.unit_id, one.field, month),
        ChannelMonth: (one.unit_id, one.channel, month),
        ProcedureMonth: (province(one.unit_id, month), one.procedure_id, month),
        FieldWeek: (one.unit_id, one.field, week_of(one.day)),
    }


def _without_nothing(rows: Mapping[Key, Counter[Measure]]) -> dict[Key, Counter[Measure]]:
    kept = {key: Counter({measure: n for measure, n in row.items() if n}) for key, row in rows.items()}
    return {key: row for key, row in kept.items() if row}


def minus(first: Tally, second: Tally) -> Tally:
    """Return ``first − second``, row by row."""
    difference: Tally = {}
    for table in TABLES:
        rows = {key: Counter(row) for key, row in first.get(table, {}).items()}
        for key, row in second.get(table, {}).items():
            rows.setdefault(key, Counter()).subtract(row)
        difference[table] = _without_nothing(rows)
    return difference
