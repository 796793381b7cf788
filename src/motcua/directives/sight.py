"""For which units an officer stands when directives arrive and tasks are due."""

from motcua.organisation.sight import own_units, stands_for, takes_part, with_predecessors

__all__ = ["own_units", "stands_for", "takes_part", "with_predecessors"]
