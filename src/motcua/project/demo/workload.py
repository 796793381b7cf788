"""How much work comes to the desk on which day, for which procedure, by which channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from motcua.calendars.working_time import WorkingCalendar

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
    "construction_permit_house": 10,
}  # fmt: skip

_MONTHS = (1.0, 0.82, 1.08, 1.0, 1.02, 1.06, 1.16, 1.22, 1.1, 1.0, 0.98, 0.92)
_WEEKDAYS = (1.25, 1.05, 0.95, 0.95, 0.9, 0.35, 0.0)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One dossier that comes to the desk."""

    at: datetime
    procedure: str
    channel: str


def arrivals(
    random: Random, *, calendar: WorkingCalendar, first: date, until: datetime, count: int
) -> Iterator[Arrival]:
    """Yield ``count`` arrivals between a day and an instant, in order of time, inside working hours.

    ``until`` is local wall-clock time. Mondays and the weeks after school begins are busy, Tết is quiet.
    """
    days = [first + timedelta(days=n) for n in range((until.date() - first).days + 1)]
    spans = {day: calendar.spans_on(day) for day in days}
    weights = [_MONTHS[day.month - 1] * _WEEKDAYS[day.weekday()] * bool(spans[day]) for day in days]
    chosen = sorted(random.choices(range(len(days)), weights, k=count))
    slugs, shares = list(PROCEDURE_WEIGHTS), list(PROCEDURE_WEIGHTS.values())
    instants = sorted(_instant(random, days[index], spans[days[index]]) for index in chosen)
    for at in instants:
        slug = random.choices(slugs, shares)[0]
        if at < until:
            yield Arrival(at=at, procedure=slug, channel=channel(random, slug, at.date()))


def _instant(random: Random, day: date, spans: tuple[tuple[int, int], ...]) -> datetime:
    start, end = random.choices(spans, [b - a for a, b in spans])[0]
    minute = start + int(random.betavariate(1.6, 2.4) * (end - start - 5))
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)


def channel(random: Random, slug: str, day: date) -> str:
    """Choose how a dossier comes in: certification at the counter, the rest more online every year."""
    if slug.startswith("certified"):
        return random.choices(("direct", "home"), (97, 3))[0]
    online = {2023: 30, 2024: 45, 2025: 62}.get(day.year, 74)
    return random.choices(("online", "direct", "postal", "home", "mobile"), (online, 92 - online, 3, 3, 2))[0]
