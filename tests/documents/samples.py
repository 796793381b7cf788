"""Contents of papers as a commune writes them, with names and places as long as real ones."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from motcua.documents.papers.content import Content, Line, Signer
from motcua.documents.papers.desk_forms import (
    ControlSlip,
    Hop,
    MissingPaper,
    ReceivedPaper,
    ReceptionSlip,
    RefusalSlip,
    SupplementRequest,
)
from motcua.documents.papers.money import FeeReceipt, FeeRow
from motcua.documents.papers.registers import DossierRegister, RegisterLine, SettlementReport, SettlementRow
from motcua.documents.papers.results import BirthCertificate, Certification, Parent, Result

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
AGENCY = "Ủy ban nhân dân xã An Thạnh"
DESK = "Trung tâm Phục vụ hành chính công xã An Thạnh"
CODE = "H13.58.12-261123-0008"
APPLICANT = {
    "agency": AGENCY,
    "desk": DESK,
    "place": "An Thạnh",
    "applicant_name": "Nguyễn Thị Ngọc Hân",
    "applicant_id": "092185004417",
    "applicant_address": "Số nhà 128/4, tổ 6, ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ",
    "applicant_phone": "0912 345 678",
    "applicant_email": "ngochan.nguyenthi@example.vn",
    "procedure_name": (
        "Liên thông các thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế "
        "cho trẻ em dưới 6 tuổi"
    ),
}
CHAIR = Signer(authority="TM. Ủy ban nhân dân", title="Chủ tịch", name="Trần Quốc Việt")
VICE_CHAIR = Signer(authority="KT. Chủ tịch", title="Phó Chủ tịch", name="Lê Thị Thúy Phượng")


def reception_slip(**changes: object) -> ReceptionSlip:
    return ReceptionSlip(
        **{
            **APPLICANT,
            "number": "1208/TNHS",
            "dossier_code": CODE,
            "procedure_code": "2.002622",
            "follow_url": "https://motcua.antHanh.example.vn/theo-doi/7Q3KXM9T2B",
            "components": [
                ReceivedPaper(
                    paper_name="Tờ khai đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế",
                    kind="bản chính",
                ),
                ReceivedPaper(paper_name="Giấy chứng sinh", kind="bản chính"),
                ReceivedPaper(
                    paper_name="Văn bản đồng ý cho đăng ký thường trú của chủ hộ, chủ sở hữu chỗ ở hợp pháp",
                    kind="bản sao chứng thực",
                    quantity=2,
                ),
            ],
            "sets": 1,
            "statutory_time": "3 ngày làm việc",
            "received_at": datetime(2026, 11, 23, 8, 40, tzinfo=HANOI),
            "due_at": datetime(2026, 11, 27, 8, 40, tzinfo=HANOI),
            "return_place": "Trung tâm Phục vụ hành chính công xã An Thạnh",
            "fee_vnd": 0,
            "fee_note": "Không thu",
            "book_no": "01/2026",
            "book_seq": 1208,
            "officer_name": "Phan Thị Kim Ngân",
            "lookup_note": "Quét mã QR để xem hồ sơ đến đâu, hoặc gọi 0292 000 0118 trong giờ làm việc.",
            **changes,
        }
    )


def supplement_request(**changes: object) -> SupplementRequest:
    return SupplementRequest(
        **{
            **APPLICANT,
            "number": "07/HDHS",
            "issued_on": date(2026, 11, 23),
            "dossier_code": CODE,
            "missing": [
                MissingPaper(
                    component="Giấy chứng sinh: tên mẹ ghi khác với căn cước, đề nghị bệnh viện đính chính",
                    original=1,
                ),
                MissingPaper(component="Giấy ủy quyền có chứng thực", original=1, certified_copy=1),
            ],
            "reason": "Giấy chứng sinh ghi tên mẹ là “Nguyễn Thị Ngọc Hận”, khác với căn cước và dữ liệu dân cư.",
            "deadline": date(2026, 12, 2),
            "contact": "bà Phan Thị Kim Ngân, điện thoại 0292 000 0118",
            "officer_name": "Phan Thị Kim Ngân",
            **changes,
        }
    )


def refusal_slip(**changes: object) -> RefusalSlip:
    return RefusalSlip(
        **{
            **APPLICANT,
            "number": "02/TCHS",
            "issued_on": date(2026, 11, 23),
            "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
            "reason": (
                "Ông (bà) chưa từng đăng ký thường trú tại xã An Thạnh. Theo khoản 1 Điều 21 Nghị định số "
                "123/2015/NĐ-CP, Ủy ban nhân dân cấp xã nơi thường trú của công dân Việt Nam cấp Giấy xác nhận "
                "tình trạng hôn nhân. Đề nghị nộp hồ sơ tại Ủy ban nhân dân phường Ninh Kiều, thành phố Cần Thơ, "
                "hoặc nộp trực tuyến."
            ),
            "officer_name": "Phan Thị Kim Ngân",
            "appeal_note": "Nếu không đồng ý, ông (bà) có thể phản ánh qua số 1022 hoặc khiếu nại đến Chủ tịch "
            "Ủy ban nhân dân xã An Thạnh.",
            **changes,
        }
    )


def control_slip(**changes: object) -> ControlSlip:
    at = datetime(2026, 11, 23, 8, 55, tzinfo=HANOI)
    return ControlSlip(
        **{
            "agency": AGENCY,
            "desk": DESK,
            "place": "An Thạnh",
            "issued_on": date(2026, 11, 27),
            "dossier_code": CODE,
            "procedure_name": APPLICANT["procedure_name"],
            "solving_agency": "Phòng Văn hóa – Xã hội",
            "hops": [
                Hop(from_unit=DESK, to_unit="Phòng Văn hóa – Xã hội", handed_at=at, result="on_time",
                    from_signature="Phan Thị Kim Ngân", to_signature="Huỳnh Thanh Phương"),
                Hop(from_unit="Phòng Văn hóa – Xã hội", to_unit="Lãnh đạo Ủy ban nhân dân xã", handed_at=at,
                    from_signature="Huỳnh Thanh Phương", to_signature="Lê Thị Thúy Phượng", result="early"),
                Hop(from_unit="Lãnh đạo Ủy ban nhân dân xã", to_unit=DESK, handed_at=at, result="late",
                    from_signature="Lê Thị Thúy Phượng", to_signature="Phan Thị Kim Ngân",
                    remark="Chờ xác minh nơi cư trú của cha"),
            ],
            **changes,
        }
    )  # fmt: skip


def dossier_register(lines: int = 40, **changes: object) -> DossierRegister:
    return DossierRegister(
        **{
            "agency": AGENCY,
            "desk": DESK,
            "book_no": "01/2026",
            "year": 2026,
            "lines": [
                RegisterLine(
                    no=no,
                    dossier_code=f"H13.58.12-261123-{no:04}",
                    procedure_name="Chứng thực bản sao từ bản chính giấy tờ do cơ quan, tổ chức có thẩm quyền cấp",
                    sets=1,
                    applicant="Nguyễn Thị Ngọc Hân",
                    contact="Ấp Vàm Hồ A, xã An Thạnh, 0912 345 678",
                    solving_agency="Ủy ban nhân dân xã",
                    received_on=date(2026, 11, 23),
                    due_on=date(2026, 11, 23),
                    returned_on=date(2026, 11, 23) if no % 3 else None,
                    return_channel="Tại quầy",
                )
                for no in range(1, lines + 1)
            ],
            **changes,
        }
    )


def settlement_report(fields: int = 12, **changes: object) -> SettlementReport:
    names = (
        "Hộ tịch", "Chứng thực", "Bảo trợ xã hội", "Người có công", "Đất đai", "Hoạt động xây dựng",
        "Thành lập và hoạt động của hộ kinh doanh", "Giảm nghèo", "Cư trú", "Bảo hiểm y tế",
        "Thi đua, khen thưởng", "Thủ tục hành chính liên thông",
    )  # fmt: skip
    row = {
        "received_total": 1482, "received_online": 1204, "received_direct_postal": 231, "carried_over": 47,
        "settled_total": 1429, "settled_early": 1010, "settled_on_time": 417, "settled_late": 2,
        "pending_total": 53, "pending_in_time": 52, "pending_overdue": 1,
    }  # fmt: skip
    rows = [SettlementRow(field=name, **row) for name in names[:fields]]
    total = SettlementRow(field="Tổng số", **{key: value * fields for key, value in row.items()})
    return SettlementReport(
        **{
            "agency": AGENCY,
            "place": "An Thạnh",
            "issued_on": date(2026, 9, 25),
            "unit": AGENCY,
            "receiver": "Ủy ban nhân dân thành phố Cần Thơ (Văn phòng)",
            "period": "Quý III năm 2026",
            "from_on": date(2026, 6, 15),
            "to_on": date(2026, 9, 14),
            "rows": rows,
            "total": total,
            "policy_name": "Khối riêng",
            "policy_note": "Hồ sơ rút, dừng, trả lại sau khi tiếp nhận nêu riêng: 3 hồ sơ; "
            "cột (3) = cột (7) + cột (11) + 3. Hồ sơ chưa tiếp nhận không tính vào cột (3).",
            "head_title": "Chủ tịch",
            "maker_name": "Huỳnh Thanh Phương",
            "head_name": "Trần Quốc Việt",
            **changes,
        }
    )


def birth_certificate(**changes: object) -> BirthCertificate:
    return BirthCertificate(
        **{
            "agency": AGENCY,
            "place": "An Thạnh",
            "number": "112/2026",
            "issued_on": date(2026, 11, 23),
            "full_name": "Trần Nguyễn Hoàng Phương Uyên",
            "birth_on": date(2026, 10, 15),
            "sex": "Nữ",
            "ethnicity": "Kinh",
            "nationality": "Việt Nam",
            "birth_place": "Bệnh viện Phụ sản thành phố Cần Thơ, phường Ninh Kiều, thành phố Cần Thơ",
            "home_town": "Xã An Thạnh, thành phố Cần Thơ",
            "personal_id": "092326001188",
            "mother": Parent(
                full_name="Nguyễn Thị Ngọc Hân", birth_year="1996", ethnicity="Khmer", nationality="Việt Nam",
                residence="Số nhà 128/4, tổ 6, ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ",
            ),
            "father": Parent(
                full_name="Trần Văn Đượm", birth_year="1992", ethnicity="Kinh", nationality="Việt Nam",
                residence="Số nhà 128/4, tổ 6, ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ",
            ),
            "declarant_name": "Nguyễn Thị Ngọc Hân",
            "declarant_id_paper": "Căn cước số 092196004417, Bộ Công an cấp ngày 05/8/2024",
            "registered_place": AGENCY + ", thành phố Cần Thơ",
            "registered_on": date(2026, 11, 23),
            "signer": VICE_CHAIR,
            **changes,
        }
    )  # fmt: skip


def certification(**changes: object) -> Certification:
    return Certification(
        **{
            "agency": AGENCY,
            "place": "An Thạnh",
            "number": "3127",
            "issued_on": date(2026, 11, 23),
            "book_no": "01/2026-SCT/BS",
            "details": [
                Line(
                    label="Tên giấy tờ", value="Bằng tốt nghiệp trung học phổ thông của Nguyễn Thị Ngọc Hân"
                ),
                Line(label="Số bản", value="03 bản, mỗi bản 02 trang"),
            ],
            "signer": VICE_CHAIR,
            **changes,
        }
    )


def decision(**changes: object) -> Result:
    return Result(
        **{
            "agency": AGENCY,
            "place": "An Thạnh",
            "number": "158/QĐ-UBND",
            "issued_on": date(2026, 11, 23),
            "type_vi": "Quyết định",
            "about": "Về việc trợ cấp xã hội hàng tháng đối với bà Huỳnh Thị Mười",
            "symbol": "QĐ-UBND",
            "authority": "Chủ tịch Ủy ban nhân dân xã An Thạnh",
            "grounds": [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách;",
                "Theo đề nghị của Trưởng phòng Văn hóa – Xã hội.",
            ],
            "enacting": "Quyết định:",
            "articles": [
                Line(
                    label="Điều 1",
                    value="Trợ cấp xã hội hàng tháng đối với bà Huỳnh Thị Mười, sinh năm 1941, thường trú tại ấp "
                    "Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ; mức hưởng 1.250.000 đồng/tháng (Một triệu hai trăm năm "
                    "mươi nghìn đồng), kể từ tháng 12 năm 2026.",
                ),
                Line(label="Điều 2", value="Quyết định này có hiệu lực kể từ ngày ký."),
                Line(
                    label="Điều 3",
                    value="Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng Văn hóa – Xã hội, Thủ "
                    "trưởng các đơn vị có liên quan và bà Huỳnh Thị Mười chịu trách nhiệm thi hành Quyết định này./.",
                ),
            ],
            "recipients": ["Như Điều 3", "Sở Y tế thành phố Cần Thơ", "Lưu: VT, VHXH"],
            "signer": VICE_CHAIR,
            **changes,
        }
    )


def death_extract(**changes: object) -> Result:
    return Result(
        **{
            "agency": AGENCY,
            "place": "An Thạnh",
            "number": "31/TLKT",
            "issued_on": date(2026, 2, 5),
            "type_vi": "Trích lục khai tử",
            "symbol": "TLKT",
            "fields": [
                Line(label="Họ, chữ đệm, tên", value="NGUYỄN VĂN ÚT", strong=True),
                Line(label="Ngày, tháng, năm sinh", value="12/5/1938"),
                Line(label="Giới tính", value="Nam"),
                Line(label="Nơi cư trú cuối cùng", value="Ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ"),
                Line(label="Đã chết vào lúc", value="04 giờ 20 phút, ngày 01 tháng 02 năm 2026"),
                Line(label="Nơi chết", value="Tại nhà riêng"),
                Line(label="Nguyên nhân chết", value="Bệnh già"),
            ],
            "closing": ["Đăng ký khai tử tại Ủy ban nhân dân xã An Thạnh, số 31, quyển số 01/2026."],
            "signer": CHAIR,
            "signed_at": datetime(2026, 2, 5, 14, 5, tzinfo=HANOI),
            **changes,
        }
    )


def fee_receipt(**changes: object) -> FeeReceipt:
    return FeeReceipt(
        **{
            "agency": AGENCY,
            "desk": DESK,
            "number": "0000451",
            "dossier_code": CODE,
            "payer_name": "Nguyễn Thị Ngọc Hân",
            "payer_address": "Số nhà 128/4, tổ 6, ấp Vàm Hồ A, xã An Thạnh, thành phố Cần Thơ",
            "reason": "Chứng thực bản sao từ bản chính",
            "lines": [
                FeeRow(label_vi="Trang thứ 1, thứ 2", quantity=6, unit="trang", unit_price_vnd=2000,
                       amount_vnd=12000, basis="Thông tư 226/2016/TT-BTC"),
                FeeRow(label_vi="Từ trang thứ 3", quantity=73, unit="trang", unit_price_vnd=1000,
                       amount_vnd=73000, basis="Thông tư 226/2016/TT-BTC"),
            ],
            "total_vnd": 85000,
            "amount_vnd": 85000,
            "method": "tiền mặt",
            "paid_at": datetime(2026, 11, 23, 9, 5, tzinfo=HANOI),
            "collector_name": "Phan Thị Kim Ngân",
            **changes,
        }
    )  # fmt: skip


SAMPLES: dict[str, Content] = {
    "form_01": reception_slip(),
    "form_02": supplement_request(),
    "form_03": refusal_slip(),
    "form_06": control_slip(),
    "form_07": dossier_register(),
    "report_06a": settlement_report(),
    "birth_certificate": birth_certificate(),
    "certification": certification(),
    "result": decision(),
    "fee_receipt": fee_receipt(),
}
