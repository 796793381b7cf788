from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete, require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight import rules
from motcua.oversight.acting import record_block, take_block
from motcua.oversight.authority import require_keeper
from motcua.oversight.inputs import BlockInput
from motcua.oversight.models import BacklogBlock
from motcua.oversight.visit_rules import WrongDay


@transaction.atomic
def register_block(
    *, block: BlockInput, by: Officer, at: datetime, unit_id: int | None = None
) -> BacklogBlock:
    """Enter a block of records piled up (tài liệu tồn đọng, tích đống), measured in decimetres of shelf.

    Raises:
        Incomplete: no name, no volume, years out of order.
        NamedTwice: the unit has this block already. UnitNotThere, WrongDay, NotAllowed: as their sentences say.
    """
    # The unit is locked, so that a second click waits and then finds the block of the first.
    unit = Unit.objects.select_for_update().get(pk=unit_id or by.unit_id)
    require_keeper(by, "register_block", unit)
    on = timezone.localdate(at)
    rules.require_there(unit, on=on)
    fonds = require_words(block.fonds, _("Ghi tên phông hoặc khối tài liệu."), field="fonds")
    if block.volume_dm <= 0:
        raise Incomplete(
            _("Khối lượng phải từ 1 đề-xi-mét giá trở lên. Ví dụ: 42 mét giá."), field="volume_dm"
        )
    if not 1900 <= block.year_from <= block.year_to <= on.year:
        raise Incomplete(
            _("Năm của tài liệu từ %(from)s đến %(to)s không hợp lý. Ví dụ: từ 1998 đến 2015.")
            % {"from": block.year_from, "to": block.year_to},
            field="year_from",
        )
    _require_ahead(block.deadline_on, on=on)
    same = BacklogBlock.objects.filter(
        unit=unit, fonds=fonds, year_from=block.year_from, year_to=block.year_to
    )
    if same.exists():
        raise rules.NamedTwice(_("%(block)s đã ghi sổ rồi.") % {"block": same[0]}, field="fonds")
    row = BacklogBlock.objects.create(
        unit=unit, fonds=fonds, year_from=block.year_from, year_to=block.year_to, volume_dm=block.volume_dm,
        files_estimated=block.files_estimated, condition=clean(block.condition), deadline_on=block.deadline_on,
        remark=clean(block.remark), registered_at=at, registered_by_id=by.account_id,
    )  # fmt: skip
    record_block(row, "register_block", by=by, at=at)
    return row


@transaction.atomic
def set_deadline(*, block_id: int, deadline_on: date, reason: str, by: Officer, at: datetime) -> BacklogBlock:
    """Give a block its deadline, or move it with a reason.

    Raises:
        WrongDay, Incomplete, NotAllowed: as their sentences say.
    """
    row = take_block("set_deadline", block_id=block_id, by=by)
    reason = rules.require_reason(reason)
    _require_ahead(deadline_on, on=timezone.localdate(at))
    before = row.deadline_on
    row.deadline_on = deadline_on
    row.save(update_fields=["deadline_on"])
    record_block(row, "set_deadline", by=by, at=at, reason=reason, before=before)
    return row


def _require_ahead(deadline_on: date | None, *, on: date) -> None:
    if deadline_on is not None and deadline_on < on:
        raise WrongDay(
            _("Hạn %(day)s đã qua. Chọn một ngày từ hôm nay trở đi.") % {"day": day(deadline_on)},
            field="deadline_on",
        )
