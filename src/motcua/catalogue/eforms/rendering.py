"""An e-form ready to be drawn: the template only walks sections and fields and asks nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from motcua.catalogue.conditions import parse
from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.catalogue.eforms.display import typed
from motcua.catalogue.eforms.options import options_of
from motcua.catalogue.eforms.visibility import visible

Widget = Literal[
    "text", "textarea", "select", "radio", "checkbox", "checkboxes", "table", "output", "hidden", "ordinal"
]
BLANK_ROW = "__row__"
_RADIOS = 4
_SPANS = {
    "textarea": 12, "address": 12, "table": 12, "boolean": 12, "consent": 12, "multi_enum": 12, "person_name": 6,
    "text": 6, "admin_area": 6, "facility": 6, "email": 6, "enum": 6, "person_id": 6,
}  # fmt: skip
_INPUT_MODES = {
    "person_id": "numeric", "phone": "tel", "email": "email", "integer": "numeric", "money": "numeric",
    "decimal": "decimal", "date": "numeric", "partial_date": "numeric", "month": "numeric",
}  # fmt: skip
_WIDGETS: dict[str, Widget] = {
    "textarea": "textarea", "boolean": "checkbox", "consent": "checkbox", "multi_enum": "checkboxes",
    "table": "table", "const": "hidden",
}  # fmt: skip
_PLACEHOLDERS = {"date": "15/08/1985", "partial_date": "15/08/1985", "month": "08/2026", "time": "09:30"}


class RenderCell(msgspec.Struct, frozen=True):
    """One input of a table row; ``widget`` ``ordinal`` is the row's number, not an input."""

    name: str
    label: str
    type: str
    widget: Widget
    required: bool
    value: str
    checked: bool
    options: list[tuple[str, str]]
    error: str
    inputmode: str
    placeholder: str = ""


class RenderField(msgspec.Struct, frozen=True):
    """One question. ``value`` is the text of the input, ``values`` the chosen codes of ``checkboxes``.

    ``when`` is the condition as JSON (``[]`` when always asked), for scripts that show and hide; ``span`` is
    of 12 columns; ``rows`` and ``blank_row`` (named with ``__row__``) belong to tables.
    """

    id: str
    name: str
    label: str
    type: str
    widget: Widget
    required: bool
    visible: bool
    value: str
    values: list[str]
    checked: bool
    options: list[tuple[str, str]]
    help: str
    error: str
    filled_from: str
    span: int
    when: str
    inputmode: str
    placeholder: str
    columns: list[RenderCell]
    rows: list[list[RenderCell]]
    blank_row: list[RenderCell]


class RenderSection(msgspec.Struct, frozen=True):
    """A group of questions; hidden when none of its questions is asked."""

    id: str
    title: str
    visible: bool
    fields: list[RenderField]


def fields_for_render(
    definition: ProcedureDefinition,
    answers: Mapping[str, Any],
    errors: Mapping[str, str],
    *,
    on: date,
    filled_from: Mapping[str, str] | None = None,
    spare_rows: int = 1,
) -> list[RenderSection]:
    """Return the sections of an e-form with the answers and faults put in.

    Args:
        errors: sentences by field id, as ``validate`` gives them.
        on: the local day on which ages are counted.
        filled_from: for answers that the system already knew, where they come from, by field id.
        spare_rows: empty rows after those of a table, for pages without scripts.
    """
    shown = visible(definition, answers, on=on)
    notes = filled_from or {}

    def drawn(field: Field) -> RenderField:
        rows = _rows(definition, field, answers.get(field.id), errors, spare_rows)
        value = answers.get(field.id)
        return RenderField(
            id=field.id,
            name=field.id,
            label=field.label_vi,
            type=field.type,
            widget="output" if field.derived else _widget(definition, field),
            required=field.required,
            visible=field.id in shown,
            value=_value(field, value),
            values=[str(code) for code in value] if field.type == "multi_enum" and value else [],
            checked=value is True,
            options=_options(definition, field),
            help=field.help_vi,
            error=errors.get(field.id, ""),
            filled_from=notes.get(field.id, ""),
            span=_SPANS.get(field.type, 4),
            when=msgspec.json.encode(parse(field.when)).decode(),
            inputmode=_INPUT_MODES.get(field.type, ""),
            placeholder=_PLACEHOLDERS.get(field.type, ""),
            columns=_row(definition, field, "", {}, {}) if field.columns else [],
            rows=rows,
            blank_row=_row(definition, field, BLANK_ROW, {}, {}) if field.columns else [],
        )

    return [
        RenderSection(
            id=section.id,
            title=section.title_vi,
            visible=any(field.id in shown for field in section.fields),
            fields=[drawn(field) for field in section.fields],
        )
        for section in definition.form.sections
    ]


def _rows(
    definition: ProcedureDefinition, field: Field, value: Any, errors: Mapping[str, str], spare: int
) -> list[list[RenderCell]]:
    if not field.columns:
        return []
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    return [
        _row(definition, field, str(place), row, errors) for place, row in enumerate([*rows, *[{}] * spare])
    ]


def _row(
    definition: ProcedureDefinition,
    field: Field,
    place: str,
    row: Mapping[str, Any],
    errors: Mapping[str, str],
) -> list[RenderCell]:
    cells = []
    for column in field.columns:
        name = f"{field.id}-{place}-{column.id}"
        ordinal = str(int(place) + 1) if place.isdigit() else ""
        cells.append(
            RenderCell(
                name=name,
                label=column.label_vi,
                type=column.type,
                widget="ordinal" if column.type == "const" else _widget(definition, column),
                required=column.required,
                value=ordinal if column.type == "const" else _value(column, row.get(column.id)),
                checked=row.get(column.id) is True,
                options=_options(definition, column),
                error=errors.get(name, ""),
                inputmode=_INPUT_MODES.get(column.type, ""),
                placeholder=_PLACEHOLDERS.get(column.type, ""),
            )
        )
    return cells


def _widget(definition: ProcedureDefinition, question: Field | Column) -> Widget:
    if question.type != "enum":
        return _WIDGETS.get(question.type, "text")
    few = isinstance(question, Field) and len(options_of(definition, question)) <= _RADIOS
    return "radio" if few else "select"


def _value(question: Field | Column, value: Any) -> str:
    if isinstance(question, Field) and question.type == "const":
        return question.value
    return typed(question, value)


def _options(definition: ProcedureDefinition, question: Field | Column) -> list[tuple[str, str]]:
    return [(option.id, option.vi) for option in options_of(definition, question)]
