"""What was once made from a definition stays with it: a schema, a validator, parsed conditions."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from motcua.catalogue.definitions import ProcedureDefinition

Made = TypeVar("Made")


def remembered(make: Callable[[ProcedureDefinition], Made]) -> Callable[[ProcedureDefinition], Made]:
    """Make something from a definition once; a definition never changes, so it is right for good."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(definition: ProcedureDefinition) -> Made:
        memory = definition.__dict__
        if key not in memory:
            memory[key] = make(definition)
        return memory[key]  # type: ignore[no-any-return]

    return made
