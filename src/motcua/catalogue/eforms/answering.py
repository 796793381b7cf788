"""What fills itself: defaults, fixed values, facts of the applicant, values made from other answers."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.kernel.vietnamese import date_in_words

DERIVED = re.compile(r"date_in_words\((?P<field>[A-Za-z0-9_]+)\)")


class PersonLike(Protocol):
    """The facts of a person that an e-form can take over."""

    @property
    def full_name(self) -> str: ...
    @property
    def birth_on(self) -> date | None: ...
    @property
    def sex(self) -> str: ...
    @property
    def personal_id(self) -> str: ...
    @property
    def id_issued_on(self) -> date | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def address(self) -> str: ...


def initial(definition: ProcedureDefinition) -> dict[str, Any]:
    """Return the answers that an empty e-form begins with: defaults and fixed values."""
    fixed = {field.id: field.value for field in definition.form.fields if field.type == "const"}
    return fixed | {f.id: f.default for f in definition.form.fields if f.default is not None}


def prefill(definition: ProcedureDefinition, person: PersonLike) -> dict[str, Any]:
    """Return the answers that the applicant's record gives; facts that are not known are left out."""
    answers: dict[str, Any] = {}
    for field in definition.form.fields:
        fact = getattr(person, field.fills_from) if field.fills_from else None
        if fact:
            answers[field.id] = fact.isoformat() if isinstance(fact, date) else fact
    return answers


def derive(definition: ProcedureDefinition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers with the values made from others (dates in words) and the fixed ones put in."""
    derived = dict(answers)
    for field in definition.form.fields:
        if field.type == "const":
            derived[field.id] = field.value
        elif field.derived:
            words = _derived(field.derived, answers)
            if words:
                derived[field.id] = words
            else:
                derived.pop(field.id, None)
    return derived


def _derived(expression: str, answers: Mapping[str, Any]) -> str:
    match = DERIVED.fullmatch(expression)
    assert match is not None, expression
    try:
        return date_in_words(date.fromisoformat(str(answers.get(match["field"], ""))))
    except ValueError:
        return ""
