"""What a person takes home: believable content of certificates, statements and decisions."""

from datetime import date
from typing import Any

from motcua.documents.models import BookKind
from motcua.documents.papers.content import Content, Line, Signer
from motcua.documents.papers.results import BirthCertificate, Certification, Parent, Result
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers import agency_name
from motcua.identity.sexes import Sex
from motcua.kernel.vietnamese import day
from motcua.organisation.access import Officer

_BIRTHS = {
    "birth_registration", "birth_mobile", "birth_reregistration", "birth_with_parent_recognition",
    "birth_person_with_papers",
}  # fmt: skip
_STATEMENTS = {
    "certified_copy": (BookKind.CERTIFIED_COPIES, "SCT/BS", "Lời chứng chứng thực bản sao từ bản chính"),
    "certified_signature": (BookKind.CERTIFIED_SIGNATURES, "SCT/CK,CĐ", "Lời chứng chứng thực chữ ký"),
    "certified_transaction": (BookKind.CERTIFIED_TRANSACTIONS, "SCT/HĐ,GD", "Lời chứng chứng thực hợp đồng, giao dịch"),
    "certified_will": (BookKind.CERTIFIED_TRANSACTIONS, "SCT/HĐ,GD", "Lời chứng chứng thực di chúc"),
    "certified_inheritance_refusal": (
        BookKind.CERTIFIED_TRANSACTIONS, "SCT/HĐ,GD", "Lời chứng chứng thực văn bản từ chối nhận di sản"
    ),
}  # fmt: skip
_TYPES = {
    "civil_status_extract": ("Trích lục hộ tịch", "TLHT-UBND"),
    "marital_status_certificate": ("Giấy xác nhận tình trạng hôn nhân", "XNTTHN-UBND"),
    "marriage_registration": ("Giấy chứng nhận kết hôn", "KH-UBND"),
    "death_registration": ("Trích lục khai tử", "TLKT-UBND"), "death_mobile": ("Trích lục khai tử", "TLKT-UBND"),
    "civil_status_change": ("Trích lục thay đổi, cải chính hộ tịch", "TLTĐ-UBND"),
    "parent_child_recognition": ("Trích lục đăng ký nhận cha, mẹ, con", "TLNCM-UBND"),
    "guardianship_registration": ("Trích lục đăng ký giám hộ", "TLGH-UBND"),
    "copy_from_master_register": ("Bản sao từ sổ gốc", "BSSG-UBND"),
    "household_business_registration": ("Giấy chứng nhận đăng ký hộ kinh doanh", "GCN-HKD"),
    "construction_permit_house": ("Giấy phép xây dựng", "GPXD-UBND"),
    "first_land_certificate": ("Thông báo cấp Giấy chứng nhận quyền sử dụng đất", "TB-UBND"),
    "disability_level": ("Giấy xác nhận khuyết tật", "GXNKT-UBND"),
    "disability_certificate_reissue": ("Giấy xác nhận khuyết tật", "GXNKT-UBND"),
    "merit_family_confirmation": ("Giấy xác nhận thân nhân người có công", "GXN-UBND"),
    "poor_household_regular": ("Giấy chứng nhận hộ nghèo, hộ cận nghèo", "GCN-HN"),
    "average_living_standard_household": ("Giấy xác nhận hộ có mức sống trung bình", "GXN-UBND"),
}  # fmt: skip


def statement_book(slug: str) -> BookKind | None:
    """The register in which a certification takes its number; None for other results."""
    return _STATEMENTS[slug][0] if slug in _STATEMENTS else None


def result_of(dossier: Dossier, *, leader: Officer, on: date, line: int | None) -> tuple[str, Content]:
    """Return the kind and content of the result that is drawn up for a dossier.

    Args:
        line: the number taken from the register of certifications, where there is one.
    """
    slug = dossier.procedure.slug
    head: dict[str, Any] = {
        "agency": agency_name(dossier.unit), "place": dossier.unit.short_name, "signer": _signer(leader)
    }  # fmt: skip
    if slug in _BIRTHS:
        return "birth_certificate", _birth(dossier, head, on)
    if slug in _STATEMENTS:
        return "certification", _statement(dossier, head, on, line)
    return "result", _result(dossier, head, on)


def _signer(leader: Officer) -> Signer:
    if leader.title.startswith("Phó"):
        return Signer(name=leader.name, title="PHÓ CHỦ TỊCH", authority="KT. CHỦ TỊCH")
    return Signer(name=leader.name, title="CHỦ TỊCH")


def _birth(dossier: Dossier, head: dict[str, Any], on: date) -> BirthCertificate:
    answers, place = dossier.answers, _place(dossier)
    born = str(answers.get("child_dob") or answers.get("person_dob") or "")
    whole = len(born) == 10
    mother, father = (str(answers.get(f"{parent}_full_name", "")) for parent in ("mother", "father"))
    return BirthCertificate(
        **head,
        full_name=dossier.subject_name or dossier.applicant_name,
        sex=str(Sex(answers["child_sex"]).label) if answers.get("child_sex") in Sex.values else "",
        ethnicity="Kinh",
        nationality="Việt Nam",
        birth_place=str(answers.get("child_birth_place") or place),
        home_town=str(answers.get("child_home_town") or place),
        birth_on=date.fromisoformat(born) if whole else None,
        birth_text="" if whole else born,
        mother=Parent(full_name=mother, nationality="Việt Nam", residence=place) if mother else None,
        father=Parent(full_name=father, nationality="Việt Nam", residence=place) if father else None,
        declarant_name=dossier.applicant_name,
        declarant_id_paper=f"Căn cước số {dossier.applicant.personal_id}",
        registered_place=head["agency"],
        registered_on=on,
    )


def _statement(dossier: Dossier, head: dict[str, Any], on: date, line: int | None) -> Certification:
    _kind, symbol, title = _STATEMENTS[dossier.procedure.slug]
    details = [Line(label="Người yêu cầu", value=dossier.applicant_name, strong=True)]
    if dossier.applicant.personal_id:
        details.append(Line(label="Căn cước số", value=dossier.applicant.personal_id))
    items = dossier.answers.get("items")
    if isinstance(items, list):
        details += [
            Line(label=str(row.get("document_name", "Giấy tờ")), value=f"{row.get('copies', 1)} bản")
            for row in items
        ]
    words = ["Chứng thực bản sao đúng với bản chính."] if dossier.procedure.slug == "certified_copy" else [
        f"Tại {_desk_place(dossier)}, người yêu cầu đã ký trước mặt người thực hiện chứng thực."
    ]  # fmt: skip
    return Certification(
        **head,
        number=str(line),
        book_no=f"01/{on.year}-{symbol}",
        title=title,
        statement=words,
        details=details,
    )


def _result(dossier: Dossier, head: dict[str, Any], on: date) -> Result:
    slug = dossier.procedure.slug
    type_vi, symbol = _TYPES.get(slug, ("Quyết định", "QĐ-UBND"))
    person = dossier.applicant
    fields = [Line(label="Họ, chữ đệm, tên", value=person.full_name, strong=True)]
    if person.birth_on:
        fields.append(Line(label="Ngày, tháng, năm sinh", value=day(person.birth_on)))
    fields += [
        Line(label="Số định danh cá nhân", value=person.personal_id),
        Line(label="Nơi cư trú", value=person.address),
    ]
    if dossier.subject_name and dossier.subject_name != person.full_name:
        fields.append(Line(label="Người được giải quyết", value=dossier.subject_name))
    return Result(
        **head,
        type_vi=type_vi,
        symbol=symbol,
        about=f"Về việc {dossier.version.name[0].lower()}{dossier.version.name[1:]}",
        grounds=[f"Căn cứ {basis};" for basis in dossier.version.definition.legal_basis[:2]],
        fields=fields,
        recipients=["Người nộp hồ sơ", "Lưu: VT"],
    )


def _place(dossier: Dossier) -> str:
    return dossier.contact_address.rpartition("ấp ")[2].partition(", ")[2] or dossier.unit.name


def _desk_place(dossier: Dossier) -> str:
    return agency_name(dossier.unit)
