"""People found again by number, phone or name, and what they are entitled to on a day."""

from datetime import date

from django.db.models import Q

from motcua.identity import ages, name_search
from motcua.identity.models import Person
from motcua.identity.questions import Question, understand, words_of
from motcua.kernel.vietnamese import search_form

# Written out: it is asked at every intake, and putting the statement together costs more than asking.
WITH_ID = "SELECT * FROM identity_person WHERE personal_id = %s AND merged_into_id IS NULL"
MOST_OF_ONE_DAY = 2_000  # people born on one day in the largest city


def find_people(text: str, *, limit: int = 20) -> list[Person]:
    """Find people by a whole number, or by words of the name in any order, with or without marks.

    The last word may be unfinished; a birth date or year may stand anywhere among the words. Names with the
    very marks and words that were typed come first, then the order of Vietnamese lists.
    """
    question = understand(text)
    if question.number:
        return _by_number(question.number, limit=limit)
    if question.birth_on:
        return _by_birth_date(question, limit=limit)
    if not question.words:
        return []
    ids = name_search.find(question, limit=limit)
    people = Person.objects.in_bulk(ids)
    return [people[pk] for pk in ids if pk in people]


def _by_number(number: str, *, limit: int) -> list[Person]:
    asked = {9: Q(old_id=number), 12: Q(personal_id=number)}.get(len(number), Q(phone=number))
    return list(Person.objects.filter(asked, merged_into=None).order_by("sort_name", "pk")[:limit])


def _by_birth_date(question: Question, *, limit: int) -> list[Person]:
    """Few people are born on one day: their names are compared here."""
    *whole, last = question.words or ("",)
    found = []
    for person in Person.objects.filter(birth_on=question.birth_on, merged_into=None)[:MOST_OF_ONE_DAY]:
        words = {*words_of(person.search_name)}
        if {*whole} <= words and any(word.startswith(last) for word in words):
            hit = name_search.Hit(person.pk, person.search_name, person.marked_name, person.sort_name)
            found.append((name_search.distance(hit, question), hit.sort_name, hit.id, person))
    return [person for *_order, person in sorted(found, key=lambda row: row[:3])[:limit]]


def near_duplicates(
    *,
    full_name: str,
    birth_on: date | None = None,
    birth_year: int | None = None,
    personal_id: str = "",
    old_id: str = "",
    phone: str = "",
    limit: int = 10,
) -> list[Person]:
    """Return people who may be the one described, before a second record is made.

    The same number, or the same name (marks aside) with the same or nearly the same birth date or the same
    phone. Two different personal numbers are two people.
    """
    year = birth_on.year if birth_on else birth_year
    same_name = Q(search_name=search_form(full_name))
    near_year = Q(birth_year=None) | (Q(birth_year__range=(year - 1, year + 1)) if year else Q())
    asked = same_name & near_year
    if phone:
        asked |= same_name & Q(phone=phone)
    if personal_id:
        asked |= Q(personal_id=personal_id)
    if old_id:
        asked |= Q(old_id=old_id)
    people = Person.objects.filter(asked, merged_into=None).order_by("sort_name", "pk")[:500]
    found = [
        person
        for person in people
        if (person.personal_id and person.personal_id == personal_id)
        or (
            not (person.personal_id and personal_id)
            and (
                (old_id and person.old_id == old_id)
                or (phone and person.phone == phone)
                or ages.may_be_same_day(person.birth_on, person.birth_year, birth_on, year)
            )
        )
    ]
    found.sort(key=lambda person: (person.personal_id != personal_id, person.birth_on != birth_on))
    return found[:limit]


def person_with_id(personal_id: str) -> Person | None:
    """Return the one person with a personal number."""
    return next(iter(Person.objects.raw(WITH_ID, [personal_id])), None) if personal_id else None


def entitlements(person: Person, *, on: date) -> set[str]:
    """Return the eligible groups of a person on the day of service: listed ones, and those that age gives."""
    listed = set(person.entitlements.valid(on=on).values_list("group", flat=True))
    return listed | ages.groups_of_age(person.birth_on, person.birth_year, on=on)
