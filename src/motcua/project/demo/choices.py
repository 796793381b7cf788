"""What somebody comes for, so that it fits what the dossier is there to show and is over before its unit ends."""

from collections.abc import Mapping
from datetime import date
from random import Random

from motcua.catalogue.definitions import ProcedureDefinition, Step
from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers.states import PORTAL_CODES, State
from motcua.organisation.roles import Role
from motcua.project.demo.dated import Dated
from motcua.project.demo.telling import Habit

Options = tuple[list[tuple[ProcedureVersion, Habit]], list[int]]


class Choices:
    """Draws procedures in force by their weights; what fits on a day is worked out once."""

    def __init__(self, random: Random, dated: Dated, weights: Mapping[str, int]) -> None:
        self._random, self._dated, self._weights = random, dated, weights
        self._known: dict[tuple[Habit, date, int | None], Options] = {}

    def draw(self, mood: Habit, on: date, *, left: int | None) -> tuple[ProcedureVersion, Habit]:
        """Return a version and how its dossier will be handled.

        Args:
            left: days until the unit ends, None where it goes on.
        """
        if (mood, on, left) not in self._known:
            self._known[mood, on, left] = self._fitting(mood, on, left)
        options, weights = self._known[mood, on, left]
        if not options:
            return self.draw(Habit.USUAL, on, left=left)
        return self._random.choices(options, weights)[0]

    def _fitting(self, mood: Habit, on: date, left: int | None) -> Options:
        options, weights = [], []
        for slug, weight in self._weights.items():
            version = self._dated.version(slug, on)
            habit = _habit(version.definition, mood, left=left) if version else None
            if version is not None and habit is not None:
                options.append((version, habit))
                weights.append(weight)
        return options, weights


def _habit(definition: ProcedureDefinition, mood: Habit, *, left: int | None) -> Habit | None:
    """How a dossier of this procedure will be handled; None where it does not fit.

    What could outlast its unit is handled calmly, or not begun any more.
    """
    days = _days(definition)
    if left is not None:
        standing = sum(30 for step in definition.steps if not step.counted or _is_financial(step))
        if days and days * 2 + standing + 4 >= left:
            return None
        return Habit.CALM if days * 3 + standing + 30 >= left else mood
    noticed = any(step.publish_days for step in definition.steps)
    paid = any(map(_is_financial, definition.steps))
    signed = any(step.role == Role.COMMUNE_LEADER for step in definition.steps)
    fits = {
        Habit.SLOW: 3 <= days <= 7,
        Habit.UNANSWERED: definition.channels.online_level != "none",
        Habit.INCOMPLETE: days >= 3,
        Habit.NOTICED: noticed,
        Habit.UNPAID: paid and not noticed,
        Habit.UNSIGNED: days >= 3 and signed and not noticed,
    }
    return mood if fits.get(mood, True) else None


def _days(definition: ProcedureDefinition) -> int:
    """About how many calendar days the limit takes; three weeks where the office promises them itself."""
    limit = definition.statutory_time
    match limit.unit:
        case "immediate":
            return 0
        case "hour":
            return 1
        case "calendar_day":
            return limit.value or 0
    return int((limit.value or 15) * 1.4)


def _is_financial(step: Step) -> bool:
    return step.paused or step.status_after == PORTAL_CODES[State.FINANCIAL_DUTY]
