from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.catalogue.conditions import Condition, holds, parse
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.remembered import remembered


@remembered
def _conditions(definition: ProcedureDefinition) -> dict[str, Condition]:
    return {field.id: parse(field.when) for field in definition.form.fields if field.when}


def visible(definition: ProcedureDefinition, answers: Mapping[str, Any], *, on: date) -> set[str]:
    """Return the ids of the fields that are asked, given the answers so far.

    A hidden field has no answer, so what depends on it is hidden too.
    """
    conditions = _conditions(definition)
    shown = {field.id for field in definition.form.fields}
    while True:
        known = {key: value for key, value in answers.items() if key in shown}
        hidden = {key for key, when in conditions.items() if key in shown and not holds(when, known, on=on)}
        if not hidden:
            return shown
        shown -= hidden


def kept(definition: ProcedureDefinition, answers: Mapping[str, Any], *, on: date) -> dict[str, Any]:
    """Return the answers to the fields that are asked; the answers of hidden fields are dropped."""
    shown = visible(definition, answers, on=on)
    return {key: value for key, value in answers.items() if key in shown}
