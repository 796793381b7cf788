"""Which units have a part in a task beside the leading one, and whether they were ordered or asked."""

from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives.line import giver_of, in_line
from motcua.directives.models import Directive, Task
from motcua.directives.task_states import Part
from motcua.organisation.models import Unit


class Parts(NamedTuple):
    """Units with the same part, in the order in which they were named; ``words`` says which part."""

    words: str
    units: list[Unit]


def below(directive: Directive, *, on: date) -> frozenset[int]:
    """Keys of the units that may lead a task of a directive on a day."""
    return in_line(giver_of(directive, on=on), on=on)


def parts_of(task: Task) -> list[Parts]:
    """Who helps by order, who was asked to help (out of the giver's line, see ``line``), who follows."""
    directive = task.directive
    on = directive.issued_on or timezone.localdate(directive.drafted_at)
    ordered = below(directive, on=on)
    rows = sorted(task.parts.all(), key=lambda row: row.pk)
    helping = [row.unit for row in rows if row.part == Part.COORDINATE]
    found = [
        Parts(str(Part.COORDINATE.label), [unit for unit in helping if unit.pk in ordered]),
        Parts(_("Đề nghị phối hợp"), [unit for unit in helping if unit.pk not in ordered]),
        Parts(str(Part.FOLLOW.label), [row.unit for row in rows if row.part == Part.FOLLOW]),
    ]
    return [parts for parts in found if parts.units]
