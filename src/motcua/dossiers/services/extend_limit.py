from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.catalogue.time_limits import extended_limit
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.models import Dossier, DueChange
from motcua.dossiers.moving import take
from motcua.dossiers.pausing import calendar_of, policy_of
from motcua.dossiers.services.refuse import require_reason
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import moment
from motcua.organisation.access import Officer

VERIFICATION, APOLOGY = "verification", "apology"
_RUNNING = (State.ACCEPTED, State.PROCESSING)


class CannotExtend(Refusal):
    """The law gives this dossier no other day, or not this one."""


@transaction.atomic
def extend_limit(
    *,
    dossier_id: int,
    reason: str,
    due_at: datetime | None = None,
    days: int | None = None,
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Lengthen the limit once for a verification (gia hạn để xác minh), within what the version allows.

    The new promise takes the place of the old one, which stays in the history; punctuality is judged by the new.

    Args:
        due_at: the new promise, or
        days: working days more than promised.
    Raises:
        CannotExtend: the version allows none, or not so long; it was used; or the promise has passed.
    """
    require_reason(reason)
    moving = take("extend_limit", dossier_id=dossier_id, by=by, at=at, revision=revision, states=_RUNNING)
    dossier = moving.dossier
    _require_open(dossier, VERIFICATION, at=at)
    assert dossier.due_at is not None
    calendar = calendar_of(dossier)
    new = due_at or calendar.due(dossier.due_at, TimeLimit(days or 0, TimeUnit.WORKING_DAY))
    longest = _longest(dossier)
    if not dossier.due_at < new <= longest:
        raise CannotExtend(
            _("Chỉ gia hạn được đến %(longest)s theo quy định của thủ tục.") % {"longest": moment(longest)},
            field="days",
        )
    _change(dossier, VERIFICATION, new=new, reason=reason, by=by, at=at)
    before = dossier.due_at
    moving.change(due_at=new)
    moving.record("extend_limit", reason=reason.strip(), due_before=before, due_after=new)
    return dossier


@transaction.atomic
def apologise(
    *, dossier_id: int, reason: str, due_at: datetime, by: Officer, at: datetime, revision: int | None = None
) -> Dossier:
    """Announce, before the promise is broken, that it will be, and name a new day (xin lỗi và hẹn lại).

    The first promise stays beside the new one and decides whether the dossier is late.

    Raises:
        CannotExtend: too late for a letter, or there was one already.
    Source: NĐ 61/2018/NĐ-CP art. 19(9); ``clock_policies.apology``.
    """
    require_reason(reason)
    moving = take("apologise", dossier_id=dossier_id, by=by, at=at, revision=revision, states=_RUNNING)
    dossier = moving.dossier
    _require_open(dossier, APOLOGY, at=at)
    assert dossier.due_at is not None
    if due_at <= dossier.due_at:
        raise CannotExtend(_("Ngày hẹn lại phải sau ngày đã hẹn."), field="due_at")
    _change(dossier, APOLOGY, new=due_at, reason=reason, by=by, at=at)
    moving.record("apologise", reason=reason.strip(), due_before=dossier.due_at, due_after=due_at)
    return dossier


def _require_open(dossier: Dossier, kind: str, *, at: datetime) -> None:
    """A promise changes only before it has passed, and once for each ground."""
    words = {"code": dossier.short_code}
    if dossier.due_at is None:
        raise CannotExtend(_("Thời hạn của hồ sơ %(code)s đang tạm dừng.") % words)
    if dossier.due_at < at:
        raise CannotExtend(
            _("Hồ sơ %(code)s đã quá hẹn lúc %(due)s, không đổi hẹn được nữa.")
            % {**words, "due": moment(dossier.due_at)}
        )
    most = policy_of(dossier).apology.new_dates_max if kind == APOLOGY else 1
    if dossier.due_changes.filter(kind=kind).count() >= most:
        raise CannotExtend(_("Hồ sơ %(code)s đã được hẹn lại một lần, không hẹn lại thêm.") % words)


def _longest(dossier: Dossier) -> datetime:
    """The last instant that the version allows, counted anew from the acceptance with all pauses."""
    limit = extended_limit(
        dossier.version.definition,
        channel=catalogue_channel(dossier.channel),
        case=dossier.procedure_case or None,
    )
    if limit is None:
        raise CannotExtend(_("Thủ tục này không có quy định gia hạn. Nếu chậm, hãy xin lỗi và hẹn lại."))
    assert dossier.accepted_at is not None
    pauses = [
        (pause.began_at, pause.ended_at) for pause in dossier.pauses.exclude(ended_at=None) if pause.ended_at
    ]
    return calendar_of(dossier).due(dossier.accepted_at, limit, pauses)


def _change(
    dossier: Dossier, kind: str, *, new: datetime, reason: str, by: Officer, at: datetime
) -> DueChange:
    assert dossier.due_at is not None
    return DueChange.objects.create(
        dossier=dossier,
        kind=kind,
        due_before=dossier.due_at,
        due_after=new,
        reason=reason.strip(),
        changed_at=at,
        changed_by_id=by.account_id,
    )
