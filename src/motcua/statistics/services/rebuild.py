from collections.abc import Callable

from django.db import connection, transaction

from motcua.statistics.queries.history import recount_and_news
from motcua.statistics.services.fold import add
from motcua.statistics.tallies import TABLES, minus

ROWS_AT_ONCE = 500


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] = lambda count: None) -> int:
    """Replace all facts by a recount from history; return how many rows they have.

    News not yet folded is taken off again, because it will be folded in its turn: facts + news = history
    holds before, during and after. Folding waits meanwhile; dossiers do not on PostgreSQL, and do on SQLite.

    Args:
        progress: told now and then how many dossiers have been read.
    """
    tables = [table._meta.db_table for table in TABLES]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")
    told, waiting = recount_and_news(progress)
    written = 0
    for table, rows in minus(told, waiting).items():
        table._default_manager.all().delete()
        keys = sorted(rows)
        for start in range(0, len(keys), ROWS_AT_ONCE):
            add(table, {key: rows[key] for key in keys[start : start + ROWS_AT_ONCE]})
        written += len(keys)
    return written
