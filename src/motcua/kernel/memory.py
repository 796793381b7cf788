"""What one process remembers of tables that seldom change, until the database says that one of them has.

A model with ``seldom_changes = True`` gets triggers that renew one random stamp in the transaction of every
change, whoever makes it: a service, the admin, another process, a restore. A remembered answer costs one look
at that stamp instead of the question. The stamp is random and not a count, so that after a rollback two
different states never bear the same one.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connection, connections

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

MOST_ANSWERS = 5_000  # of one question; then all are forgotten
STAMP = "SELECT value FROM kernel_changestamp WHERE id = 1"
RENEW = """
    INSERT INTO kernel_changestamp (id, value) VALUES (1, {})
    ON CONFLICT (id) DO UPDATE SET value = excluded.value
"""


def current_stamp() -> str:
    """Return the stamp under which the tables stand now; empty while none was ever changed."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        row = cursor.fetchone()
    return row[0] if row else ""


def kept_until_change(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember the answers of a question that reads only tables that seldom change.

    The answer is shared by everything in the process: nobody may change it. A refusal is not remembered.
    """
    kept: tuple[str, dict[Any, Answer]] = ("", {})

    @wraps(ask)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        nonlocal kept
        stamp = current_stamp()
        if not stamp:
            return ask(*args, **kwargs)
        if kept[0] != stamp or len(kept[1]) > MOST_ANSWERS:
            kept = (stamp, {})
        known, key = kept[1], (args, *sorted(kwargs.items()))
        if key not in known:
            known[key] = ask(*args, **kwargs)
        return known[key]

    return answer


def watch_tables(sender: AppConfig, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Give the tables of an app that seldom change their triggers; run after every migration, which may lose them."""
    database = connections[using]
    models = [model for model in sender.get_models() if getattr(model, "seldom_changes", False)]
    tables = {model._meta.db_table for model in models}
    if not tables:
        return
    present = {*database.introspection.table_names()}
    if "kernel_changestamp" not in present:
        return
    with database.cursor() as cursor:
        for table in sorted(tables & present):
            for statement in _triggers(table, database.vendor):
                cursor.execute(statement)


def _triggers(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        renew = RENEW.format("md5(random()::text || clock_timestamp()::text)")
        return [
            f"""CREATE OR REPLACE FUNCTION kernel_renew_stamp() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN {renew}; RETURN NULL; END $$""",
            f"""CREATE OR REPLACE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION kernel_renew_stamp()""",
        ]
    renew = RENEW.format("lower(hex(randomblob(16)))")
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_changed_by_{act} AFTER {act} ON {table} BEGIN {renew}; END"
        for act in ("insert", "update", "delete")
    ]
