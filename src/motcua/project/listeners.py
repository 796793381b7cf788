"""Who hears which news: the one list of listeners."""

from motcua.dossiers.events import DossierMoved
from motcua.kernel.outbox import listen
from motcua.statistics import listeners as statistics


def connect() -> None:
    """Fill the outbox's table of listeners once, when the program starts."""
    listen(DossierMoved.NAME, "statistics.fold", statistics.fold)
