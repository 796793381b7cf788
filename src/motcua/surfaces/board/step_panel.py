"""The panel “Hồ sơ nằm lâu ở bước nào”: bars of working time against the time given."""

from dataclasses import dataclass

from motcua.organisation.roles import Role
from motcua.statistics import queries
from motcua.statistics.queries import StepLoad
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import Seat
from motcua.surfaces.board.percents import hours

MOST_STEPS, BAR = 5, 190


@dataclass(frozen=True, slots=True)
class StepBar:
    """One step: its bar and the mark of the time given on a scale that all share; "" hours if none passed."""

    name: str
    role: str
    length: int
    limit: int | None
    is_over: bool
    hours: str
    planned: str
    waiting: int
    href: str


def step_panel(seat: Seat) -> list[StepBar]:
    """The steps that are slowest against their plan."""
    loads = queries.step_loads(seat.unit_ids_today, now=seat.now)[:MOST_STEPS]
    longest = (
        max([load.minutes or 0 for load in loads] + [load.planned or 0 for load in loads], default=0) or 1
    )
    names = dict(queries.field_names({load.field for load in loads}))
    return [_bar(seat, load, names[load.field], longest) for load in loads]


def _bar(seat: Seat, load: StepLoad, field: str, longest: float) -> StepBar:
    step = load.name, load.role
    href = links.dossiers(
        links.WAITING, unit=seat.unit, period=links.one_day(seat.today), field=load.field, step=step
    )
    return StepBar(
        name=f"{load.name} – {field}",
        role=str(Role(load.role).label) if load.role in Role.values else load.role,
        length=round((load.minutes or 0) / longest * BAR),
        limit=round(load.planned / longest * BAR) if load.planned else None,
        is_over=load.is_over,
        hours=hours(load.minutes) if load.minutes is not None else "",
        planned=hours(load.planned) if load.planned else "",
        waiting=load.waiting,
        href=href,
    )
