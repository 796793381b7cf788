"""Commendations and the minutes of an inspection, as an office would issue them."""

from datetime import date, datetime

from motcua.documents.papers.awards import (
    AwardDecision,
    AwardRow,
    AwardSubmission,
    Certificate,
    Commendation,
)
from motcua.documents.papers.content import Content, Line, Signer
from motcua.documents.papers.inspections import (
    Attendance,
    Check,
    InspectionConclusion,
    InspectionDecision,
    InspectionMinutes,
    Person,
    Place,
    Remedy,
    Sample,
    Violation,
    Visited,
)
from tests.documents.samples import HANOI

CHAIR = Signer(name="Phạm Tấn Xiếu", title="Chủ tịch")
AUTHORITY = "Chủ tịch Ủy ban nhân dân huyện Châu Thành"
HEAD = {"agency": "Ủy ban nhân dân huyện Châu Thành", "place": "Châu Thành", "issued_on": date(2021, 2, 3)}
FOR = "công tác cải cách hành chính năm 2020"

ROWS = [
    AwardRow(
        kind="collective",
        name="Ủy ban nhân dân thị trấn Cái Tàu Hạ",
        achievement=f"Đã có thành tích xuất sắc trong {FOR}",
        evidence=["Trả kết quả tại nhà: 126 (Báo cáo mô hình quý IV/2020)"],
        bonus_vnd=2_000_000,
    ),
    AwardRow(
        kind="individual",
        name="Nguyễn Hoàng Vũ Linh",
        title="Công chức Tư pháp – Hộ tịch xã An Phú Thuận",
        achievement=f"Đã có thành tích xuất sắc trong {FOR}",
        bonus_vnd=1_000_000,
    ),
]

SUBMISSION = AwardSubmission(
    agency="Phòng Nội vụ",
    superior="Ủy ban nhân dân huyện Châu Thành",
    place="Châu Thành",
    number="05/TTr-PNV",
    issued_on=date(2021, 2, 1),
    about=f"Về việc đề nghị tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc trong {FOR}",
    to=[AUTHORITY],
    rows=ROWS,
    paragraphs=[
        f"Qua kết quả thực hiện {FOR}, Phòng Nội vụ đề nghị tặng Giấy khen cho tập thể, cá nhân sau."
    ],
    closing=["Kính trình xem xét, quyết định."],
    recipients=["Như trên", "Lưu: VT"],
    signer=Signer(name="Lê Thị Hạnh", title="Trưởng phòng"),
)

DECISION = AwardDecision(
    **HEAD,
    number="07/QĐ-UBND",
    about=f"Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc trong {FOR}",
    authority=AUTHORITY,
    grounds=[
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Theo đề nghị của Trưởng phòng Nội vụ.",
    ],
    articles=[
        Line(label="Điều 1", value="Tặng Giấy khen cho 01 tập thể và 01 cá nhân (danh sách kèm theo)."),
        Line(label="Điều 2", value="Tiền thưởng kèm theo Giấy khen là 3.000.000 đồng."),
        Line(label="Điều 3", value="Quyết định có hiệu lực kể từ ngày ký."),
    ],
    rows=ROWS,
    list_about=f"Các tập thể, cá nhân có thành tích xuất sắc trong {FOR} được tặng Giấy khen",
    recipients=["Như Điều 3", "Lưu: VT"],
    signer=CHAIR,
)

CERTIFICATES = Commendation(
    **HEAD,
    number="07/QĐ-UBND",
    authority=AUTHORITY,
    signer=CHAIR,
    certificates=[
        Certificate(kind="collective", recipient=ROWS[0].name, achievement=f"xuất sắc trong {FOR}", book="01/2021"),
        Certificate(
            kind="individual",
            recipient=ROWS[1].name,
            title=ROWS[1].title,
            achievement=f"xuất sắc trong {FOR}",
            book="02/2021",
        ),
    ],
)  # fmt: skip

MINUTES = InspectionMinutes(
    **HEAD,
    decision_number="12/QĐ-UBND",
    decided_on=date(2021, 2, 1),
    is_surprise=True,
    unit="Ủy ban nhân dân xã An Hiệp",
    started_at=datetime(2021, 2, 3, 7, 30, tzinfo=HANOI),
    ended_at=datetime(2021, 2, 3, 8, 15, tzinfo=HANOI),
    team=[
        Person(name="Lê Thị Hạnh", title="Phó Trưởng phòng Nội vụ", seat="Trưởng đoàn"),
        Person(name="Võ Văn Hai", title="Thanh tra viên", seat="Thành viên"),
    ],
    unit_signer=Person(name="Trần Văn Ba", title="Công chức Văn phòng – Thống kê"),
    head="Lê Thị Hạnh",
    attendance=[
        Attendance(full_name="Trần Văn Ba", title="Văn phòng – Thống kê", seen_at="07:30"),
        Attendance(full_name="Đỗ Văn Sáu", title="Tư pháp – Hộ tịch", seen_at="07:42", minutes_late=12),
        Attendance(full_name="Huỳnh Thị Bảy", title="Địa chính", present=False, reason="Nghỉ phép năm"),
    ],
    checks=[Check(check="Niêm yết thủ tục hành chính", result="Thiếu mức phí chứng thực")],
    samples=[Sample(dossier_code="H20.15-210201-0003", finding="Giải quyết đúng hạn")],
    violations=[
        Violation(
            text="Niêm yết thiếu mức phí chứng thực",
            person="Đỗ Văn Sáu",
            basis="Nghị định 61/2018/NĐ-CP",
            remedy="Niêm yết đủ mức phí",
            deadline_on=date(2021, 2, 10),
        )
    ],
)

TEAM_DECISION = InspectionDecision(
    **HEAD,
    number="12/QĐ-UBND",
    about="Về việc thành lập Đoàn kiểm tra công vụ đột xuất quý I năm 2021",
    authority=AUTHORITY,
    grounds=["Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;"],
    forming=Line(label="Điều 1", value="Thành lập Đoàn kiểm tra công vụ đột xuất gồm các ông, bà sau:"),
    team=MINUTES.team,
    going=Line(label="Điều 2", value="Đoàn kiểm tra tại các cơ quan, đơn vị sau:"),
    places=[
        Place(name="Ủy ban nhân dân xã An Hiệp", visit_on=date(2021, 2, 3)),
        Place(name="Bộ phận Tiếp nhận và Trả kết quả, Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
    ],
    contents=["Đạo đức công vụ, thời gian làm việc, chất lượng phục vụ"],
    articles=[
        Line(label="Điều 3", value="Đoàn kiểm tra tự giải thể khi có thông báo kết luận."),
        Line(label="Điều 4", value="Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."),
    ],
    recipients=["Như Điều 4", "Lưu: VT"],
    signer=CHAIR,
)

CONCLUSION = InspectionConclusion(
    **HEAD,
    number="31/TB-UBND",
    about="Kết luận kiểm tra công vụ đột xuất quý I năm 2021",
    opening="Thực hiện Quyết định số 12/QĐ-UBND, Đoàn kiểm tra đã làm việc tại 02 cơ quan, đơn vị.",
    visited=[
        Visited(
            name="Ủy ban nhân dân xã An Hiệp", started_at=MINUTES.started_at, ended_at=MINUTES.ended_at,
            staff=3, absent=1, late=1, violations=1,
        ),
        Visited(name="Đài Truyền thanh huyện", started_at=MINUTES.started_at, ended_at=MINUTES.ended_at),
    ],
    findings=["Các đơn vị chấp hành tốt giờ giấc.", "Ủy ban nhân dân xã An Hiệp niêm yết còn thiếu."],
    tasks=[
        Remedy(task="Niêm yết đủ mức phí", unit="Ủy ban nhân dân xã An Hiệp", status="Chưa giao việc",
               deadline_on=date(2021, 2, 10)),
    ],
    closing="Các đơn vị khắc phục đúng thời hạn và báo cáo kết quả.",
    recipients=["Các đơn vị được kiểm tra", "Lưu: VT"],
    signer=CHAIR,
)  # fmt: skip

SAMPLES: dict[str, Content] = {
    "inspection_decision": TEAM_DECISION,
    "inspection_conclusion": CONCLUSION,
    "award_submission": SUBMISSION,
    "award_decision": DECISION,
    "commendation": CERTIFICATES,
    "inspection_minutes": MINUTES,
}
