"""The JSON Schema (Draft 2020-12) of an e-form: the same one for the server and the browser."""

from typing import Any

from jsonschema_rs import Draft202012Validator, RegexOptions

from motcua.catalogue.conditions import Comparison, Condition, parse
from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.catalogue.eforms.options import options_of
from motcua.catalogue.remembered import remembered

_LONG, _SHORT, _NAME = 4000, 500, 200
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1, "maxLength": _SHORT},
    "textarea": {"type": "string", "minLength": 1, "maxLength": _LONG},
    "person_name": {"type": "string", "minLength": 2, "maxLength": _NAME, "pattern": "^[^0-9<>@#$%^*=+_]+$"},
    "person_id": {"type": "string", "pattern": "^[0-9]{12}$"},
    "date": {"type": "string", "format": "date"},
    "partial_date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    "datetime": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"},
    "time": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "integer": {"type": "integer", "maximum": 10**9},
    "decimal": {"type": "number", "maximum": 10**12},
    "money": {"type": "integer", "maximum": 10**15},
    "boolean": {"type": "boolean"},
    "consent": {"type": "boolean"},
    "address": {"type": "string", "minLength": 2, "maxLength": _SHORT},
    "admin_area": {"type": "string", "minLength": 2, "maxLength": _SHORT},
    "facility": {"type": "string", "minLength": 2, "maxLength": _SHORT},
    "phone": {"type": "string", "pattern": "^0[0-9]{9,10}$"},
    "email": {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "maxLength": _NAME},
}
MAX_ROWS = 200


@remembered
def json_schema(definition: ProcedureDefinition) -> dict[str, Any]:
    """Return the schema of the answers.

    Conditions over answers become ``if``/``then``; what a schema cannot say (ages, today, one date against
    another) is checked beside it by ``validate``.
    """
    fields = definition.form.fields
    conditional: dict[str, list[str]] = {}
    for field in fields:
        if field.required and field.when and not _has_age(parse(field.when)):
            conditional.setdefault(field.when, []).append(field.id)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:motcua:eform:{definition.id}",
        "title": definition.form.name_vi,
        "type": "object",
        "properties": {field.id: _property(definition, field) for field in fields},
        "required": [field.id for field in fields if field.required and not field.when],
        "additionalProperties": False,
    }
    if conditional:
        schema["allOf"] = [
            {"if": _as_schema(parse(when)), "then": {"required": required}}
            for when, required in conditional.items()
        ]
    return schema


@remembered
def validator(definition: ProcedureDefinition) -> Draft202012Validator:
    """Return the compiled schema; patterns come from administrators, so they run in linear time."""
    return Draft202012Validator(
        json_schema(definition), validate_formats=True, pattern_options=RegexOptions()
    )


def _property(definition: ProcedureDefinition, field: Field) -> dict[str, Any]:
    if field.type == "table":
        return _table(definition, field)
    if field.type == "const":
        schema: dict[str, Any] = {"const": field.value}
    else:
        schema = _value(definition, field)
        if field.pattern:
            schema["pattern"] = field.pattern
        if field.must_be or (field.type == "consent" and field.required):
            schema["const"] = True
        if field.type == "multi_enum" and field.required:
            schema["minItems"] = 1
    return {"title": field.label_vi, **schema}


def _value(definition: ProcedureDefinition, question: Field | Column) -> dict[str, Any]:
    codes = [option.id for option in options_of(definition, question)]
    if question.type == "enum":
        return {"type": "string", "enum": codes}
    if question.type == "multi_enum":
        return {"type": "array", "items": {"enum": codes}, "uniqueItems": True}
    schema = dict(_TYPES[question.type])
    if question.min is not None:
        schema["minimum"] = question.min
    if isinstance(question.max, int):
        schema["maximum"] = question.max
    return schema


def _table(definition: ProcedureDefinition, field: Field) -> dict[str, Any]:
    columns = [column for column in field.columns if column.type != "const"]
    row = {
        "type": "object",
        "properties": {c.id: {"title": c.label_vi, **_value(definition, c)} for c in columns},
        "required": [c.id for c in columns if c.required],
        "additionalProperties": False,
    }
    rows = {"title": field.label_vi, "type": "array", "items": row, "maxItems": MAX_ROWS}
    return {**rows, "minItems": 1} if field.required else rows


def _has_age(condition: Condition) -> bool:
    return any(comparison.of_age for comparison in condition)


def _as_schema(condition: Condition) -> dict[str, Any]:
    names = [comparison.field for comparison in condition]
    parts = [{"properties": {c.field: _allowed(c)}} for c in condition]
    if len(parts) == 1:
        return {**parts[0], "required": names}
    return {"allOf": parts, "required": sorted(set(names))}


def _allowed(comparison: Comparison) -> dict[str, Any]:
    bound = comparison.values[0]
    schemas: dict[str, dict[str, Any]] = {
        "=": {"const": bound},
        "in": {"enum": list(comparison.values)},
        "<": {"exclusiveMaximum": bound},
        "<=": {"maximum": bound},
        ">": {"exclusiveMinimum": bound},
        ">=": {"minimum": bound},
    }
    return schemas[comparison.op]
