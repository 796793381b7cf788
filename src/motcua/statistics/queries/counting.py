"""How many, by field or by unit, in any period: facts for whole months, rows for odd edges, one statement."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Outcome, State
from motcua.organisation.models import Unit
from motcua.statistics.figures import (
    ACCEPTED,
    ONLINE,
    PENDING,
    accepted_in,
    closed_in,
    finished_in,
    overdue_parts,
)
from motcua.statistics.measures import APART, CLOSED, Measure, increments, month_of
from motcua.statistics.models import ChannelMonth, FieldMonth
from motcua.statistics.periods import Edge, Period, Span, split, up_to
from motcua.statistics.queries.statement import NEWS, Part, Row, ask, count, news, part, read_news, sums

By = Literal["field", "unit"]
Key = str | int
OPENING, FLOW, CLOSING = "opening", "flow", "closing"
LIVE, OVERDUE, PROMISED = "live", "overdue", "promised"


@dataclass(slots=True)
class Sums:
    """What was counted for one field or one unit.

    ``opening`` and ``closing`` add up all that happened before the period begins and before it ends; ``flow``
    what happened in it. ``apart`` tells more of the dossiers withdrawn or stopped in it: RECEIVED and
    RECEIVED_ONLINE count those accepted in it too, EARLY, ON_TIME and LATE judge the closing instant.
    ``promised`` judges the dossiers that were due in the period, whenever they were settled.
    """

    opening: Counter[Measure] = field(default_factory=Counter)
    flow: Counter[Measure] = field(default_factory=Counter)
    pending: int = 0
    overdue: int = 0
    apart: dict[Measure, Counter[Measure]] = field(
        default_factory=lambda: {measure: Counter() for measure in APART.values()}
    )
    promised: Counter[Measure] = field(default_factory=Counter)

    @property
    def carried_over(self) -> int:
        return still_pending(self.opening)


def still_pending(counts: Counter[Measure]) -> int:
    """Received and not closed, of all that ever happened."""
    return counts[Measure.RECEIVED] - sum(counts[measure] for measure in CLOSED)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which units (None: all), which period, seen when, told apart by what.

    ``now`` must not lie before anything that was written: what is not over is counted up to now.
    """

    unit_ids: Collection[int] | None
    period: Period
    now: datetime
    by: By = "field"

    @property
    def inside(self) -> Q:
        """Rows of the units; all units are named too, for every index of dossiers begins with the unit."""
        return Q(unit_id__in=Unit.objects.values("pk") if self.unit_ids is None else self.unit_ids)

    def holds(self, unit_id: int) -> bool:
        return self.unit_ids is None or unit_id in self.unit_ids

    def part(self, rows: QuerySet[Any], name: str, counts: Mapping[Measure, Combinable]) -> Part:
        if self.by == "field":
            return part(rows.filter(self.inside), name, word="field", counts=counts)
        return part(rows.filter(self.inside), name, number="unit_id", counts=counts)

    def facts(self, name: str, span: Span) -> Part:
        months = Q(month__gte=span.low) if span.low else Q()
        months &= Q(month__lt=span.high) if span.high else Q()
        table = FieldMonth if self.by == "field" else ChannelMonth
        return self.part(table.objects.filter(months), name, sums())

    def rows(self, name: str, edge: Edge) -> Iterator[Part]:
        """What happened between two instants, read from the dossiers; each part has its own index."""
        outcomes = {Measure(outcome): count(Q(outcome=outcome)) for outcome in Outcome}
        accepted = {Measure.RECEIVED: count(), Measure.RECEIVED_ONLINE: count(ONLINE)}
        yield self.part(Dossier.objects.filter(accepted_in(edge)), name, accepted)
        yield self.part(Dossier.objects.filter(finished_in(edge)), name, outcomes)
        for state, measure in {**APART, State.NOT_ACCEPTED: Measure.NOT_ACCEPTED}.items():
            yield self.part(Dossier.objects.filter(closed_in(edge, state)), name, {measure: count()})


Buckets = dict[str, dict[Key, Counter[Measure]]]


def tally(scope: Scope, *, apart: bool = False, promised: bool = False) -> dict[Key, Sums]:
    """Count by field or unit what was open before a period, happened in it, and is open after it.

    Args:
        apart: tell more of the dossiers withdrawn or stopped in the period.
        promised: also judge the dossiers that were due in the period.
    """
    period, now = scope.period, scope.now
    spans, edges = split(period, now=now)
    odd_days: list[Edge] = []
    months = {OPENING: up_to(period.begin)[0], FLOW: spans}
    parts = [news(), *_parts(scope, OPENING, *up_to(period.begin)), *_parts(scope, FLOW, spans, edges)]
    if period.is_over(now):
        months[CLOSING], odd_days = up_to(period.end)
        parts += _parts(scope, CLOSING, months[CLOSING], odd_days)
        for condition in overdue_parts(period.end) if odd_days else ():
            parts.append(scope.part(Dossier.objects.filter(condition), OVERDUE, {Measure.DUE: count()}))
    else:
        live = {Measure.RECEIVED: count(), Measure.DUE: count(Q(due_at__lt=now))}
        parts.append(scope.part(Dossier.objects.filter(PENDING), LIVE, live))
    parts += _closed_apart(scope) if apart else []
    parts += [_promised(scope)] if promised else []
    return _sums(_buckets(scope, ask(parts), months), over=CLOSING in months, odd_days=bool(odd_days))


def _parts(scope: Scope, name: str, spans: list[Span], edges: list[Edge]) -> list[Part]:
    return [scope.facts(name, span) for span in spans] + [
        one for edge in edges for one in scope.rows(name, edge)
    ]


def _closed_apart(scope: Scope) -> Iterator[Part]:
    """When those withdrawn or stopped were accepted, and how their closing stands to their promise."""
    in_period, paused = accepted_in(scope.period), Q(due_at=None)
    early = Q(closed_at__date__lt=F("due_at__date"))
    for state, measure in APART.items():
        counts = {
            Measure.RECEIVED: count(in_period), Measure.RECEIVED_ONLINE: count(in_period & ONLINE),
            Measure.EARLY: count(~paused & early), Measure.LATE: count(Q(closed_at__gt=F("due_at"))),
            Measure.ON_TIME: count(paused | ~early & Q(closed_at__lte=F("due_at"))),
        }  # fmt: skip
        yield scope.part(Dossier.objects.filter(closed_in(scope.period, state)), measure, counts)


def _promised(scope: Scope) -> Part:
    """Dossiers due in the period and not closed apart; one not settled when its promise has passed is late."""
    due = Q(due_at__gte=scope.period.begin, due_at__lt=scope.period.cut(scope.now))
    kept = {Measure(outcome): Q(outcome=outcome) for outcome in (Outcome.EARLY, Outcome.ON_TIME)}
    counts = {measure: count(condition) for measure, condition in kept.items()}
    counts |= {Measure.DUE: count(), Measure.LATE: count(~Q(outcome__in=[Outcome.EARLY, Outcome.ON_TIME]))}
    return scope.part(Dossier.objects.filter(ACCEPTED, due).exclude(state__in=[*APART]), PROMISED, counts)


def _buckets(scope: Scope, rows: Iterator[Row], months: dict[str, list[Span]]) -> Buckets:
    """Put each row, and each piece of news as often as facts would have counted it, where it belongs."""
    buckets: Buckets = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        if row.part != NEWS:
            buckets[row.part][row.word if scope.by == "field" else row.number].update(row.counts)
            continue
        moved = read_news(row)
        for one, change in increments(moved.before, moved.after).items():
            for name, spans in months.items() if scope.holds(one.unit_id) else ():
                key = one.field if scope.by == "field" else one.unit_id
                if any(span.holds(month_of(one.day)) for span in spans):
                    buckets[name][key][one.measure] += change
    return buckets


def _sums(buckets: Buckets, *, over: bool, odd_days: bool) -> dict[Key, Sums]:
    keys = {key for bucket in buckets.values() for key in bucket}
    return {key: _sum(buckets, key, over=over, odd_days=odd_days) for key in keys}


def _sum(buckets: Buckets, key: Key, *, over: bool, odd_days: bool) -> Sums:
    closing, live = buckets[CLOSING][key], buckets[LIVE][key]
    overdue = (
        buckets[OVERDUE][key][Measure.DUE] if odd_days else closing[Measure.DUE] - closing[Measure.CLOSED_DUE]
    )
    return Sums(
        opening=buckets[OPENING][key],
        flow=buckets[FLOW][key],
        pending=still_pending(closing) if over else live[Measure.RECEIVED],
        overdue=overdue if over else live[Measure.DUE],
        apart={measure: buckets[measure][key] for measure in APART.values()},
        promised=buckets[PROMISED][key],
    )
