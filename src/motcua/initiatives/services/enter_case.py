from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.identity.acts import record
from motcua.initiatives.models import Adoption, Initiative, ModelCase
from motcua.initiatives.queries.counting import is_counted
from motcua.initiatives.replicating import WORKERS, require_past, take_unit
from motcua.initiatives.replication_kinds import AdoptionState
from motcua.initiatives.rules import WrongDay
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day, moment
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit

MOST = 10_000  # cases in one line; more is a slip of the pen


class NotAdopted(Refusal):
    """The unit neither made the model nor took it up."""


class CountedAlready(Refusal):
    """The dossier counts by itself, or has its case already."""


class CancelledAlready(Refusal):
    """Somebody cancelled the case before."""


@transaction.atomic
def enter_case(
    *, initiative_id: int, unit_id: int, on: date, note: str, quantity: int = 1, target_group: str = "",
    dossier_code: str = "", key: str = "", by: Officer, at: datetime,
) -> ModelCase:  # fmt: skip
    """Enter one case of a model that no record of the machine shows: a letter given, an evening session.

    Args:
        on: the local day on which it happened, today or before.
        quantity: for how many cases the line stands.
        dossier_code: the dossier with which it came, if there is one; no dossier is counted twice for a model.
        key: which form it was written on (32 letters at most); the same form sent again gives the same case.
    Raises:
        NotAdopted, CountedAlready, WrongDay, Incomplete, UnitNotThere, NotAllowed: as their sentences say.
    """
    unit = take_unit(unit_id, by=by, roles=WORKERS, on=on)
    known = ModelCase.objects.filter(entered_by=by.account_id, key=key[:32]).first() if key else None
    if known is not None:
        return known
    require_past(on, today=timezone.localdate(at), field="on")
    note = require_words(note, _("Ghi chú ngắn: đã làm gì, cho ai, ở đâu."), field="note")
    if not 1 <= quantity <= MOST:
        raise Incomplete(
            _("Số lượt phải là số từ 1 đến %(most)d. Ví dụ: 1") % {"most": MOST}, field="quantity"
        )
    initiative = Initiative.objects.get(pk=initiative_id)
    _require_adopted(initiative, unit, on=on)
    row = ModelCase.objects.create(
        initiative=initiative,
        unit=unit,
        dossier=_dossier(clean(dossier_code), initiative, unit),
        happened_on=on,
        note=note[:300],
        quantity=quantity,
        target_group=clean(target_group)[:60],
        key=key[:32],
        entered_at=at,
        entered_by_id=by.account_id,
    )
    record(row, "enter_case", by=by, at=at)
    return row


@transaction.atomic
def cancel_case(*, case_id: int, reason: str, by: Officer, at: datetime) -> ModelCase:
    """Cancel a case entered wrongly; it stays in sight with the reason and no longer counts.

    Raises:
        CancelledAlready, Incomplete, NotAllowed: as their sentences say.
    """
    row = ModelCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    take_unit(row.unit_id, by=by, roles=WORKERS, on=row.happened_on)
    reason = require_words(reason, _("Ghi lý do hủy, để sổ sách rõ ràng."), field="reason")
    if row.cancelled_at is not None:
        raise CancelledAlready(
            _("Lượt %(code)s đã hủy lúc %(at)s.") % {"code": row.code, "at": moment(row.cancelled_at)}
        )
    row.cancelled_at, row.cancelled_by_id, row.cancelled_reason = at, by.account_id, reason[:300]
    row.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_reason"])
    record(row, "cancel_case", by=by, at=at, reason=reason)
    return row


def _require_adopted(initiative: Initiative, unit: Unit, *, on: date) -> None:
    """Refuse a case of a model that the unit does not work by, or did not yet on that day."""
    if initiative.unit_id == unit.pk:
        return
    adopted = Adoption.objects.filter(initiative=initiative, unit=unit, state=AdoptionState.ADOPTED)
    first = min((one.from_on for one in adopted if one.from_on), default=None)
    if first is None:
        raise NotAdopted(
            _("%(unit)s chưa nhận làm mô hình này. Nhận làm trước, rồi ghi lượt phục vụ.")
            % {"unit": unit.name},
            field="initiative_id",
        )
    if on < first:
        raise WrongDay(
            _("%(unit)s nhận làm mô hình này từ ngày %(first)s, ngày %(day)s có trước đó. "
              "Xem lại ngày của lượt này, hoặc sửa ngày nhận làm.")
            % {"unit": unit.name, "first": day(first), "day": day(on)},
            field="on",
        )  # fmt: skip


def _dossier(code: str, initiative: Initiative, unit: Unit) -> Dossier | None:
    if not code:
        return None
    dossier = Dossier.objects.filter(code=code, unit=unit).first()
    words = {"code": code}
    if dossier is None:
        raise Incomplete(
            _("Không có hồ sơ %(code)s ở đơn vị này. Xem lại mã trên giấy tiếp nhận.") % words,
            field="dossier_code",
        )
    if is_counted(initiative, dossier):
        raise CountedAlready(
            _("Hồ sơ %(code)s đã được máy tự đếm, không phải ghi nữa.") % words, field="dossier_code"
        )
    if ModelCase.objects.valid().filter(initiative=initiative, dossier=dossier).exists():
        raise CountedAlready(
            _("Hồ sơ %(code)s đã có một lượt của mô hình này.") % words, field="dossier_code"
        )
    return dossier
