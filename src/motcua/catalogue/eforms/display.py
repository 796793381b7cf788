"""Answers as people read them: dd/mm/yyyy, 1.234.567 đồng, labels for codes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.catalogue.eforms.options import options_of
from motcua.catalogue.eforms.visibility import visible
from motcua.kernel.vietnamese import number, vnd


def to_display(
    definition: ProcedureDefinition, answers: Mapping[str, Any], *, on: date
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the given answers by section, for reading and printing; a row of a table is one line."""
    shown = visible(definition, answers, on=on)
    sections = []
    for section in definition.form.sections:
        lines: list[tuple[str, str]] = []
        for field in section.fields:
            if field.id in shown and answers.get(field.id) not in (None, "", []):
                lines.extend(_lines(definition, field, answers[field.id]))
        if lines:
            sections.append((section.title_vi, lines))
    return sections


def spoken(definition: ProcedureDefinition, question: Field | Column, value: Any) -> str:
    """Return one answer in words."""
    if question.type in ("boolean", "consent"):
        return _("Có") if value is True else _("Không")
    if question.type in ("enum", "multi_enum"):
        labels = {option.id: option.vi for option in options_of(definition, question)}
        codes = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(code, str(code)) for code in codes)
    if question.type == "money" and isinstance(value, int):
        return vnd(value)
    if question.type == "person_id" and isinstance(value, str) and len(value) == 12:
        return f"{value[:3]} {value[3:6]} {value[6:9]} {value[9:]}"
    return typed(question, value)


def typed(question: Field | Column, value: Any) -> str:
    """Return an answer as it would be typed into its field."""
    if value is None or isinstance(value, bool | list | dict):
        return ""
    if question.type in ("date", "partial_date", "month"):
        return _day(str(value))
    if question.type == "datetime":
        day, _T, clock = str(value).partition("T")
        return f"{clock} {_day(day)}".strip()
    if question.type in ("integer", "money") and isinstance(value, int):
        return number(value)
    if question.type == "decimal" and isinstance(value, int | float):
        return _decimal(value)
    return str(value)


def _lines(definition: ProcedureDefinition, field: Field, value: Any) -> list[tuple[str, str]]:
    if field.type != "table":
        return [(field.label_vi, spoken(definition, field, value))]
    lines = []
    for place, row in enumerate(value, start=1):
        cells = [
            f"{column.label_vi}: {spoken(definition, column, row[column.id])}"
            for column in field.columns
            if column.id in row
        ]
        lines.append((f"{field.label_vi} ({place})", "; ".join(cells)))
    return lines


def _day(text: str) -> str:
    parts = text.split("-")
    return "/".join(reversed(parts)) if all(part.isdigit() for part in parts) and len(parts) <= 3 else text


def _decimal(value: float) -> str:
    whole, _dot, rest = f"{value:.6f}".rstrip("0").rstrip(".").partition(".")
    sign = "-" if whole.startswith("-") else ""
    return sign + number(int(whole.lstrip("-"))) + (f",{rest}" if rest else "")
