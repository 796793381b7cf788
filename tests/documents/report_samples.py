"""A periodic report to print: one commune, one quarter, one correction."""

from datetime import date

from motcua.documents.papers.content import Content, Signer
from motcua.documents.papers.reports import CorrectedFigure, ModelReport, ReportColumn, ReportPart, ReportRow

FIGURES = [
    ReportColumn(name="Máy đếm từ hồ sơ"),
    ReportColumn(name="Đơn vị ghi"),
    ReportColumn(name="Lượt phục vụ"),
]


def model_report(**changes: object) -> ModelReport:
    return ModelReport(
        **{
            "agency": "Ủy ban nhân dân thị trấn Cái Tàu Hạ",
            "place": "Cái Tàu Hạ",
            "number": "12/BC-UBND",
            "issued_on": date(2021, 9, 24),
            "about": "Kết quả thực hiện mô hình, sáng kiến cải cách hành chính quý III năm 2021",
            "period": "Quý III năm 2021",
            "opening": "Ủy ban nhân dân thị trấn Cái Tàu Hạ báo cáo quý III năm 2021 như sau:",
            "row_title": "Mô hình, sáng kiến",
            "columns": [ReportColumn(name="Triển khai", is_text=True), *FIGURES],
            "rows": [
                ReportRow(name="Chứng thực bản sao cho hộ nghèo", cells=["Từ ngày 01/03/2021", "9", "3", "14"],
                          remark="Làm đều các tháng")
            ],
            "totals": ["", "9", "3", "14"],
            "corrections": [
                CorrectedFigure(row="Chứng thực bản sao cho hộ nghèo", column="Lượt phục vụ", counted=12, value=14,
                                reason="Hai lượt chưa kịp ghi sổ.")
            ],
            "difficulties": ["Mùa nước nổi khó đi lại."],
            "proposals": ["Đề nghị hỗ trợ kinh phí in thư."],
            "closing": "Trên đây là báo cáo quý III.",
            "recipients": ["Phòng Nội vụ", "Lưu: VT"],
            "signer": Signer(name="Võ Văn Hai", title="Chủ tịch", authority="TM. Ủy ban nhân dân"),
            **changes,
        }
    )  # fmt: skip


def consolidated(**changes: object) -> ModelReport:
    parts = [ReportPart(unit="Xã An Hiệp", figures=["", "9", "3", "14"], late=True)]
    return model_report(**{"agency": "Phòng Nội vụ", "superior": "Ủy ban nhân dân huyện Châu Thành",
                           "parts": parts, "missing": ["Xã An Khánh"], **changes})  # fmt: skip


SAMPLES: dict[str, Content] = {"model_report": model_report()}
