"""In which order units stand in lists, tables and files."""

from collections.abc import Iterable
from typing import Any

from motcua.kernel.vietnamese import sort_key
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit

_LEVELS = [Level.PROVINCE, Level.DISTRICT, Level.DIVISION, Level.COMMUNE]


def place_of(unit: Unit) -> tuple[Any, ...]:
    """Higher levels first, offices before communes, each kind by itself in the Vietnamese alphabet.

    Wards (phường) stand before towns (thị trấn) and these before villages (xã); ``xã Đông Hòa`` stands after
    ``xã Dương Hòa`` and before ``xã Ea Tu``.
    """
    return _LEVELS.index(Level(unit.level)), sort_key(unit.name), unit.pk


def in_order(units: Iterable[Unit]) -> list[Unit]:
    """The units as a list shows them."""
    return sorted(units, key=place_of)
