"""How closely the law guards a field (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).

Every model has ``privacy = {"field": Privacy.…}`` that names each of its text, date, JSON and file fields;
a test walks all models and refuses a field that nobody has classified.
"""

from enum import StrEnum


class Privacy(StrEnum):
    """OPEN may be published; PERSONAL tells who or where somebody is; SENSITIVE could harm them."""

    OPEN = "open"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


def mask_number(number: str) -> str:
    """Show the first and last three digits of a personal number: ``092 ••• ••• 417``."""
    digits = number.strip()
    if len(digits) < 9:
        return "•••"
    return f"{digits[:3]} ••• ••• {digits[-3:]}"


def mask_name(name: str) -> str:
    """Shorten all but the given name to initials: ``N. T. N. Hân``."""
    *before, given = name.split() or [""]
    return " ".join([*(f"{word[0]}." for word in before), given])
