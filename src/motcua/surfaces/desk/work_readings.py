"""Who read which personal facts: written down at the moment of reading."""

from django.utils import timezone

from motcua.dossiers.services import log_access
from motcua.organisation.access import Officer


def note_reading(officer: Officer, what: str, *, count: int) -> None:
    """Write down that the officer has just read this; ``count``: how many people were in it."""
    log_access(what=what, count=count, by=officer, at=timezone.now())
