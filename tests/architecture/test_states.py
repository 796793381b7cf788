"""The tables of states: nothing hangs in the air, nothing is a trap."""

from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest

from tests.architecture.code import SOURCE

TABLES = [
    import_module(f"motcua.{path.parent.name}.{path.stem}")
    for path in sorted(SOURCE.glob("*/*states.py"))
    if "TRANSITIONS" in path.read_text()
]


def sources_of(move: Any) -> Iterable[Any]:
    """The states that a move leaves; ``None`` is the state before there was anything."""
    return move.sources if hasattr(move, "sources") else [move.source]


def moves_of(table: Any) -> dict[Any, set[Any]]:
    targets = defaultdict(set)
    for move in table.TRANSITIONS.values():
        for source in sources_of(move):
            targets[source].add(move.target)
    return targets


def states_of(table: Any) -> set[Any]:
    (kind,) = {type(move.target) for move in table.TRANSITIONS.values()}
    return set(kind)


def final_of(table: Any) -> set[Any]:
    return set(table.FINAL)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_state_is_reached_from_the_beginning(table):
    moves, reached = moves_of(table), set(table.INITIAL) | moves_of(table)[None]
    while more := {target for state in reached for target in moves[state]} - reached:
        reached |= more

    assert states_of(table) - reached == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_open_state_has_an_exit_and_no_final_state_has_one(table):
    left = {source for source in moves_of(table) if source is not None}

    assert states_of(table) - left == final_of(table)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_an_end_can_be_reached_from_everywhere(table):
    moves, ending = moves_of(table), final_of(table)
    while more := {state for state, targets in moves.items() if targets & ending} - ending:
        ending |= more

    assert states_of(table) - ending == set()
