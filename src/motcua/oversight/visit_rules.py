"""What must hold of an inspection's plan and of the minutes of a visit."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import CalendarNotPublished
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day, moment
from motcua.organisation.models import Staff, Unit
from motcua.organisation.models.periods import valid_on
from motcua.oversight.inputs import AttendanceInput, MemberInput, MinutesInput, TargetInput
from motcua.oversight.models import Finding, InspectionMinutes
from motcua.oversight.rules import NamedTwice


class WrongDay(Refusal):
    """A day or an hour out of order."""


class NotImpartial(Refusal):
    """Somebody of the inspected office would inspect it."""


def require_targets(targets: Sequence[TargetInput], *, decided_on: date, on: date) -> None:
    """At least one place, none twice, all there on their day, no visit before the decision."""
    if not targets:
        raise Incomplete(_("Chọn ít nhất một nơi được kiểm tra."), field="targets")
    seen: set[tuple[int | None, str]] = set()
    for target in targets:
        unit = Unit.objects.filter(pk=target.unit_id).first() if target.unit_id else None
        name = unit.name if unit else clean(target.agency_text)
        if not name:
            raise Incomplete(_("Chọn đơn vị hoặc ghi tên cơ quan được kiểm tra."), field="targets")
        key = (target.unit_id, clean(target.agency_text))
        if key in seen:
            raise NamedTwice(_("%(name)s đã có trong kế hoạch.") % {"name": name}, field="targets")
        seen.add(key)
        visit_on = target.visit_on or on
        if target.visit_on is not None and target.visit_on < decided_on:
            words = {"name": name, "day": day(target.visit_on), "decided": day(decided_on)}
            raise WrongDay(
                _("Ngày đến %(name)s (%(day)s) trước ngày quyết định (%(decided)s).") % words, field="targets"
            )
        if unit and not Unit.objects.valid(on=visit_on).filter(pk=unit.pk).exists():
            words = {"name": name, "day": day(visit_on)}
            raise WrongDay(_("%(name)s không hoạt động vào ngày %(day)s.") % words, field="targets")


def require_impartial(team: Sequence[MemberInput], targets: Sequence[TargetInput], *, on: date) -> None:
    """Refuse a team with somebody who works at an office that it inspects."""
    units = [target.unit_id for target in targets if target.unit_id]
    posts = Staff.objects.filter(valid_on(on), account__in=[member.account_id for member in team])
    own = (posts.filter(unit__in=units) | posts.filter(division__in=units)).select_related("account").first()
    if own is not None:
        raise NotImpartial(
            _("%(name)s đang công tác ở nơi được kiểm tra, không ở trong đoàn được.") % {"name": own.account},
            field="members",
        )


def require_minutes(minutes: MinutesInput, *, since: datetime, at: datetime) -> None:
    """Judge the minutes of one visit as a whole.

    Args:
        since: when the inspection began; ``at``: now. The visit lies between them.
    Raises:
        WrongDay: hours out of order. Incomplete: nothing looked at, a line without its words. NamedTwice: a person.
    """
    if minutes.ended_at < minutes.started_at:
        words = {"from": moment(minutes.started_at), "to": moment(minutes.ended_at)}
        raise WrongDay(_("Giờ kết thúc %(to)s trước giờ bắt đầu %(from)s.") % words, field="ended_at")
    if minutes.started_at < exact(since):
        raise WrongDay(_("Đoàn bắt đầu lúc %(at)s, buổi này ghi sớm hơn.") % {"at": moment(since)},
                       field="started_at")  # fmt: skip
    if minutes.ended_at > at:
        raise WrongDay(
            _("Giờ kết thúc %(at)s còn ở phía trước.") % {"at": moment(minutes.ended_at)}, field="ended_at"
        )
    require_words(minutes.unit_signer, _("Ghi người đại diện đơn vị ký biên bản."), field="unit_signer")
    if not minutes.attendance and not minutes.checks:
        raise Incomplete(_("Ghi quân số hoặc ít nhất một nội dung đã kiểm tra."), field="attendance")
    for check in minutes.checks:
        require_words(check.check, _("Ghi đã kiểm tra việc gì."), field="checks")
        require_words(check.result, _("Ghi kết quả của từng việc đã kiểm tra."), field="checks")
    for sample in minutes.samples:
        require_words(sample.dossier_code, _("Ghi mã hồ sơ đã kiểm tra."), field="samples")
    for violation in minutes.violations:
        require_words(violation.text, _("Ghi vi phạm, tồn tại là gì."), field="violations")
        _require_deadline(violation.deadline_on, minutes)
    _require_attendance(minutes)


def _require_deadline(deadline_on: date | None, minutes: MinutesInput) -> None:
    visited_on = timezone.localdate(minutes.ended_at)
    if deadline_on is not None and deadline_on < visited_on:
        words = {"deadline": day(deadline_on), "day": day(visited_on)}
        raise WrongDay(
            _("Hạn khắc phục %(deadline)s trước ngày kiểm tra %(day)s.") % words, field="violations"
        )


def _require_attendance(minutes: MinutesInput) -> None:
    seen: set[tuple[str, str]] = set()
    for one in minutes.attendance:
        name = require_words(one.full_name, _("Ghi họ tên từng người."), field="attendance")
        if (name, clean(one.title)) in seen:
            raise NamedTwice(_("%(name)s ghi hai lần.") % {"name": name}, field="attendance")
        seen.add((name, clean(one.title)))
        if not one.present and one.seen_at is not None:
            words = {"name": name}
            raise WrongDay(_("%(name)s vắng mặt thì không có giờ có mặt.") % words, field="attendance")
        if one.seen_at is not None and not _same_visit(one, minutes):
            words = {"name": name, "at": moment(one.seen_at)}
            raise WrongDay(_("%(name)s có mặt lúc %(at)s, ngoài ngày kiểm tra.") % words, field="attendance")


def _same_visit(one: AttendanceInput, minutes: MinutesInput) -> bool:
    assert one.seen_at is not None
    return (
        timezone.localdate(minutes.started_at) <= timezone.localdate(one.seen_at)
        and one.seen_at <= minutes.ended_at
    )


def require_explained(minutes: InspectionMinutes, findings: Sequence[Finding]) -> None:
    """Refuse minutes that count somebody late or away without a reason, and yet find nothing wrong."""
    if findings:
        return
    for one in [*minutes.absent, *minutes.late]:
        if not one["reason"]:
            words = {"name": one["full_name"], "minutes": one["minutes_late"]}
            what = _("đến muộn %(minutes)d phút") % words if one["present"] else _("vắng mặt")
            raise Incomplete(
                _(
                    "%(name)s %(what)s mà biên bản không ghi lý do, cũng không ghi vi phạm, tồn tại. Ghi một trong hai."
                )
                % {**words, "what": what},
                field="violations",
            )


def exact(instant: datetime) -> datetime:
    """The minute of an instant."""
    return instant.replace(second=0, microsecond=0)


def minutes_late(seen_at: datetime | None, *, unit_id: int | None) -> int:
    """Return how long after the opening of that session somebody came; 0 before or outside hours.

    Where no calendar of that year is published, nobody is called late.
    """
    if seen_at is None:
        return 0
    local = timezone.localtime(seen_at)
    try:
        spans = calendar_for(unit_id, local.date()).spans_on(local.date())
    except (CalendarNotPublished, IndexError):
        return 0
    minute = local.hour * 60 + local.minute
    return next((minute - opens for opens, closes in spans if opens <= minute < closes), 0)
