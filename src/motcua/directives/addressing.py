"""How a paper names whom it addresses: all communes of an issuer in one phrase, everybody else by name."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from motcua.organisation import queries as organisation
from motcua.organisation.kinds import Kind, Level
from motcua.organisation.models import Unit

#: So many names stand on a paper before one phrase reads better.
_FEW = 5
_ORDER = (Kind.XA, Kind.PHUONG, Kind.THI_TRAN, Kind.DAC_KHU)


def named(units: Iterable[Unit], *, issuer: Unit, on: date) -> list[str]:
    """Return the names of units as a paper of a day lists them.

    Where every commune of the issuer is among them, and they are more than a few, one phrase stands for them all,
    by the kinds that occur: ``Ủy ban nhân dân các xã, phường, đặc khu``.
    """
    listed = list(units)
    whole = communes_of(issuer, on=on)
    if len(whole) <= _FEW or not {unit.pk for unit in whole} <= {unit.pk for unit in listed}:
        return [unit.agency_name for unit in listed]
    inside = {unit.pk for unit in whole}
    return [all_of(whole), *(unit.agency_name for unit in listed if unit.pk not in inside)]


def communes_of(issuer: Unit, *, on: date) -> list[Unit]:
    """The communes below the issuer on a day; those of its committee where the issuer is an office."""
    above = organisation.parent(issuer, on) if issuer.level == Level.DIVISION else None
    return [unit for unit in organisation.descendants(above or issuer, on) if unit.level == Level.COMMUNE]


def all_of(communes: Iterable[Unit]) -> str:
    """The phrase for all these communes: ``Ủy ban nhân dân các xã, thị trấn``; empty when they are but a few."""
    communes = list(communes)
    if len(communes) <= _FEW:
        return ""
    kinds = {unit.kind for unit in communes}
    words = [str(kind.label).lower() for kind in _ORDER if kind in kinds]
    return _("Ủy ban nhân dân các %(kinds)s") % {"kinds": ", ".join(words)}
