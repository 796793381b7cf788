"""What screens and commands hand to the services of this package."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty to report, as somebody orders it. ``unit_ids`` each get one.

    Args:
        cut_off_day: last day, in the period's last month, whose figures the report holds.
    """

    unit_ids: tuple[int, ...]
    collector_id: int
    form: str
    starts_on: date
    ends_on: date | None = None
    due_day: int = 25
    cut_off_day: int = 25
    directive_id: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What the unit says beside its figures; ``remarks`` by row of the table."""

    difficulties: str = ""
    proposals: str = ""
    remarks: tuple[tuple[str, str], ...] = ()
