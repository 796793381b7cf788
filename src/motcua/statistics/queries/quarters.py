"""The figures of a period by unit, as the board shows them."""

from collections.abc import Collection
from datetime import datetime

from motcua.statistics.closing_policies import closing_policy
from motcua.statistics.periods import Period
from motcua.statistics.periods import quarter as quarter_of
from motcua.statistics.queries.counting import Scope, tally
from motcua.statistics.report_06a import Line, cell


def by_unit(unit_ids: Collection[int] | None, period: Period, *, now: datetime) -> dict[int, Line]:
    """Return the line of each unit that has figures; None asks for all units."""
    policy = closing_policy()
    found = tally(Scope(unit_ids, period, now, by="unit"))
    lines = {int(key): cell(sums, policy).line for key, sums in found.items()}
    return {unit_id: line for unit_id, line in lines.items() if not line.is_empty}


def quarter(unit_ids: Collection[int] | None, year: int, number: int, *, now: datetime) -> dict[int, Line]:
    """Return the line of each unit for one of the four quarters of a year."""
    return by_unit(unit_ids, quarter_of(year, number), now=now)
