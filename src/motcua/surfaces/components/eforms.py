"""What the template of an e-form needs to know and a template should not work out."""

from collections.abc import Mapping, Sequence
from typing import Any

WIDE = {"textarea", "table", "consent", "multi_enum"}
LONG = {"address", "admin_area", "facility", "email"}
SHORT = {
    "date",
    "partial_date",
    "datetime",
    "time",
    "month",
    "integer",
    "decimal",
    "person_id",
    "phone",
    "money",
}


def choices_of(definition: Any, options: Any) -> list[tuple[str, str]]:
    """Pairs of code and words for ``lookup:<name>`` or a list of options; an unknown list has none."""
    if isinstance(options, str):
        options = definition.lookups.get(options.removeprefix("lookup:"), ())
    return [(option.id, option.vi) for option in options]


def span_of(field: Any, choices: Sequence[tuple[str, str]]) -> int:
    """How many of twelve columns a field takes: as wide as what is written in it."""
    if field.type in WIDE or (field.type == "boolean" and field.must_be) or len(field.label_vi) > 90:
        return 12
    if field.type in LONG or field.derived or len(field.label_vi) > 45:
        return 8 if field.type == "address" else 6
    if field.type in SHORT:
        return 4
    if field.type == "enum" and len(choices) > 3:
        return 4
    return 6


def row_errors(errors: Mapping[str, str], field_id: str) -> dict[str, str]:
    """The errors of a table's cells, by ``row-column``; they come as ``field-row-column``."""
    start = f"{field_id}-"
    return {name.removeprefix(start): words for name, words in errors.items() if name.startswith(start)}
