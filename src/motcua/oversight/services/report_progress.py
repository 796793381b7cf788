from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Incomplete, Refusal
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.oversight.acting import record_block, take_block
from motcua.oversight.lengths import shelf
from motcua.oversight.models import BacklogBlock, BacklogProgress
from motcua.oversight.models.backlog import Stage
from motcua.oversight.visit_rules import WrongDay


class WrongVolume(Refusal):
    """More than there is, less than nothing, or nothing at all."""


@transaction.atomic
def report_progress(
    *,
    block_id: int,
    processed_dm: int,
    by: Officer,
    at: datetime,
    stage: str = Stage.FILE,
    destroyed_dm: int = 0,
    handed_over_dm: int = 0,
    note: str = "",
    reported_on: date | None = None,
    key: str = "",
) -> BacklogProgress:
    """Say how much more of a block is in order (báo cáo tiến độ chỉnh lý); all volumes in decimetres of shelf.

    Args:
        processed_dm: put in order since the last report, not in all.
        destroyed_dm, handed_over_dm: what of it was destroyed by a council, or handed to the archives.
        reported_on: the day of the work; the day of ``at`` when None.
        key: which form it was written on (32 letters at most); the same form sent again gives the same report.
    Raises:
        WrongVolume: more than remains, or nothing at all.
        WrongDay, Incomplete, NotAllowed: as their sentences say.
    """
    row = take_block("report_progress", block_id=block_id, by=by)
    known = row.progress.filter(reported_by=by.account_id, key=key[:32]).first() if key else None
    if known is not None:
        return known
    today = timezone.localdate(at)
    on = reported_on or today
    if on > today or on < timezone.localdate(row.registered_at):
        words = {"day": day(on), "first": day(timezone.localdate(row.registered_at))}
        raise WrongDay(
            _("Ngày %(day)s phải từ ngày ghi sổ %(first)s đến hôm nay.") % words, field="reported_on"
        )
    if stage not in Stage:
        raise Incomplete(_("Chọn công đoạn đang làm."), field="stage")
    _require_volumes(row, processed_dm, destroyed_dm, handed_over_dm)
    progress = BacklogProgress.objects.create(
        block=row, stage=stage, processed_dm=processed_dm, destroyed_dm=destroyed_dm,
        handed_over_dm=handed_over_dm, note=clean(note)[:500], key=key[:32], reported_on=on,
        reported_at=at, reported_by_id=by.account_id,
    )  # fmt: skip
    volumes = {"processed_dm": processed_dm, "destroyed_dm": destroyed_dm, "handed_over_dm": handed_over_dm}
    record_block(row, "report_progress", by=by, at=at, stage=stage, **volumes)
    return progress


def _require_volumes(row: BacklogBlock, processed: int, destroyed: int, handed_over: int) -> None:
    if min(processed, destroyed, handed_over) < 0 or not processed + destroyed + handed_over:
        raise WrongVolume(_("Ghi ít nhất một khối lượng lớn hơn 0."), field="processed_dm")
    remaining = row.remaining()
    if processed > remaining:
        raise WrongVolume(
            _("Chỉ còn %(left)s chưa chỉnh lý, không thể ghi %(told)s.")
            % {"left": shelf(remaining), "told": shelf(processed)},
            field="processed_dm",
        )
    gone = row.progress.aggregate(
        destroyed=Sum("destroyed_dm", default=0), handed_over=Sum("handed_over_dm", default=0)
    )
    done = row.volume_dm - remaining + processed
    if gone["destroyed"] + gone["handed_over"] + destroyed + handed_over > done:
        raise WrongVolume(
            _("Mới chỉnh lý %(done)s, không thể loại hủy và nộp lưu nhiều hơn thế.") % {"done": shelf(done)},
            field="handed_over_dm",
        )
