"""One row in the table of a life: what ``states.py`` of a package lists, and screens, tests and drawings read."""

from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Transition(Generic[S]):
    """One move: from which states (None: something new), to which, by which roles (empty: judged otherwise)."""

    sources: tuple[S | None, ...]
    target: S
    owners: frozenset[str]
    title_vi: str
