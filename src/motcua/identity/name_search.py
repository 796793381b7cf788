"""Look up people in the database's index of words: every word, in any order, the last perhaps unfinished."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from motcua.identity.questions import Question, words_of

CANNOT_GROW = re.compile(
    r"(ch|ng|nh|[mpt])$"
)  # endings after which a Vietnamese syllable has no more letters
POOL = 5  # how many times the page is fetched, to find the best hits in it without asking again

_SQLITE = """
    SELECT person.id, person.search_name, person.marked_name, person.sort_name
    FROM identity_person_fts AS found CROSS JOIN identity_person AS person ON person.id = found.rowid
    WHERE identity_person_fts MATCH %s AND person.merged_into_id IS NULL
    ORDER BY found.rowid DESC LIMIT %s
"""
# Without ORDER BY: with one, PostgreSQL may walk the primary key backwards for seconds.
_POSTGRESQL = """
    SELECT id, search_name, marked_name, sort_name FROM identity_person
    WHERE identity_name_words({column}, birth_year) @@ to_tsquery('pg_catalog.simple', %s)
        AND merged_into_id IS NULL
    LIMIT %s
"""


class Hit(NamedTuple):
    """A person found, with what ranking needs."""

    id: int
    search_name: str
    marked_name: str
    sort_name: str


class Ask(NamedTuple):
    """One question to the index: with marks or without, the last word whole or as a beginning."""

    marked: bool
    whole: bool


def find(question: Question, *, limit: int) -> list[int]:
    """Return the best ``limit`` people for the words of a question, best first.

    One statement is enough unless it fills its pool with hits that are not of the best sort.
    """
    hits: dict[int, Hit] = {}
    best = 0 if question.marked_words else 2
    for ask in _asks(question):
        found = _run(ask, question, limit=limit * POOL)
        hits.update((hit.id, hit) for hit in found)
        if ask == Ask(marked=False, whole=False) and len(found) < limit * POOL:
            break
        if sum(distance(hit, question) == best for hit in hits.values()) >= limit:
            break
    ranked = sorted(hits.values(), key=lambda hit: (distance(hit, question), hit.sort_name, hit.id))
    return [hit.id for hit in ranked[:limit]]


def distance(named: Hit, question: Question) -> int:
    """0 for the marks and words that were typed, 1 for their beginnings, then the same without marks."""
    if question.marked_words:
        *whole, last = question.marked_words
        marked = {*words_of(named.marked_name)}
        if {*whole, last} <= marked:
            return 0
        if {*whole} <= marked and any(word.startswith(last) for word in marked):
            return 1
    return 2 if {*question.words} <= {*words_of(named.search_name)} else 3


def _asks(question: Question) -> Iterator[Ask]:
    """Whole words first: the databases stream them, while for a beginning they gather every word that has it."""
    grows = not CANNOT_GROW.search(question.words[-1])
    if grows:
        yield Ask(marked=False, whole=True)
    yield Ask(marked=False, whole=False)
    if question.marked_words:
        if grows:
            yield Ask(marked=True, whole=True)
        yield Ask(marked=True, whole=False)


def _run(ask: Ask, question: Question, *, limit: int) -> list[Hit]:
    words = question.marked_words if ask.marked else question.words
    year = [str(question.birth_year)] if question.birth_year else []
    if connection.vendor == "postgresql":
        *before, last = (f"'{word}'" for word in words)
        terms = " & ".join([*year, *before, last if ask.whole else f"{last}:*"])
        statement = _POSTGRESQL.format(column="marked_name" if ask.marked else "search_name")
    else:
        *before, last = (f'"{word}"' for word in words)
        terms = " AND ".join([*before, last if ask.whole else f"{last} *"])
        terms = " AND ".join([f"marked_name : ({terms})" if ask.marked else terms, *year])
        statement = _SQLITE
    with connection.cursor() as cursor:
        cursor.execute(statement, [terms, limit])
        return [Hit(*row) for row in cursor.fetchall()]
