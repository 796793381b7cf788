"""How a stored answer looks in the field where it was typed."""

from datetime import datetime

SHAPES = {
    "date": (("%Y-%m-%d", "%d/%m/%Y"),),
    "partial_date": (("%Y-%m-%d", "%d/%m/%Y"), ("%Y-%m", "%m/%Y")),
    "month": (("%Y-%m", "%m/%Y"),),
    "datetime": (("%Y-%m-%dT%H:%M:%S", "%H:%M %d/%m/%Y"), ("%Y-%m-%dT%H:%M", "%H:%M %d/%m/%Y")),
    "time": (("%H:%M:%S", "%H:%M"),),
}


def as_typed(value: object, kind: str) -> str:
    """Write a stored answer as people type it (``2026-11-09`` → ``09/11/2026``); what is not one stays as it is."""
    if value is None:
        return ""
    text = str(value)
    for stored, typed in SHAPES.get(kind, ()):
        try:
            return datetime.strptime(text, stored).strftime(typed)
        except ValueError:
            continue
    if kind == "money" and text.isdigit():
        return f"{int(text):,}".replace(",", ".")
    if kind == "decimal":
        return text.replace(".", ",") if text.count(".") == 1 else text
    return text
