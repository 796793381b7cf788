"""Questions about initiatives, their replication and their cases."""

from motcua.initiatives.queries.counting import (
    CaseCount,
    Cases,
    Tally,
    cases,
    count_cases,
    counting,
    tally_by_unit,
)
from motcua.initiatives.queries.matrix import Cell, Column, Line, Matrix, matrix, silent_units
from motcua.initiatives.queries.orders import (
    OpenModel,
    Order,
    in_force,
    models_of,
    order_for,
    orders,
    reminders,
)

__all__ = [
    "CaseCount",
    "Cases",
    "Cell",
    "Column",
    "Line",
    "Matrix",
    "OpenModel",
    "Order",
    "Tally",
    "cases",
    "count_cases",
    "counting",
    "in_force",
    "matrix",
    "models_of",
    "order_for",
    "orders",
    "reminders",
    "silent_units",
    "tally_by_unit",
]
