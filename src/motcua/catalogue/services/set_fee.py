from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.catalogue import shipped
from motcua.catalogue.models import FeeSchedule, Procedure, ProcedureVersion
from motcua.catalogue.models.validity import holds_on
from motcua.kernel.refusals import Refusal


class CannotSetFee(Refusal):
    """The law does not leave this price to the province, or a later price is already set."""


@transaction.atomic
def set_fee(
    *,
    province_code: str,
    slug: str,
    item: str,
    amount_vnd: int,
    valid_from: date,
    basis: str,
    channel: str = FeeSchedule.Channel.ANY,
    source: str = "sure",
) -> FeeSchedule:
    """Set a province's price for one fee item from a day on (nghị quyết HĐND cấp tỉnh).

    Args:
        channel: ``any``, ``online``, or ``other`` for every way but online.
        source: how well the price is established: sure, likely, unsure.
    """
    procedure = Procedure.objects.select_for_update().get(slug=slug)
    version = ProcedureVersion.objects.filter(holds_on(valid_from), procedure=procedure).first()
    items = version.definition.fee.items if version else ()
    if not any(line.id == item and line.amount_vnd is None and not line.tiers for line in items):
        raise CannotSetFee(_("Thủ tục này không có khoản thu do tỉnh quy định mang tên đó."))
    last = FeeSchedule.objects.filter(
        province_code=province_code, procedure=procedure, item=item, channel=channel, valid_to=None
    ).first()
    if last is not None and last.valid_from >= valid_from:
        raise CannotSetFee(_("Khoản thu này đã có mức từ ngày đó hoặc sau ngày đó."))
    if last is not None:
        last.valid_to = valid_from - timedelta(days=1)
        last.save(update_fields=["valid_to"])
    return FeeSchedule.objects.create(
        province_code=province_code,
        procedure=procedure,
        item=item,
        channel=channel,
        amount_vnd=amount_vnd,
        valid_from=valid_from,
        basis=basis,
        source=source,
    )


def load_demonstration_fees() -> int:
    """Set the invented prices of the demonstration province; return how many were new."""
    new = 0
    for fee in shipped.demonstration_fees():
        known = FeeSchedule.objects.filter(
            province_code=fee.province, procedure__slug=fee.procedure, item=fee.item, channel=fee.channel
        )
        if not known.exists():
            set_fee(
                province_code=fee.province,
                slug=fee.procedure,
                item=fee.item,
                amount_vnd=fee.amount_vnd,
                valid_from=fee.valid_from,
                basis=fee.basis,
                channel=fee.channel,
                source=fee.source,
            )
            new += 1
    return new
