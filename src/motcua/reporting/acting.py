"""One version of a report through one act: locked, judged, changed, entered in the ledger, announced."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.acts import by_whom
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import moment
from motcua.organisation.access import Officer
from motcua.reporting.access import require_report
from motcua.reporting.models import Report, ReportVersion
from motcua.reporting.states import ACTS, TRANSITIONS, State
from motcua.reporting.words import ACTS as TITLES


class WrongState(Refusal):
    """The report is not where this act begins."""


class Frozen(Refusal):
    """The figures of a version that was sent do not change any more."""


class ChangedMeanwhile(Refusal):
    """Somebody changed the report after the screen was drawn; nothing is overwritten or signed unseen."""


def lock_report(report_id: int) -> Report:
    """Lock the report for the rest of the transaction; its versions change only under this lock."""
    rows = Report.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "obligation__collector").get(pk=report_id)


def take(verb: str, *, report_id: int, by: Officer, revision: int | None = None) -> ReportVersion:
    """Lock the newest version for an act that this officer may do now.

    Args:
        revision: what the officer's screen showed; None where nothing was shown.
    Raises:
        NotAllowed, WrongState, Frozen, ChangedMeanwhile: as their sentences say.
    """
    report = lock_report(report_id)
    require_report(by, verb, report)
    version = report.latest
    version.report = report
    sources = TRANSITIONS[verb].sources if verb in TRANSITIONS else (State.DRAFT,)
    if version.state not in sources:
        raise _refusal(verb, version)
    if revision is not None and revision != version.revision:
        raise ChangedMeanwhile(_last_act(version))
    return version


def _refusal(verb: str, version: ReportVersion) -> Refusal:
    words = {
        "period": version.report.reporting_period.name,
        "at": moment(version.sent_at) if version.sent_at else "",
        "state": str(State(version.state).label).lower(),
    }
    if version.sent_at and (verb in ACTS or verb in {"sign", "reopen"}):
        return Frozen(
            _("Số liệu %(period)s đã khóa khi gửi lúc %(at)s. Cần sửa thì lập lần báo cáo mới và ghi lý do.")
            % words
        )
    if version.sent_at and verb == "send":
        return WrongState(_("Báo cáo %(period)s đã gửi lúc %(at)s.") % words)
    if version.state == State.SIGNED:
        return WrongState(_("Báo cáo đã ký. Muốn sửa thì rút về trước khi gửi."))
    if version.state == State.DRAFT and verb == "send":
        return WrongState(_("Báo cáo chưa ký. Lãnh đạo đơn vị ký rồi mới gửi."))
    return WrongState(_("Báo cáo %(period)s đang ở bước “%(state)s”, không làm được việc này.") % words)


def _last_act(version: ReportVersion) -> str:
    entry = ledger.entries(version.stream).reverse()[0]
    words = {"act": by_whom(entry, TITLES.get(entry.verb, entry.verb))}
    return _("Báo cáo vừa được đổi: %(act)s. Hãy xem lại rồi làm tiếp.") % words


def news(version: ReportVersion, entry: LedgerEntry, at: datetime) -> dict[str, Any]:
    """What every announcement about a report says."""
    report = version.report
    return {
        "report_id": report.pk, "sequence": entry.sequence, "at": at, "unit_id": report.unit_id,
        "form": str(report.form), "period": report.period,
    }  # fmt: skip
