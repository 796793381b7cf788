"""What must hold before somebody may be obliged to report, and before a report may go out."""

from datetime import date

from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal, require_words
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Unit
from motcua.reporting.models import Obligation
from motcua.reporting.periods import DUE_DAY, ReportingPeriod


class UnitNotThere(Refusal):
    """The unit did not exist then: not yet, or no longer."""


class NotObliged(Refusal):
    """Nobody asked this unit for this report in this period."""


class TooEarly(Refusal):
    """The period has not begun, or its last month has not."""


def require_there(unit: Unit, *, on: date, field: str = "units") -> None:
    """Refuse a unit that did not exist on a day, and say who took over."""
    if on < unit.valid_from:
        raise UnitNotThere(
            _("%(unit)s chưa thành lập vào ngày %(day)s, chưa giao báo cáo được.")
            % {"unit": unit.name, "day": day(on)},
            field=field,
        )
    if unit.valid_to is not None and on > unit.valid_to:
        raise UnitNotThere(
            _("%(unit)s không còn hoạt động vào ngày %(day)s, hãy giao cho đơn vị kế tục.")
            % {"unit": unit.name, "day": day(on)},
            field=field,
        )


def require_owed(obligation: Obligation, period: ReportingPeriod) -> None:
    """Refuse a period for which the duty does not hold, with the reason: the unit, or the duty's days."""
    if obligation.holds_for(period):
        return
    unit, due_on = obligation.unit, period.due_on(obligation.due_day)
    words = {"unit": unit.name, "period": period.name, "due": day(due_on)}
    if obligation.is_yearly != (period.quarter == 0):
        raise NotObliged(_("Biểu này không lập theo kỳ “%(period)s”.") % words, field="period")
    if unit.valid_to is not None and due_on > unit.valid_to:
        words["day"] = day(unit.valid_to)
        raise UnitNotThere(
            _("%(unit)s chỉ hoạt động đến hết ngày %(day)s, trước hạn gửi %(due)s của %(period)s. "
              "Đơn vị kế tục báo cáo kỳ này.") % words,
            field="period",
        )  # fmt: skip
    if due_on < unit.valid_from:
        raise UnitNotThere(
            _("%(unit)s chưa thành lập vào hạn gửi %(due)s của %(period)s.") % words, field="period"
        )
    raise NotObliged(_("%(unit)s không phải báo cáo %(period)s.") % words, field="period")


def require_countable(unit: Unit, period: ReportingPeriod, *, today: date) -> None:
    """Refuse to count a period that has not begun, or in which the unit did not exist."""
    first, last = period.data_from(DUE_DAY), period.last
    words = {"unit": unit.name, "period": period.name, "first": day(first)}
    if today < first:
        raise TooEarly(
            _("%(period)s bắt đầu đếm từ ngày %(first)s, chưa có số liệu.") % words, field="period"
        )
    if unit.valid_from > last:
        words["day"] = day(unit.valid_from)
        raise UnitNotThere(
            _("%(unit)s thành lập ngày %(day)s, sau %(period)s. Hãy xem đơn vị trước đó.") % words,
            field="unit",
        )
    if unit.valid_to is not None and unit.valid_to < first:
        words["day"] = day(unit.valid_to)
        raise UnitNotThere(
            _("%(unit)s chỉ hoạt động đến hết ngày %(day)s, trước %(period)s. Hãy xem đơn vị kế tục.")
            % words,
            field="unit",
        )


def require_reason(reason: str) -> str:
    return require_words(reason, _("Ghi lý do, để nơi nhận hiểu vì sao số liệu thay đổi."), field="reason")
