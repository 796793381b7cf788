"""Are the answers acceptable? Every fault becomes a Vietnamese sentence at its field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jsonschema_rs import ValidationError

from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.catalogue.eforms import dates, sentences
from motcua.catalogue.eforms.schema import validator
from motcua.catalogue.eforms.visibility import visible
from motcua.catalogue.remembered import remembered


@remembered
def _questions(definition: ProcedureDefinition) -> dict[str, Field]:
    return {field.id: field for field in definition.form.fields}


def validate(definition: ProcedureDefinition, answers: Mapping[str, Any], on: date) -> dict[str, str]:
    """Return the faults by field id, in the order of the form; empty when the answers are acceptable.

    A cell of a table is keyed ``<field>-<row>-<column>``. ``on`` is the local day against which "today" and
    ages are judged. Answers of hidden fields are not looked at: ``kept`` drops them.
    """
    shown = visible(definition, answers, on=on)
    questions = _questions(definition)
    asked = {key: value for key, value in answers.items() if key in shown or key not in questions}
    found: dict[str, str] = {}
    for error in validator(definition).iter_errors(asked):
        for key, sentence in _spoken(definition, error):
            found.setdefault(key, sentence)
    for field in definition.form.fields:
        if field.id in shown:
            _look_beside(field, asked, on, found)
    return {key: found[key] for key in sorted(found, key=_place(definition))}


def _look_beside(field: Field, answers: Mapping[str, Any], on: date, found: dict[str, str]) -> None:
    """Check what the schema cannot say: missing answers under ages, real days, today, one day after another."""
    answer = answers.get(field.id)
    if answer is None:
        if field.required and field.when:
            found.setdefault(field.id, sentences.missing(field))
        return
    if field.type == "table" and isinstance(answer, list):
        for index, row in enumerate(answer):
            for column in field.columns:
                sentence = dates.fault(column, row.get(column.id), row, on) if isinstance(row, dict) else ""
                if sentence:
                    found.setdefault(f"{field.id}-{index}-{column.id}", sentence)
        return
    sentence = dates.fault(field, answer, answers, on)
    if sentence:
        found.setdefault(field.id, sentence)


def _spoken(definition: ProcedureDefinition, error: ValidationError) -> list[tuple[str, str]]:
    path = [str(part) for part in error.instance_path]
    details = error.kind.as_dict()
    if error.kind.name == "required":
        path.append(str(details["property"]))
        return [("-".join(path), sentences.missing(_question(definition, path)))]
    if error.kind.name == "additionalProperties":
        return [("-".join([*path, str(key)]), sentences.unknown_question()) for key in details["unexpected"]]
    return [("-".join(path), _sentence(_question(definition, path), error, details))]


def _sentence(question: Field | Column, error: ValidationError, details: Mapping[str, Any]) -> str:
    match error.kind.name:
        case "minimum" | "exclusiveMinimum":
            return sentences.too_small(details["limit"])
        case "maximum" | "exclusiveMaximum":
            return sentences.too_large(details["limit"])
        case "minLength" | "minItems" if not error.instance:
            return sentences.missing(question)
        case "minLength":
            return sentences.too_short(question)
        case "maxLength":
            return sentences.too_long(details["limit"])
        case "maxItems":
            return sentences.too_many_rows(details["limit"])
        case "enum":
            return sentences.not_a_choice()
        case "const":
            return sentences.must_agree()
    return sentences.malformed(question, error.instance)


def _question(definition: ProcedureDefinition, path: list[str]) -> Field | Column:
    field = _questions(definition)[path[0]]
    if len(path) < 3:
        return field
    return next(column for column in field.columns if column.id == path[2])


def _place(definition: ProcedureDefinition) -> Any:
    order = {key: place for place, key in enumerate(_questions(definition))}

    def place(key: str) -> tuple[int, int, str]:
        field, _, rest = key.partition("-")
        row = rest.partition("-")[0]
        return order.get(field, len(order)), int(row) if row.isdigit() else -1, rest

    return place
