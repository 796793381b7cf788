"""Whose dossiers an officer sees, and what may be done with one."""

from motcua.dossiers.authority import may
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import DossierQuerySet
from motcua.dossiers.sight import archives_in_sight, sees_any, units_in_sight
from motcua.organisation.access import Officer

__all__ = ["may", "visible_to"]


def visible_to(officer: Officer) -> DossierQuerySet:
    """Dossiers that the officer may look at.

    Those of the own unit, settled or received there; those of all units below for officers of a district or a
    province; those of the units whose archives passed to them. A volunteer of the youth union sees none.
    """
    if not sees_any(officer):
        return Dossier.objects.none()
    units = units_in_sight(officer)
    return Dossier.objects.in_sight_of([*units, *archives_in_sight(units)])
