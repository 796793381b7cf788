"""Questions about initiatives, their councils, their replication and their cases."""

from motcua.initiatives.queries.answers import Answer, answers_in
from motcua.initiatives.queries.councils import (
    NoCriteria,
    Sheet,
    councils_for,
    councils_of,
    criteria_in_force,
    judges_of,
    members_of,
    sheet,
    waiting_for,
)
from motcua.initiatives.queries.counting import (
    CaseCount,
    Cases,
    Tally,
    cases,
    count_cases,
    counting,
)
from motcua.initiatives.queries.counting_together import ModelCounts, Total, count_models
from motcua.initiatives.queries.history import history
from motcua.initiatives.queries.lists import Filters, initiatives
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
from motcua.initiatives.queries.places import keepers_of_orders, last_quarter, matrix_units
from motcua.initiatives.queries.register import RegisterLine, register
from motcua.initiatives.queries.rounds import round_for, rounds_for
from motcua.initiatives.queries.similar import Similar, similar
from motcua.initiatives.queries.verification import verify_cases, verify_rows

__all__ = [
    "Answer",
    "CaseCount",
    "Cases",
    "Cell",
    "Column",
    "Filters",
    "Line",
    "Matrix",
    "ModelCounts",
    "NoCriteria",
    "OpenModel",
    "Order",
    "RegisterLine",
    "Sheet",
    "Similar",
    "Tally",
    "Total",
    "answers_in",
    "cases",
    "councils_for",
    "councils_of",
    "count_cases",
    "count_models",
    "counting",
    "criteria_in_force",
    "history",
    "in_force",
    "initiatives",
    "judges_of",
    "keepers_of_orders",
    "last_quarter",
    "matrix",
    "matrix_units",
    "members_of",
    "models_of",
    "order_for",
    "orders",
    "register",
    "reminders",
    "round_for",
    "rounds_for",
    "sheet",
    "silent_units",
    "similar",
    "verify_cases",
    "verify_rows",
    "waiting_for",
]
