"""An attacker with the rights of the database's owner: lifts the guard, does what they want, puts it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

from motcua.kernel.models import LedgerEntry

append_only = import_module("motcua.kernel.migrations.0002_append_only")


@contextmanager
def guard_lifted() -> Iterator[None]:
    editor = connection.schema_editor()
    append_only.allow_changes(None, editor)
    try:
        yield
    finally:
        append_only.refuse_changes(None, editor)


def as_once_written(*names: str) -> None:
    """Rewrite the ledger as a program wrote it that did not keep these facts yet."""
    with guard_lifted():
        for entry in LedgerEntry.objects.all():
            facts = {
                part: {name: value for name, value in told.items() if name not in names}
                for part, told in entry.payload.items()
            }
            LedgerEntry.objects.filter(pk=entry.pk).update(payload=facts)
