"""Search by the words of names and the year of birth: FTS5 with triggers on SQLite, GIN on PostgreSQL.

Names with and without marks are indexed apart, so that hits with the marks asked for come first.

On SQLite a later migration that rebuilds ``identity_person`` drops its triggers: it must run this one's
``build`` again (tests/identity/test_name_search.py notices). On PostgreSQL the words come from a function
whose stated cost is high on purpose: it keeps the planner from reading the whole table for a rare word.
"""

from django.db import migrations

TABLE = "identity_person"
FTS = "identity_person_fts"
COLUMNS = ("search_name", "marked_name", "birth_year")
NEW, OLD = (", ".join(f"{row}.{column}" for column in COLUMNS) for row in ("new", "old"))
CHANGED = " OR ".join(f"old.{column} IS NOT new.{column}" for column in ("id", *COLUMNS))
TAKE_OUT = f"INSERT INTO {FTS} ({FTS}, rowid, {', '.join(COLUMNS)}) VALUES ('delete', old.id, {OLD});"
PUT_IN = f"INSERT INTO {FTS} (rowid, {', '.join(COLUMNS)}) VALUES (new.id, {NEW});"

SQLITE = [
    f"""CREATE VIRTUAL TABLE {FTS} USING fts5(
        {", ".join(COLUMNS)}, content='{TABLE}', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', detail=column
    )""",
    f"CREATE TRIGGER {FTS}_insert AFTER INSERT ON {TABLE} BEGIN {PUT_IN} END",
    f"CREATE TRIGGER {FTS}_delete AFTER DELETE ON {TABLE} BEGIN {TAKE_OUT} END",
    f"CREATE TRIGGER {FTS}_update AFTER UPDATE ON {TABLE} WHEN {CHANGED} BEGIN {TAKE_OUT} {PUT_IN} END",
    f"INSERT INTO {FTS} ({FTS}) VALUES ('rebuild')",
]
SQLITE_BACK = [
    *(f"DROP TRIGGER IF EXISTS {FTS}_{verb}" for verb in ("insert", "delete", "update")),
    f"DROP TABLE IF EXISTS {FTS}",
]
POSTGRESQL = [
    """CREATE FUNCTION identity_name_words(name text, birth_year integer) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE COST 10000 AS $$
    BEGIN
        RETURN to_tsvector('pg_catalog.simple', name || ' ' || coalesce(birth_year::text, ''));
    END $$""",
    *(
        f"CREATE INDEX person_{column}_words ON {TABLE} USING gin (identity_name_words({column}, birth_year))"
        for column in ("search_name", "marked_name")
    ),
]
POSTGRESQL_BACK = [
    "DROP INDEX IF EXISTS person_search_name_words",
    "DROP INDEX IF EXISTS person_marked_name_words",
    "DROP FUNCTION IF EXISTS identity_name_words",
]


def build(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]

    operations = [migrations.RunPython(build, remove)]
