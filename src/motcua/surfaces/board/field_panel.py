"""The panel of fields: small multiples on one scale."""

from dataclasses import dataclass

from motcua.statistics import queries
from motcua.statistics.measures import week_of
from motcua.statistics.periods import Period, week
from motcua.statistics.queries import Weeks
from motcua.surfaces.board import links, pen
from motcua.surfaces.board.gate import Seat
from motcua.surfaces.board.percents import percent
from motcua.surfaces.board.week_shares import WeekShare, floor_of, shares, weeks_up_to

WEEKS, MOST_FIELDS, MARK = 13, 8, 95
LEFT, RIGHT, TOP, BOTTOM = 2, 176, 6, 42


@dataclass(frozen=True, slots=True)
class FieldMini:
    """One field of work: its share in time over the weeks, its line, how many were settled, how many are late."""

    name: str
    words: str
    whole: int
    whole_href: str
    good: int
    good_href: str
    late: int
    late_href: str
    path: str
    end: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class FieldPanel:
    low: int
    mark: int
    mark_y: float
    minis: list[FieldMini]


def field_panel(seat: Seat, fields: dict[str, Weeks]) -> FieldPanel:
    """Draw the fields with most settled dossiers, all on the scale that the lowest of them needs."""
    mondays = weeks_up_to(week_of(seat.today), WEEKS)
    runs = {field: shares(weeks, mondays) for field, weeks in fields.items()}
    busy = sorted(runs, key=lambda field: -sum(one.whole for one in runs[field]))[:MOST_FIELDS]
    shown = {field: runs[field] for field in busy if any(one.whole for one in runs[field])}
    low = floor_of([one.share for run in shown.values() for one in run if one.share is not None])
    late = queries.overdue_by_field(seat.unit_ids_today, now=seat.now)
    minis = [
        _mini(seat, field, name, shown[field], low, late.get(field, 0))
        for field, name in queries.field_names(shown)
    ]
    return FieldPanel(low=low, mark=MARK, mark_y=_y(MARK, low), minis=minis)


def _mini(seat: Seat, field: str, name: str, run: list[WeekShare], low: int, late: int) -> FieldMini:
    period = Period(run[0].monday, week(run[-1].monday).last)
    step = (RIGHT - LEFT) / (len(run) - 1)

    def x(index: int) -> float:
        return round(LEFT + index * step, 1)

    def y(value: float) -> float:
        return _y(value, low)

    dots = [(x(index), y(one.share)) for index, one in enumerate(run) if one.share is not None]
    whole, good = sum(one.whole for one in run), sum(one.good for one in run)
    whole_href, good_href = (
        links.dossiers(figure, unit=seat.unit, period=period, field=field, units_on=seat.today)
        for figure in ("settled_total", "settled_in_time")
    )
    today = links.one_day(seat.today)
    return FieldMini(
        name=name,
        words=percent(good, whole),
        whole=whole,
        whole_href=whole_href,
        good=good,
        good_href=good_href,
        late=late,
        late_href=links.dossiers("pending_overdue", unit=seat.unit, period=today, field=field),
        path=pen.path([one.share for one in run], x, y),
        end=dots[-1] if dots else None,
    )


def _y(value: float, low: int) -> float:
    return round(TOP + (100 - value) / (100 - low) * (BOTTOM - TOP), 1)
