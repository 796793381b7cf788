"""Table 06a on paper: what is printed under it, and the PDF."""

from django.utils.translation import gettext as _

from motcua.documents.papers.registers import SettlementReport, SettlementRow
from motcua.documents.papers.render import render
from motcua.kernel.vietnamese import moment, number
from motcua.statistics.measures import local_day
from motcua.statistics.queries.report_06a import Report06a
from motcua.statistics.report_06a import Line, Share


def notes(report: Report06a) -> list[str]:
    """What stands under the table: the policy, the block apart, each share with its base, a period not over."""
    apart = _(
        "Trong kỳ có %(withdrawn)s hồ sơ rút và %(stopped)s hồ sơ dừng xử lý sau khi tiếp nhận; "
        "%(not_accepted)s hồ sơ không được tiếp nhận, đứng ngoài biểu."
    )
    counts = {name: number(getattr(report.apart, name)) for name in report.apart.__struct_fields__}
    lines = [f"{report.policy.name_vi}. {report.policy.note_vi}", apart % counts]
    lines += [share_in_words(share) for share in report.shares if share.whole]
    if not report.period.is_over(report.counted_at):
        lines.append(_("Kỳ chưa hết: số liệu tính đến %(moment)s.") % {"moment": moment(report.counted_at)})
    return lines


def share_in_words(share: Share) -> str:
    """``Giải quyết trước hạn và đúng hạn: 98,6% trên số hồ sơ đã giải quyết (208/211).``"""
    return _("%(name)s: %(percent)s%% %(base)s (%(part)s/%(whole)s).") % {
        "name": share.name_vi, "percent": str(share.percent).replace(".", ","), "base": share.base_vi,
        "part": number(share.part), "whole": number(share.whole),
    }  # fmt: skip


def as_pdf(report: Report06a) -> bytes:
    """Return the table as a PDF, A4 across."""
    _policy, *others = notes(report)
    paper = SettlementReport(
        agency=report.unit.name, issued_on=local_day(report.counted_at), unit=report.unit.name,
        place=report.unit.short_name, period=report.period.name, from_on=report.period.first,
        to_on=report.period.last, rows=[_row(line.name, line.line) for line in report.fields],
        total=_row(_("Tổng số"), report.total), policy_name=report.policy.name_vi,
        policy_note=" ".join([report.policy.note_vi, *others]), head_title=_("Thủ trưởng đơn vị"),
    )  # fmt: skip
    return render("report_06a", paper)


def _row(name: str, line: Line) -> SettlementRow:
    figures = {key: getattr(line, key) for key in line.__struct_fields__}
    return SettlementRow(field=name, received_direct_postal=figures.pop("received_other"), **figures)
