"""Initiatives of all years that resemble what is being written."""

import heapq

import msgspec

from motcua.initiatives.models import Initiative
from motcua.initiatives.similarity import alike, likeness
from motcua.initiatives.states import State
from motcua.kernel.vietnamese import search_form

ALIKE = 58  # below it the words shared are those that every such title has
VERY_ALIKE = 80
#: Titles are compared with all, texts only with those whose titles come nearest: texts cost a hundred times more.
NEAREST = 40
LONGEST_TEXT = 2_000


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
    words = search_form(title)
    if len(words) < 6:  # a word or less tells nothing
        return []
    rows = Initiative.objects.exclude(state=State.DRAFT).exclude(pk=excluding or 0)
    titles = rows.values_list("pk", "search_title").iterator(2_000)
    nearest = dict(
        heapq.nlargest(
            NEAREST, ((pk, alike(words, other)) for pk, other in titles), key=lambda one: (one[1], -one[0])
        )
    )
    found = [
        Similar(row, likeness(nearest[row.pk], _texts(text, row.solution)))
        for row in Initiative.objects.filter(pk__in=nearest)
    ]
    close = [one for one in found if one.percent >= ALIKE]
    return sorted(close, key=lambda one: (-one.percent, one.initiative.pk))[:limit]


def _texts(text: str, other: str) -> float | None:
    if not (text.strip() and other.strip()):
        return None
    return alike(search_form(text[:LONGEST_TEXT]), search_form(other[:LONGEST_TEXT]))
