"""How figures hear of dossiers."""

from motcua.dossiers.events import DossierMoved
from motcua.kernel.models import Event
from motcua.statistics import services


def fold(event: Event) -> None:
    """Add one move of a dossier to the facts."""
    services.fold(moved=event.read(DossierMoved))
