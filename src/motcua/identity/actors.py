"""Whoever does something: an account, or an officer of it in the package above."""

from typing import Protocol


class Actor(Protocol):
    """Somebody whose account stands behind an act."""

    @property
    def account_id(self) -> int: ...
