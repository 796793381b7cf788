"""The papers of a council and of a recognition, as an office would issue them."""

from datetime import date, datetime

from motcua.documents.papers.content import Content, Line, Signer
from motcua.documents.papers.initiatives import (
    Attendee,
    CriterionMean,
    InitiativeCertificate,
    InitiativeMinutes,
    RecognisedRow,
    RecognitionDecision,
)
from tests.documents.samples import HANOI

TITLE = "Tiếp nhận hồ sơ và trả kết quả tại nhà cho người cao tuổi, người khuyết tật trên địa bàn xã An Thạnh"
CHAIR = Signer(name="Nguyễn Văn Lâm", title="Chủ tịch")
HEAD = {"agency": "Ủy ban nhân dân xã An Thạnh", "place": "An Thạnh", "issued_on": date(2026, 11, 20)}
AUTHORS = ["Trần Văn Ba, công chức văn hóa – xã hội (60 %)", "Lê Thị Hạnh, công chức phụ trách CCHC (40 %)"]

MINUTES = InitiativeMinutes(
    **HEAD,
    number="01/BB-HĐSK",
    council="Hội đồng sáng kiến xã An Thạnh năm 2026",
    decision="Quyết định số 112/QĐ-UBND ngày 02/11/2026",
    held_on=date(2026, 11, 20),
    place_held="phòng họp Ủy ban nhân dân xã",
    initiative=TITLE,
    code="SK-2026-004",
    authors=AUTHORS,
    present=[
        Attendee(name="Nguyễn Văn Lâm", position="Chủ tịch hội đồng", title="Chủ tịch Ủy ban nhân dân xã"),
        Attendee(name="Phan Thị Kim Ngân", position="Thư ký"),
        Attendee(name="Lê Thị Hạnh", position="Ủy viên"),
    ],
    absent=["Đỗ Văn Năm"],
    abstaining=["Lê Thị Hạnh"],
    paragraphs=["Các thành viên thống nhất cách làm là mới với xã, làm được ngay, không tốn thêm kinh phí."],
    criteria=[
        CriterionMean(label="Tính mới", most=30, mean="24,5"),
        CriterionMean(label="Khả năng áp dụng, nhân rộng", most=30, mean="27"),
        CriterionMean(label="Hiệu quả kinh tế", most=20, mean="14"),
        CriterionMean(label="Hiệu quả xã hội", most=20, mean="19"),
    ],
    sheets=2,
    judges=3,
    quorum="2/3",
    mean="84,5",
    pass_mark=70,
    passed=True,
    chair=Signer(name="Nguyễn Văn Lâm", title="Chủ tịch hội đồng"),
    secretary=Signer(name="Phan Thị Kim Ngân", title="Thư ký"),
)
DECISION = RecognitionDecision(
    **HEAD,
    number="03/QĐ-UBND",
    signer=CHAIR,
    signed_at=datetime(2026, 11, 20, 16, 30, tzinfo=HANOI),
    about="Về việc công nhận sáng kiến năm 2026",
    authority="Chủ tịch Ủy ban nhân dân xã An Thạnh",
    grounds=[
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ biên bản họp hội đồng sáng kiến số 01/BB-HĐSK ngày 20/11/2026.",
    ],
    articles=[
        Line(label="Điều 1", value="Công nhận 01 sáng kiến năm 2026 có tên trong danh sách kèm theo."),
        Line(label="Điều 2", value="Tác giả sáng kiến được cấp giấy chứng nhận."),
        Line(label="Điều 3", value="Quyết định này có hiệu lực từ ngày ký."),
    ],
    rows=[
        RecognisedRow(
            code="SK-2026-004",
            title=TITLE,
            authors=AUTHORS,
            unit="Ủy ban nhân dân xã An Thạnh",
            scope="xã An Thạnh",
        )
    ],
    recipients=["Như Điều 3", "Lưu: VT"],
)
CERTIFICATE = InitiativeCertificate(
    **HEAD,
    number="01/GCN-SK",
    signer=CHAIR,
    signed_at=datetime(2026, 11, 20, 16, 30, tzinfo=HANOI),
    authority="Chủ tịch Ủy ban nhân dân xã An Thạnh",
    title=TITLE,
    authors=AUTHORS,
    unit="Ủy ban nhân dân xã An Thạnh",
    scope="xã An Thạnh",
    decision="03/QĐ-UBND ngày 20/11/2026",
    summary="Công chức đến nhà theo lịch mỗi tuần, người dân không phải đi lại, giấy tờ gốc không rời tay chủ.",
)
SAMPLES: dict[str, Content] = {
    "initiative_minutes": MINUTES,
    "initiative_decision": DECISION,
    "initiative_certificate": CERTIFICATE,
}
