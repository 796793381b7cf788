"""Ages and birth dates, whole or known by the year only."""

from datetime import date

from motcua.identity.eligible_groups import EligibleGroup


def age(birth_on: date, *, on: date) -> int:
    """Full years of age on a day; who was born on 29/02 turns on 01/03 in common years."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))


def groups_of_age(birth_on: date | None, birth_year: int | None, *, on: date) -> set[str]:
    """Return the eligible groups that follow from age; of a year alone only what is certain.

    Source: Luật Người cao tuổi 39/2009/QH12 art. 2 (from 60); Luật Trẻ em 102/2016/QH13 art. 1 (under 16).
    """
    if birth_on:
        youngest = oldest = age(birth_on, on=on)
    elif birth_year:
        youngest, oldest = on.year - birth_year - 1, on.year - birth_year
    else:
        return set()
    groups = set()
    if youngest >= 60:
        groups.add(EligibleGroup.ELDERLY_PERSON.value)
    if oldest < 16:
        groups.add(EligibleGroup.CHILD.value)
    if oldest < 6:
        groups.add(EligibleGroup.CHILD_U6.value)
    return groups


def may_be_same_day(
    one: date | None, one_year: int | None, other: date | None, other_year: int | None
) -> bool:
    """Whether two birth dates may be one: nothing contradicts, or they differ as slips of the pen do.

    A slip is a wrong day, a wrong month, day and month exchanged, or the year beside.
    """
    if one and other:
        same_parts = (one.day == other.day) + (one.month == other.month) + (one.year == other.year)
        exchanged = one.year == other.year and (one.day, one.month) == (other.month, other.day)
        return exchanged or (same_parts >= 2 and abs(one.year - other.year) <= 1)
    return one_year is None or other_year is None or one_year == other_year
