from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.directives.access import may_directive, stands_for
from motcua.directives.models import Directive
from motcua.directives.states import State as DirectiveState
from motcua.identity.acts import record
from motcua.initiatives.acting import advance
from motcua.initiatives.models import Initiative, Replication
from motcua.initiatives.replicating import require_live
from motcua.initiatives.replication_kinds import Group
from motcua.initiatives.states import TRANSITIONS
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer


class ModelTwice(Refusal):
    """The directive names the model already."""


class DirectiveOver(Refusal):
    """The directive has been withdrawn."""


class ReplicationOrder(msgspec.Struct, frozen=True, kw_only=True):
    """One model that a directive names: for which group of its recipients, as an order or a recommendation."""

    initiative_id: int
    group: str = Group.COMMUNE
    mandatory: bool = True


@transaction.atomic
def order_replication(
    *, directive_id: int, orders: Sequence[ReplicationOrder], by: Officer, at: datetime
) -> list[Replication]:
    """Name models in a directive (nhân rộng mô hình); it takes effect with the directive, not before.

    Raises:
        NotAllowed: another unit keeps the directive, or the officer does not write directives.
        ModelTwice, ModelOver, DirectiveOver: as their sentences say; then none of the models is named.
    """
    directive = Directive.objects.select_for_update().get(pk=directive_id)
    if directive.keeper_id not in stands_for(by) or not may_directive(by, "edit", directive):
        raise NotAllowed(_("Chỉ đơn vị quản lý văn bản mới ghi được mô hình nhân rộng vào văn bản."))
    if directive.state == DirectiveState.WITHDRAWN:
        raise DirectiveOver(_("Văn bản này đã thu hồi, không ghi thêm mô hình được."))
    known = set(Replication.objects.filter(directive=directive).values_list("initiative_id", flat=True))
    rows = []
    for order in orders:
        initiative = Initiative.objects.select_for_update().get(pk=order.initiative_id)
        require_live(initiative)
        if initiative.pk in known:
            raise ModelTwice(
                _("Mô hình “%(title)s” đã có trong văn bản này.") % {"title": initiative.title},
                field="initiatives",
            )
        known.add(initiative.pk)
        rows.append(_order(directive, initiative, order, by=by, at=at))
    return rows


@transaction.atomic
def drop_replication(*, directive_id: int, initiative_id: int, by: Officer, at: datetime) -> None:
    """Take a model off a directive that is still a draft; one that is not there is gone already."""
    directive = Directive.objects.select_for_update().get(pk=directive_id)
    if not may_directive(by, "edit", directive) or directive.state != DirectiveState.DRAFT:
        raise NotAllowed(_("Chỉ bỏ được mô hình khi văn bản còn là dự thảo của đơn vị bạn."))
    for row in Replication.objects.filter(directive=directive, initiative=initiative_id):
        record(row, "drop", by=by, at=at)
        row.delete()


def _order(
    directive: Directive, initiative: Initiative, order: ReplicationOrder, *, by: Officer, at: datetime
) -> Replication:
    row = Replication.objects.create(
        directive=directive,
        initiative=initiative,
        group=Group(order.group),
        mandatory=order.mandatory,
        ordered_at=at,
        ordered_by_id=by.account_id,
    )
    record(row, "order", by=by, at=at)
    if initiative.state in TRANSITIONS["replicate"].sources:
        advance(initiative, "replicate", by=by, at=at, directive_id=directive.pk)
    return row
