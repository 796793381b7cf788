"""The small language of conditions: ``parentage in [both, mother_only] and age(child_dob) < 6``.

Comparisons joined by ``and``: ``=``, ``<``, ``<=``, ``>``, ``>=`` and ``in [..]`` over answers; ``age(field)``
is a person's age in full years. A condition over a question without answer is false.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import msgspec

Operator = Literal["=", "<", "<=", ">", ">=", "in"]
Literals = str | int | bool

_WORD = r"[A-Za-z0-9_]+"
_COMPARISON = re.compile(
    rf"(?:age\((?P<aged>{_WORD})\)|(?P<field>{_WORD}))\s*"
    rf"(?:(?P<op><=|>=|=|<|>)\s*(?P<value>{_WORD})|in\s*\[(?P<values>{_WORD}(?:\s*,\s*{_WORD})*)\])"
)


class BadCondition(ValueError):
    """The text is no condition."""


class Comparison(msgspec.Struct, frozen=True):
    field: str
    op: Operator
    values: tuple[Literals, ...]
    of_age: bool = False


Condition = tuple[Comparison, ...]


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """Read a condition; the empty text is the condition that always holds.

    Raises:
        BadCondition: the text breaks the grammar; the message quotes the part.
    """
    return tuple(_comparison(part) for part in re.split(r"\s+and\s+", text.strip())) if text.strip() else ()


def holds(condition: Condition, answers: Mapping[str, Any], *, on: date) -> bool:
    """Tell whether a condition holds for the answers on a local day (ages are counted on that day)."""
    return all(_holds(comparison, answers.get(comparison.field), on) for comparison in condition)


def fields_of(condition: Condition) -> Iterator[str]:
    return (comparison.field for comparison in condition)


def age(born: str, on: date) -> int | None:
    """Return the age in full years of somebody born on an ISO day, None when the day is not whole."""
    try:
        day = date.fromisoformat(born)
    except ValueError:
        return None
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def _comparison(text: str) -> Comparison:
    match = _COMPARISON.fullmatch(text.strip())
    if match is None:
        raise BadCondition(text.strip())
    field = match["aged"] or match["field"]
    if match["values"]:
        values = tuple(_literal(word) for word in re.split(r"\s*,\s*", match["values"]))
        return Comparison(field, "in", values, bool(match["aged"]))
    operator: Operator = match["op"]  # type: ignore[assignment]
    value = _literal(match["value"])
    if operator not in ("=", "in") and (isinstance(value, bool) or not isinstance(value, int)):
        raise BadCondition(text.strip())
    return Comparison(field, operator, (value,), bool(match["aged"]))


def _literal(word: str) -> Literals:
    if word in ("true", "false"):
        return word == "true"
    return int(word) if re.fullmatch(r"0|[1-9][0-9]*", word) else word


def _holds(comparison: Comparison, answer: Any, on: date) -> bool:
    if comparison.of_age:
        answer = age(answer, on) if isinstance(answer, str) else None
    if answer is None:
        return False
    if comparison.op in ("=", "in"):
        return any(_same(answer, value) for value in comparison.values)
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return False
    bound = comparison.values[0]
    assert isinstance(bound, int)
    outcomes: dict[str, bool] = {
        "<": answer < bound,
        "<=": answer <= bound,
        ">": answer > bound,
        ">=": answer >= bound,
    }
    return outcomes[comparison.op]


def _same(answer: Any, value: Literals) -> bool:
    return isinstance(answer, bool) == isinstance(value, bool) and (
        answer == value or str(answer) == str(value)
    )
