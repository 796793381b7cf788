"""Settled dossiers week by week, from the facts and the news of one instant."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from motcua.statistics.measures import SETTLED, Measure, increments, week_of
from motcua.statistics.models import FieldWeek
from motcua.statistics.queries.statement import NEWS, ask, news, part, read_news, sums

Weeks = dict[date, Counter[Measure]]


def settled_by_week(unit_ids: Collection[int], *, since: date) -> dict[str, Weeks]:
    """Count early, on time and late by field of work and week (its Monday), from the week of a day on."""
    monday = week_of(since)
    facts = FieldWeek.objects.filter(Q(week__gte=monday), unit_id__in=unit_ids)
    fields: dict[str, Weeks] = defaultdict(lambda: defaultdict(Counter))
    for row in ask([part(facts, "facts", word="field", day="week", counts=sums(SETTLED)), news()]):
        if row.part != NEWS:
            assert row.day is not None
            fields[row.word][row.day].update(row.counts)
            continue
        moved = read_news(row)
        for one, change in increments(moved.before, moved.after).items():
            if one.unit_id in unit_ids and one.day >= monday:
                fields[one.field][week_of(one.day)][one.measure] += change
    return fields


def all_fields(fields: dict[str, Weeks]) -> Weeks:
    """The same weeks without regard to the field."""
    whole: Weeks = defaultdict(Counter)
    for weeks in fields.values():
        for monday, counts in weeks.items():
            whole[monday].update(counts)
    return whole


def settled(counts: Counter[Measure]) -> int:
    """Early, on time and late together."""
    return sum(counts[measure] for measure in SETTLED)


def in_time(counts: Counter[Measure]) -> int:
    """Early and on time: what is called trả đúng hẹn."""
    return counts[Measure.EARLY] + counts[Measure.ON_TIME]
