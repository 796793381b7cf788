"""A clock that a test can set: the whole process, live server included, reads it instead of the real one.

Django's ``timezone.now`` is the only clock that the project reads; cookies keep their age, since browsers count it
from when they get them.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.utils import timezone


class Clock:
    """Stands still at ``at`` once it is set; until then it is the real one."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self.at: datetime | None = None

    def set(self, at: datetime) -> datetime:
        self.at = at
        return at

    def now(self) -> datetime:
        return self.at.astimezone(UTC) if self.at else self._real()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(timezone.now)
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock
