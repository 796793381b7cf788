"""Whom a unit may order: itself and those below it; everybody else it can only ask.

A People's Committee directs its own offices and the committees below it, not those above or beside it, and an office
directs nobody outside itself. So a unit out of the line never leads a task (chủ trì); it may be named to help
(phối hợp), which is then a request (đề nghị phối hợp) that the leading unit has to follow up, or to follow (theo
dõi), which only lets it look. What the paper says is right for both: “A chủ trì, phối hợp với B” obliges A.

Of a text that another agency issued, the unit that keeps it gives the tasks: it takes over what concerns itself, and
passes on what concerns those below, whoever the issuer is.
Source: Luật Tổ chức chính quyền địa phương 72/2025/QH15 (a committee directs those below it); before 01/07/2025
77/2015/QH13.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from motcua.directives.models import Directive
from motcua.kernel.refusals import Refusal
from motcua.organisation import queries as organisation
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit


class OutOfLine(Refusal):
    """A unit above or beside would be ordered to lead."""


def giver_of(directive: Directive, *, on: date) -> Unit:
    """The unit that gives the tasks of a directive: its keeper, or the committee whose office keeps it."""
    keeper, issuer = directive.keeper, directive.issuer
    committee = organisation.parent(keeper, on) if keeper.level == Level.DIVISION else None
    return issuer if issuer == committee else keeper


def in_line(giver: Unit, *, on: date) -> frozenset[int]:
    """Keys of the units that a unit may order on a day."""
    return frozenset({giver.pk, *(unit.pk for unit in organisation.descendants(giver, on=on))})


def require_in_line(directive: Directive, lead_ids: Iterable[int], *, on: date) -> None:
    """Refuse, by its name, a leading unit that the giver may not order on that day."""
    giver = giver_of(directive, on=on)
    below = in_line(giver, on=on)
    stranger = next((unit_id for unit_id in lead_ids if unit_id not in below), None)
    if stranger is not None:
        words = {"giver": giver.agency_name, "unit": Unit.objects.get(pk=stranger).name_in_sentence}
        raise OutOfLine(
            _("%(giver)s chỉ giao việc cho chính mình và đơn vị trực thuộc, không giao %(unit)s chủ trì được. "
              "Cần %(unit)s cùng làm thì chọn phối hợp: đó là lời đề nghị.") % words,
            field="lead_unit_ids",
        )  # fmt: skip
