"""Look up people's names in the words index of the database: every word, in any order, the last as a prefix."""

import re
from collections.abc import Iterable

from django.db import connection

_WORD = re.compile(r"[^\W_]+")

_SQLITE = """
    SELECT person.id FROM identity_person_fts AS found
    CROSS JOIN identity_person AS person ON person.id = found.rowid
    WHERE identity_person_fts MATCH %s AND person.merged_into_id IS NULL {born}
    ORDER BY found.rowid DESC LIMIT %s
"""
# Without ORDER BY: with one, PostgreSQL may walk the primary key backwards for seconds.
_POSTGRESQL = """
    SELECT id FROM identity_person AS person
    WHERE to_tsvector('simple'::regconfig, {column}) @@ to_tsquery('simple'::regconfig, %s)
        AND merged_into_id IS NULL {born}
    LIMIT %s
"""


def words_of(text: str) -> list[str]:
    """Split a name into the words that the index knows."""
    return _WORD.findall(text)


def ids_by_words(
    words: Iterable[str], *, column: str, prefix: bool, birth_year: int | None, limit: int
) -> list[int]:
    """Return up to ``limit`` people whose name has all the words.

    Args:
        column: ``search_name``, or ``marked_name`` when the marks must agree.
        prefix: whether the last word may be only a beginning.
    """
    born = "AND person.birth_year = %s" if birth_year else ""
    if connection.vendor == "postgresql":
        terms = " & ".join(f"'{word}'" for word in words) + (":*" if prefix else "")
        statement = _POSTGRESQL.format(column=column, born=born)
    else:
        terms = " AND ".join(f'"{word}"' for word in words) + (" *" if prefix else "")
        terms = f"{column} : ({terms})"
        statement = _SQLITE.format(born=born)
    with connection.cursor() as cursor:
        cursor.execute(statement, [terms, *([birth_year] if birth_year else []), limit])
        return [row[0] for row in cursor.fetchall()]
