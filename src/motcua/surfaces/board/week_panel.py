"""The panel “Trả đúng hẹn theo tuần”: a sentence, two charts for two widths, a table behind them."""

from dataclasses import dataclass
from datetime import date

from motcua.statistics.measures import week_of
from motcua.statistics.periods import Period
from motcua.statistics.queries import Weeks
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import Seat
from motcua.surfaces.board.line_chart import NARROW, WIDE, LineChart, line_chart
from motcua.surfaces.board.week_shares import WeekShare, a_year_before, shares, weeks_of, weeks_up_to

WEEKS_ON_A_PHONE, WEEKS_IN_TABLE = 26, 12


@dataclass(frozen=True, slots=True)
class WeekLink:
    """A week with the addresses of the settled, and of those settled in time."""

    week: WeekShare
    whole_href: str
    good_href: str


@dataclass(frozen=True, slots=True)
class WeekPanel:
    """``newest`` is the last week in which anything was settled, with the same week a year earlier."""

    newest: WeekLink | None
    year_before: WeekLink | None
    charts: list[LineChart]
    table: list[tuple[int, list[WeekLink]]]


def first_week(today: date) -> date:
    """The first week that the panel may show."""
    oldest = weeks_up_to(week_of(today), WEEKS_ON_A_PHONE)[0]
    return min(a_year_before(oldest), weeks_of(today.isocalendar().year - 1)[0])


def week_panel(seat: Seat, weeks: Weeks) -> WeekPanel:
    """Compare the weeks of this year with those of last year."""
    monday = week_of(seat.today)
    year = monday.isocalendar().year
    this = shares(weeks, [one for one in weeks_of(year) if one <= monday])
    last = shares(weeks, weeks_of(year - 1))
    recent = shares(weeks, weeks_up_to(monday, WEEKS_ON_A_PHONE))
    recent_last = shares(weeks, [a_year_before(one.monday) for one in recent])
    newest = next((one for one in reversed(recent) if one.whole), None)
    before = shares(weeks, [a_year_before(newest.monday)])[0] if newest else None
    rows = recent[-WEEKS_IN_TABLE:], recent_last[-WEEKS_IN_TABLE:]
    return WeekPanel(
        newest=_linked(seat, newest) if newest else None,
        year_before=_linked(seat, before) if before and before.whole else None,
        charts=[line_chart(WIDE, this, last), line_chart(NARROW, recent, recent_last)],
        table=[(row[-1].monday.isocalendar().year, [_linked(seat, one) for one in row]) for row in rows],
    )


def _linked(seat: Seat, week: WeekShare) -> WeekLink:
    period: Period = week.period
    whole, good = (
        links.dossiers(figure, unit=seat.unit, period=period)
        for figure in ("settled_total", "settled_in_time")
    )
    return WeekLink(week, whole, good)
