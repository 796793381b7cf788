"""Table II.06a/VPCP/KSTT as a periodic report; the arithmetic is that of ``statistics``."""

from django.utils.translation import gettext_lazy

from motcua.reporting.forms.kind import FormKind
from motcua.reporting.forms.scope import Scope
from motcua.reporting.sheets import Column, Row, Sheet
from motcua.statistics import queries
from motcua.statistics.report_06a_paper import notes

COLUMNS = [
    Column(id="received_total", name="Tiếp nhận: tổng số", fixed=True,
           sum_of=("received_online", "received_other", "carried_over")),
    Column(id="received_online", name="Trong kỳ: trực tuyến"),
    Column(id="received_other", name="Trong kỳ: trực tiếp, bưu chính"),
    Column(id="carried_over", name="Từ kỳ trước"),
    Column(id="settled_total", name="Đã giải quyết: tổng số", fixed=True,
           sum_of=("settled_early", "settled_on_time", "settled_late")),
    Column(id="settled_early", name="Trước hạn"),
    Column(id="settled_on_time", name="Đúng hạn"),
    Column(id="settled_late", name="Quá hạn"),
    Column(id="pending_total", name="Đang giải quyết: tổng số", fixed=True,
           sum_of=("pending_in_time", "pending_overdue")),
    Column(id="pending_in_time", name="Trong hạn"),
    Column(id="pending_overdue", name="Đang giải quyết: quá hạn"),
]  # fmt: skip


def fill(scope: Scope) -> Sheet:
    """Count the table for the unit and all below it; each field of work is a row."""
    report = queries.report_06a(unit=scope.unit, from_day=scope.first, to_day=scope.last, now=scope.at)
    return Sheet(
        columns=COLUMNS,
        rows=[
            Row(
                id=line.field,
                name=line.name,
                figures={name: getattr(line.line, name) for name in line.line.__struct_fields__},
            )
            for line in report.fields
        ],
        notes=notes(report),
    )


KIND = FormKind(
    columns=COLUMNS,
    fill=fill,
    about=gettext_lazy("Tình hình, kết quả giải quyết thủ tục hành chính %(period)s"),
    row_title=gettext_lazy("Lĩnh vực giải quyết"),
    nothing=gettext_lazy("Trong kỳ chưa có hồ sơ nào."),
    carried=("carried_over", "pending_total"),
    recounted=("received_total", "settled_total"),
)
