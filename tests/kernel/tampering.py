"""An attacker with the rights of the database's owner: lifts the guard, does what they want, puts it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

append_only = import_module("motcua.kernel.migrations.0002_append_only")


@contextmanager
def guard_lifted() -> Iterator[None]:
    editor = connection.schema_editor()
    append_only.allow_changes(None, editor)
    try:
        yield
    finally:
        append_only.refuse_changes(None, editor)
