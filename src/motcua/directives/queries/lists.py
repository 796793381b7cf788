"""Lists of directives and of tasks."""

import msgspec
from django.db.models import F, Q
from django.utils.translation import gettext as _

from motcua.directives.models import Directive, Task
from motcua.directives.models.directive import DirectiveQuerySet
from motcua.directives.models.task import TaskQuerySet
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean, search_form
from motcua.organisation.access import Officer
from motcua.organisation.sight import stands_for, with_predecessors


class DirectiveUnknown(Refusal):
    """No issued directive bears this number, or several do."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of directives is narrowed to; blank: everything.

    Args:
        text: part of the number, or words of the abstract, with or without marks.
        waiting: only drafts that wait for a signature.
    """

    kind: str = ""
    year: int | None = None
    text: str = ""
    waiting: bool = False


def directives(officer: Officer, filters: Filters = Filters()) -> DirectiveQuerySet:  # noqa: B008 - frozen
    """Directives in the officer's sight, newest first, drafts before all."""
    found = Directive.objects.in_sight_of(stands_for(officer)).select_related("issuer", "keeper")
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.year:
        found = found.filter(year=filters.year)
    if filters.waiting:
        found = found.filter(issued_at=None, withdrawn_at=None)
    if clean(filters.text):
        words = search_form(filters.text)
        found = found.filter(Q(number__icontains=clean(filters.text)) | Q(search_text__contains=words))
    return found.order_by(F("issued_on").desc(nulls_first=True), "-pk")


def tasks_of(unit_id: int, *, only_open: bool = False) -> TaskQuerySet:
    """Tasks that a unit leads, helps with or follows, those taken over from merged units too; by deadline.

    Those of units that ended come along only while open: what was done then stays under the old unit.
    """
    inherited = with_predecessors([unit_id]) - {unit_id}
    own = Task.objects.of_units([unit_id]).values("pk")
    taken_over = Task.objects.of_units(inherited).open().values("pk")
    found = Task.objects.filter(Q(pk__in=own) | Q(pk__in=taken_over))
    if only_open:
        found = found.open()
    return found.select_related("directive", "lead_unit").order_by(
        F("deadline_on").asc(nulls_last=True), "pk"
    )


def directive_by_number(number: str, *, year: int | None = None, issuer_id: int | None = None) -> Directive:
    """Return the issued directive of a number and symbol (``07/UBND-NV``), for reports and commands.

    Raises:
        DirectiveUnknown: none bears it, or several do and year or issuer must be named.
    """
    found = Directive.objects.issued().filter(number=clean(number))
    if year is not None:
        found = found.filter(year=year)
    if issuer_id is not None:
        found = found.filter(issuer=issuer_id)
    rows = list(found.select_related("issuer", "keeper").order_by("pk")[:2])
    words = {"number": clean(number)}
    if not rows:
        raise DirectiveUnknown(_("Không có văn bản nào mang số %(number)s.") % words)
    if len(rows) > 1:
        raise DirectiveUnknown(
            _("Có nhiều văn bản mang số %(number)s. Nêu thêm năm hoặc nơi ban hành.") % words
        )
    return rows[0]
