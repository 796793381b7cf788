"""Name search by words and prefixes: FTS5 with triggers on SQLite, two GIN indexes on PostgreSQL.

The search looks at the columns with and without marks apart, so that hits with the marks asked for come first.
On SQLite a later migration that rebuilds ``identity_person`` drops its triggers: it must run this one's
``build`` again (tests/identity/test_name_search.py notices).
"""

from django.db import migrations

TABLE = "identity_person"
FTS = "identity_person_fts"
COLUMNS = "search_name, marked_name"

SQLITE = [
    f"""CREATE VIRTUAL TABLE {FTS} USING fts5(
        {COLUMNS}, content='{TABLE}', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
    )""",
    f"""CREATE TRIGGER {FTS}_insert AFTER INSERT ON {TABLE} BEGIN
        INSERT INTO {FTS} (rowid, {COLUMNS}) VALUES (new.id, new.search_name, new.marked_name);
    END""",
    f"""CREATE TRIGGER {FTS}_delete AFTER DELETE ON {TABLE} BEGIN
        INSERT INTO {FTS} ({FTS}, rowid, {COLUMNS})
        VALUES ('delete', old.id, old.search_name, old.marked_name);
    END""",
    f"""CREATE TRIGGER {FTS}_update AFTER UPDATE OF id, {COLUMNS} ON {TABLE}
    WHEN old.id <> new.id OR old.marked_name <> new.marked_name OR old.search_name <> new.search_name BEGIN
        INSERT INTO {FTS} ({FTS}, rowid, {COLUMNS})
        VALUES ('delete', old.id, old.search_name, old.marked_name);
        INSERT INTO {FTS} (rowid, {COLUMNS}) VALUES (new.id, new.search_name, new.marked_name);
    END""",
    f"INSERT INTO {FTS} ({FTS}) VALUES ('rebuild')",
]
SQLITE_BACK = [
    *(f"DROP TRIGGER IF EXISTS {FTS}_{verb}" for verb in ("insert", "delete", "update")),
    f"DROP TABLE IF EXISTS {FTS}",
]
POSTGRESQL = [
    f"CREATE INDEX person_{column} ON {TABLE} USING gin (to_tsvector('simple'::regconfig, {column}))"
    for column in ("search_name", "marked_name")
]
POSTGRESQL_BACK = ["DROP INDEX IF EXISTS person_search_name", "DROP INDEX IF EXISTS person_marked_name"]


def build(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]

    operations = [migrations.RunPython(build, remove)]
