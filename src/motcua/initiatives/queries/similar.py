"""Initiatives of all years that resemble what is being written."""

import msgspec

from motcua.initiatives.models import Initiative
from motcua.initiatives.similarity import likeness
from motcua.initiatives.states import State
from motcua.kernel.vietnamese import clean

ALIKE = 58  # below it the words shared are those that every such title has
VERY_ALIKE = 80


class Similar(msgspec.Struct, frozen=True):
    """One that resembles; ``percent`` from 0 to 100."""

    initiative: Initiative
    percent: int

    @property
    def is_close(self) -> bool:
        """So close that it may be the same one again."""
        return self.percent >= VERY_ALIKE


def similar(title: str, text: str = "", *, excluding: int | None = None, limit: int = 5) -> list[Similar]:
    """Return the closest ones over all years and units, the closest first; drafts of others are nobody's business.

    Args:
        excluding: key of the one being written.
    """
    if len(clean(title)) < 6:  # a word or less tells nothing
        return []
    rows = (
        Initiative.objects.exclude(state=State.DRAFT)
        .exclude(pk=excluding or 0)
        .only("pk", "title", "solution", "code", "year", "unit_text", "state")
    )
    found = [
        Similar(row, likeness(title, text, other_title=row.title, other_text=row.solution))
        for row in rows.iterator(500)
    ]
    close = [one for one in found if one.percent >= ALIKE]
    return sorted(close, key=lambda one: (-one.percent, one.initiative.pk))[:limit]
