"""What is written about a report: remarks, corrected figures, reasons."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.reporting.inputs import Comment
from motcua.reporting.models import ReportVersion
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Line, Text, Whole

REMARK = "dong-"
MOST = 1_000_000


class CommentForm(PageForm):
    """Difficulties, proposals, and a remark to each row; ``names`` are those of the rows as the page calls them."""

    difficulties = Text(_("Khó khăn, vướng mắc"), required=False, length=2000)
    proposals = Text(_("Kiến nghị, đề xuất"), required=False, length=2000)

    def __init__(
        self, version: ReportVersion, *args: Any, names: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        said = {"difficulties": version.difficulties, "proposals": version.proposals}
        kwargs.setdefault("initial", said | {f"{REMARK}{row}": text for row, text in version.remarks.items()})
        super().__init__(*args, **kwargs)
        self.rows = [row.id for row in version.sheet.rows]
        for row in version.sheet.rows:
            self.fields[f"{REMARK}{row.id}"] = Line((names or {}).get(row.id, row.name), required=False)

    @property
    def comment(self) -> Comment:
        words = self.cleaned_data
        return Comment(
            difficulties=words["difficulties"],
            proposals=words["proposals"],
            remarks=tuple((row, words.get(f"{REMARK}{row}", "")) for row in self.rows),
        )


class CorrectionForm(PageForm):
    """The figure that the unit stands for, and why it differs from the counted one."""

    value = Whole(_("Số báo cáo"), least=0, most=MOST)
    reason = Line(
        _("Lý do điều chỉnh"),
        missing=_("Ghi lý do, để người đọc báo cáo hiểu vì sao khác số máy đếm."),
        help_text=_(
            "Lý do hiện ngay dưới số liệu. Ví dụ: có 3 lượt ghi trong sổ tay, chưa nhập vào phần mềm"
        ),
        length=500,
    )


class ReturnForm(PageForm):
    """Why a report goes back to the unit."""

    reason = Text(
        _("Lý do trả lại"),
        missing=_("Ghi lý do cụ thể: số nào, dòng nào cần xem lại."),
        length=500,
        rows=2,
    )


class VersionForm(PageForm):
    """Why a report is written once more."""

    reason = Text(
        _("Vì sao báo cáo lại"),
        missing=_("Ghi vì sao: số nào đã sửa, theo sổ hay hồ sơ nào."),
        length=500,
        rows=2,
    )
