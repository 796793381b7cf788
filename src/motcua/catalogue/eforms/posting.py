"""What was typed into an HTML form becomes answers; what cannot be read stays as typed, so nothing is lost."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from motcua.catalogue.definitions import Column, Field, ProcedureDefinition
from motcua.kernel.vietnamese import clean

_DAY = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
_DAY_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{4})")
_CLOCK = re.compile(r"([0-9]{1,2})\s*(?::|h|giờ|g)\s*([0-9]{1,2})?\s*(?:phút|p)?")
_ROW = re.compile(r"(?P<field>[A-Za-z0-9_]+)-(?P<row>[0-9]{1,6})-(?P<column>[A-Za-z0-9_]+)")


def from_post(definition: ProcedureDefinition, data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn posted form data into answers.

    Days are typed 15/08/2026, 15-8-2026, 15082026 or 2026-08-15 and become ISO; whole numbers may have dots;
    a table's cells are named ``<field>-<row>-<column>``. Empty answers are left out, an empty row too. Fixed
    and derived fields are not read.

    Args:
        data: Django's QueryDict, or a plain mapping whose values are texts or lists of texts.
    """
    rows = _rows(data)
    answers: dict[str, Any] = {}
    for field in definition.form.fields:
        if field.type == "const" or field.derived:
            continue
        value = _table(field, rows) if field.type == "table" else _read(field, _texts(data, field.id))
        if value is not None and value != []:
            answers[field.id] = value
    return answers


def _table(field: Field, rows: dict[tuple[str, int], dict[str, list[str]]]) -> list[dict[str, Any]]:
    table = []
    for _, cells in sorted((key, cells) for key, cells in rows.items() if key[0] == field.id):
        read = {c.id: _read(c, cells.get(c.id, [])) for c in field.columns if c.type != "const"}
        row = {key: value for key, value in read.items() if value is not None}
        if any(value is not False for value in row.values()):
            table.append(row)
    return table


def _rows(data: Mapping[str, Any]) -> dict[tuple[str, int], dict[str, list[str]]]:
    rows: dict[tuple[str, int], dict[str, list[str]]] = {}
    for key in data:
        match = _ROW.fullmatch(key)
        if match:
            row = rows.setdefault((match["field"], int(match["row"])), {})
            row[match["column"]] = _texts(data, key)
    return rows


def _texts(data: Mapping[str, Any], key: str) -> list[str]:
    if hasattr(data, "getlist"):
        return [str(text) for text in data.getlist(key)]
    value = data.get(key)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [str(text) for text in value]
    return [] if value is None or value is False else [str(value)]


def _read(question: Field | Column, texts: list[str]) -> Any:
    if question.type in ("boolean", "consent"):
        return bool(texts) and texts[-1].lower() not in ("", "false", "0", "off")
    if question.type == "multi_enum":
        return [text for text in texts if text]
    if question.type == "textarea":
        lines = [clean(line) for line in (texts[-1] if texts else "").splitlines()]
        return "\n".join(lines).strip() or None
    text = clean(texts[-1]) if texts else ""
    return _READERS.get(question.type, str)(text) if text else None


def _day(text: str) -> str:
    match = _DAY.fullmatch(text) or _DAY_DIGITS.fullmatch(text)
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else text


def _partial_day(text: str) -> str:
    match = _MONTH.fullmatch(text)
    return f"{match[2]}-{int(match[1]):02}" if match else _day(text)


def _clock(text: str) -> str:
    match = _CLOCK.fullmatch(text.lower())
    return f"{int(match[1]):02}:{int(match[2] or 0):02}" if match else text


def _instant(text: str) -> str:
    if "T" in text:
        return text[:16]
    first, _, second = text.rpartition(" ")
    for clock, day in ((first, second), (second, first)):
        hour, on = _clock(clock.strip(", ")), _day(day.strip(", "))
        if re.fullmatch(r"[0-9]{2}:[0-9]{2}", hour) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", on):
            return f"{on}T{hour}"
    return text


def _whole(text: str) -> int | str:
    digits = re.sub(r"[.\s]|đồng|đ|vnd|₫", "", text.lower())
    return int(digits) if re.fullmatch(r"-?[0-9]{1,18}", digits) else text


def _decimal(text: str) -> float | str:
    plain = re.sub(r"\s|m²|m2", "", text.lower())
    if "," in plain or re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", plain):
        return text
    value = float(plain)
    return int(value) if value.is_integer() else value


def _digits(text: str) -> str:
    return re.sub(r"[\s.\-]", "", text)


def _phone(text: str) -> str:
    return re.sub(r"^(\+84|0084|84(?=[0-9]{9}$))", "0", re.sub(r"[\s.\-()]", "", text))


_READERS: dict[str, Any] = {
    "date": _day,
    "partial_date": _partial_day,
    "datetime": _instant,
    "time": _clock,
    "month": _partial_day,
    "integer": _whole,
    "money": _whole,
    "decimal": _decimal,
    "person_id": _digits,
    "phone": _phone,
}
