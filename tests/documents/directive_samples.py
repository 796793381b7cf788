"""Directives as a district wrote them in 2021."""

from datetime import date, datetime

from motcua.documents.papers.content import Content, Signer
from motcua.documents.papers.directives import ConclusionNotice, OfficialLetter, Order, Plan
from tests.documents.samples import HANOI

AGENCY = "Ủy ban nhân dân huyện Châu Thành"
CHAIR = Signer(authority="", title="Chủ tịch", name="Phạm Tấn Xiếu")
COMMUNES = [
    f"Ủy ban nhân dân {name}"
    for name in (
        "thị trấn Cái Tàu Hạ", "xã An Hiệp", "xã An Khánh", "xã An Nhơn", "xã An Phú Thuận", "xã Hòa Tân",
        "xã Phú Hựu", "xã Phú Long", "xã Tân Bình", "xã Tân Nhuận Đông", "xã Tân Phú", "xã Tân Phú Trung",
    )
]  # fmt: skip
ORDERS = [
    Order(
        number="1",
        content="Triển khai thực hiện 03 mô hình sáng kiến và tuyên truyền rộng rãi để người dân biết, thực hiện",
        leads=["các đơn vị ở nơi nhận"],
        deadline_on=date(2021, 12, 25),
        measure="12/12 xã, thị trấn thực hiện",
    ),
    Order(
        number="2",
        content="Xử lý dứt điểm tài liệu tồn đọng, tích đống từ năm 2015 trở về trước",
        leads=["Văn phòng HĐND và UBND"],
        helpers=["Phòng Nội vụ", "Ủy ban nhân dân xã An Hiệp"],
        deadline_on=date(2021, 9, 30),
        measure="Không còn mét giá tồn đọng.",
    ),
    Order(number="3", content="Kiểm tra, theo dõi việc thực hiện.", leads=["Phòng Nội vụ"]),
]
COMMON = {
    "agency": AGENCY,
    "place": "Châu Thành",
    "issued_on": date(2021, 2, 5),
    "orders": ORDERS,
    "signer": CHAIR,
    "signed_at": datetime(2021, 2, 5, 14, 5, tzinfo=HANOI),
}


def official_letter(**changes: object) -> OfficialLetter:
    return OfficialLetter(
        **{
            **COMMON,
            "number": "07/UBND-NV",
            "about": "nhân rộng mô hình sáng kiến trong cải cách hành chính ở cấp xã năm 2021",
            "to": COMMUNES,
            "paragraphs": [
                "Để tiết kiệm chi phí, thời gian, Chủ tịch Ủy ban nhân dân huyện chỉ đạo như sau:"
            ],
            "closing": ["Yêu cầu các đơn vị nghiêm túc thực hiện./."],
            "recipients": ["Như trên", "Phòng Nội vụ", "Lưu: VT, NV"],
            **changes,
        }
    )


def plan(**changes: object) -> Plan:
    return Plan(
        **{
            **COMMON,
            "number": "15/KH-UBND",
            "about": "Cải cách hành chính năm 2021",
            "paragraphs": ["Ủy ban nhân dân huyện ban hành Kế hoạch cải cách hành chính năm 2021 như sau:"],
            "recipients": [*COMMUNES[:3], "Lưu: VT, NV"],
            **changes,
        }
    )


def conclusion_notice(**changes: object) -> ConclusionNotice:
    return ConclusionNotice(
        **{
            **COMMON,
            "number": "22/TB-UBND",
            "about": "Kết luận Hội nghị chuyên đề cải cách hành chính về kết quả thực hiện năm 2020 "
            "và giải pháp thực hiện năm 2021",
            "opening": "Ngày 03 tháng 02 năm 2021, tại hội trường Ủy ban nhân dân huyện, ông Phạm Tấn Xiếu, Chủ "
            "tịch Ủy ban nhân dân huyện đã chủ trì Hội nghị. Dự Hội nghị có 27 đại biểu.",
            "paragraphs": ["Năm 2020 huyện vươn lên đồng hạng nhất về chỉ số cải cách hành chính."],
            "recipients": [*COMMUNES, "Lưu: VT"],
            **changes,
        }
    )


SAMPLES: dict[str, Content] = {
    "official_letter": official_letter(),
    "plan": plan(),
    "conference_conclusion": conclusion_notice(),
}
