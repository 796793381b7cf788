"""How much work comes to the desk on which day, for which procedure, by which channel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from motcua.calendars.hours import Spans
from motcua.calendars.wall_clock import LOCAL
from motcua.calendars.working_time import WorkingCalendar
from motcua.catalogue.definitions import ProcedureDefinition

# Share of each procedure in a commune's dossiers, in thousandths: likely orders of size, not a statistic.
PROCEDURE_WEIGHTS: dict[str, int] = {
    "certified_copy": 300, "certified_signature": 90, "certified_transaction": 30, "certified_inheritance_refusal": 3,
    "certified_will": 2, "copy_from_master_register": 4, "birth_registration": 75, "civil_status_extract": 85,
    "marital_status_certificate": 70, "marriage_registration": 28, "death_registration": 30, "civil_status_change": 20,
    "birth_reregistration": 10, "parent_child_recognition": 4, "guardianship_registration": 2,
    "birth_with_parent_recognition": 3, "birth_person_with_papers": 2, "permanent_residence": 35,
    "temporary_residence": 30, "extend_temporary_residence": 8, "household_split": 6, "delete_permanent_residence": 8,
    "monthly_social_allowance": 22, "social_pension": 14, "funeral_support_social": 6, "funeral_support_pension": 5,
    "disability_level": 10, "disability_certificate_reissue": 4, "poor_household_regular": 4,
    "average_living_standard_household": 3, "merit_family_confirmation": 8, "health_insurance_card_u6": 12,
    "household_business_registration": 22, "first_land_certificate": 14, "land_use_change_permission": 8,
    "construction_permit_house": 10, "birth_mobile": 7, "death_mobile": 3, "linked_birth_bundle": 14,
    "merit_death_allowance": 3, "veteran_funeral": 2, "stay_notification": 6,
}  # fmt: skip

_MONTHS = (1.0, 0.82, 1.08, 1.0, 1.02, 1.06, 1.16, 1.22, 1.1, 1.0, 0.98, 0.92)
_WEEKDAYS = (1.25, 1.05, 0.95, 0.95, 0.9, 0.35, 0.0)
_ONLINE_SHARE = {2023: 30, 2024: 45, 2025: 62}  # hundredths of what can be handed in online
_ONLINE_NOW = 74
_FRIDAY = 4
_MOST_ATTEMPTS = 40


@dataclass(frozen=True, slots=True)
class Arrival:
    """One dossier that comes to the desk."""

    at: datetime
    procedure: str
    channel: str


def instants(
    random: Random,
    *,
    calendar: WorkingCalendar,
    first: date,
    until: datetime,
    count: int,
    crowd: Callable[[date], int] = lambda day: 1,
) -> list[datetime]:
    """Return ``count`` instants between a day and an instant, in order of time, inside working hours.

    Mondays and the weeks after school begins are busy, Tết is quiet. Fewer only where hardly an hour is open
    before ``until``.

    Args:
        crowd: how many people there are to come on a day.
    """
    days = [first + timedelta(days=n) for n in range((until.astimezone(LOCAL).date() - first).days + 1)]
    spans = {day: calendar.spans_on(day) for day in days}
    weights = [
        _MONTHS[day.month - 1] * _WEEKDAYS[day.weekday()] * bool(spans[day]) * crowd(day) for day in days
    ]
    if not any(weights):
        return []
    found: list[datetime] = []
    for _attempt in range(_MOST_ATTEMPTS):
        chosen = random.choices(days, weights, k=count - len(found))
        found += [at for at in (_instant(random, day, spans[day]) for day in chosen) if at < until]
    return sorted(found)


def _instant(random: Random, day: date, spans: Spans) -> datetime:
    start, end = random.choices(spans, [b - a for a, b in spans])[0]
    minute = start + int(random.betavariate(1.6, 2.4) * (end - start - 5))
    return datetime(
        day.year, day.month, day.day, minute // 60, minute % 60, random.randrange(60), tzinfo=LOCAL
    )


def channel(random: Random, definition: ProcedureDefinition, day: date) -> str:
    """Choose how a dossier comes in, among the ways that the version opens; online grows every year."""
    ways, open_ways = definition.channels, {}
    if ways.online_level != "none":
        open_ways["online"] = _ONLINE_SHARE.get(day.year, _ONLINE_NOW)
    if ways.direct:
        open_ways["direct"] = 97 - open_ways.get("online", 0)
    if ways.postal and ways.direct:
        open_ways["postal"] = 2
    if ways.mobile_service:
        open_ways |= {"home": 3, "mobile": 2}
    return random.choices(list(open_ways), list(open_ways.values()))[0]


def evening(random: Random, at: datetime) -> datetime:
    """When an online dossier was really handed in: often after office hours, now and then at the weekend."""
    if random.random() < 0.6:
        return at
    later = at.replace(hour=random.choice((17, 18, 19, 19, 20, 20, 21, 22)), minute=random.randrange(60))
    return later + timedelta(days=random.choice((0, 0, 0, 1, 2)) if at.weekday() == _FRIDAY else 0)


def random_arrival(random: Random, at: datetime, definition: ProcedureDefinition) -> Arrival:
    way = channel(random, definition, at.date())
    return Arrival(evening(random, at) if way == "online" else at, definition.id, way)
