"""Django's SQLite backend with a write gate.

SQLite's own waiting is unfair: under eight writers one may wait two seconds. A lock file beside the database,
taken before ``BEGIN IMMEDIATE`` and released after commit or rollback, lets writers through one by one.
"""

import fcntl
import os
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    _gate: int | None = None

    def _open_gate(self) -> None:
        name = str(self.settings_dict["NAME"])
        if self._gate is None and ":memory:" not in name and "mode=memory" not in name:
            self._gate = os.open(Path(f"{name}.gate"), os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._gate, fcntl.LOCK_EX)

    def _leave_gate(self) -> None:
        if self._gate is not None:
            os.close(self._gate)
            self._gate = None

    def _start_transaction_under_autocommit(self) -> None:
        self._open_gate()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave_gate()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]
        finally:
            self._leave_gate()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._leave_gate()

    def close(self) -> None:
        super().close()
        if not self.in_atomic_block:
            self._leave_gate()
