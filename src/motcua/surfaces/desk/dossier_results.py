"""Which paper a dossier ends with, and what is known for it before anybody types."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.documents.models import BookKind
from motcua.documents.papers.content import Line
from motcua.dossiers.papers import agency_name
from motcua.kernel.vietnamese import day
from motcua.organisation.queries import full_name
from motcua.surfaces.desk.dossier_answers import answers, said, table
from motcua.surfaces.desk.dossier_scene import Scene

BIRTH, CERTIFICATION, RESULT = "birth_certificate", "certification", "result"
_BIRTH_CODE = "KQ.G15.000031"
_COPIES = frozenset({"certified_copy", "copy_from_master_register"})
#: Endings of numbers by the first words of a result's name (Nghị định 30/2020/NĐ-CP, Phụ lục III).
_SYMBOLS = (
    ("Quyết định", "QĐ-UBND"), ("Trích lục khai tử", "TLKT"), ("Trích lục", "TLHT"), ("Giấy xác nhận", "GXN-UBND"),
    ("Giấy chứng nhận", "GCN-UBND"), ("Giấy phép xây dựng", "GPXD"), ("Thông báo", "TB-UBND"), ("Bản sao", "BS-UBND"),
)  # fmt: skip


@dataclass(frozen=True)
class CertifiedPaper:
    """One paper of which copies are certified."""

    name: str
    pages: int
    copies: int


def result_kind(scene: Scene) -> str:
    """The kind of paper that the procedure's first result is printed as."""
    first = scene.definition.results[0] if scene.definition.results else None
    if first is not None and first.code == _BIRTH_CODE and scene.definition.field == "ho_tich":
        return BIRTH
    return CERTIFICATION if scene.definition.field == "chung_thuc" else RESULT


def birth_facts(scene: Scene) -> dict[str, Any]:
    """What the birth certificate repeats from the e-form."""
    born = _day(scene.dossier.answers.get("child_dob"))
    place = ", ".join(filter(None, [said(scene, "child_birth_facility"), said(scene, "child_birth_place")]))
    facts: dict[str, Any] = {
        "full_name": said(scene, "child_full_name"), "birth_on": born, "sex": said(scene, "child_sex"),
        "ethnicity": said(scene, "child_ethnicity"), "nationality": said(scene, "child_nationality"),
        "birth_place": place, "home_town": said(scene, "child_home_town"),
        "declarant_name": scene.dossier.applicant_name, "declarant_id_paper": _id_paper(scene),
    }  # fmt: skip
    for parent in ("mother", "father"):
        if said(scene, f"{parent}_full_name"):
            facts |= {
                f"{parent}_{part}": said(scene, f"{parent}_{part}")
                for part in ("full_name", "ethnicity", "nationality", "residence")
            }
            facts[f"{parent}_birth_year"] = str(scene.dossier.answers.get(f"{parent}_dob", ""))[:4]
    return facts


def registered_place(scene: Scene) -> str:
    """``Ủy ban nhân dân xã An Thạnh, thành phố Cần Thơ``."""
    unit = scene.dossier.unit
    _own, comma, above = full_name(unit, scene.now.date()).partition(", ")
    return f"{agency_name(unit)}{comma}{above}"


def certified_papers(scene: Scene) -> list[CertifiedPaper]:
    """The papers that the applicant has listed; one without a name where the e-form has no list."""
    rows = [
        CertifiedPaper(row.get("document_name", ""), _whole(row.get("pages")), _whole(row.get("copies")))
        for row in table(scene, "items")
    ]
    name = said(scene, "paper_name") or scene.definition.name_vi
    return rows or [CertifiedPaper(name, 1, 1)]


def certification_words(scene: Scene) -> str:
    """The statement of who certifies, by what is certified. Source: Thông tư 01/2020/TT-BTP, Phụ lục."""
    if scene.definition.id in _COPIES:
        return _("Chứng thực bản sao đúng với bản chính.")
    words = {"name": scene.dossier.applicant_name, "number": scene.dossier.applicant.personal_id}
    return (
        _(
            "Chứng thực ông (bà) %(name)s, căn cước số %(number)s, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung "
            "của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt tôi."
        )
        % words
    )


def certification_title(scene: Scene) -> str:
    if scene.definition.id in _COPIES:
        return _("Lời chứng chứng thực bản sao từ bản chính")
    if scene.definition.id == "certified_signature":
        return _("Lời chứng chứng thực chữ ký")
    return _("Lời chứng chứng thực giao dịch")


def certification_book(scene: Scene) -> tuple[BookKind, str]:
    """The register in which it is entered, and the symbol behind its number."""
    if scene.definition.id in _COPIES:
        return BookKind.CERTIFIED_COPIES, "SCT/BS"
    if scene.definition.id == "certified_signature":
        return BookKind.CERTIFIED_SIGNATURES, "SCT/CK"
    return BookKind.CERTIFIED_TRANSACTIONS, "SCT/HĐ,GD"


def result_facts(scene: Scene) -> dict[str, str]:
    """Type, symbol, subject, grounds and content of any other result, from its name and the e-form."""
    results = scene.definition.results
    name = results[0].name_vi if results else scene.definition.name_vi
    kind, symbol = next(
        ((start, symbol) for start, symbol in _SYMBOLS if name.startswith(start)), (name, "KQ-UBND")
    )
    rest = name.removeprefix(kind).strip()
    about = _("%(what)s của %(whom)s") % {
        "what": rest or scene.definition.name_vi, "whom": scene.dossier.subject_name or scene.dossier.applicant_name,
    }  # fmt: skip
    return {
        "type_vi": kind,
        "symbol": symbol,
        "about": f"Về việc {about[0].lower()}{about[1:]}" if kind == "Quyết định" else about,
        "grounds": "\n".join(f"Căn cứ {law};" for law in scene.definition.legal_basis[:4]),
        "lines": _decision(scene, about) if kind == "Quyết định" else _extract(scene),
    }


def lines_of(text: str) -> list[Line]:
    """Read “label: value”, one a line; a line without a colon goes on with the one before."""
    lines: list[Line] = []
    for row in filter(None, (part.strip() for part in text.splitlines())):
        label, colon, value = row.partition(":")
        if colon and len(label) <= 80 and value.strip():
            lines.append(Line(label=label.strip(), value=value.strip()))
        elif lines:
            last = lines.pop()
            lines.append(Line(label=last.label, value=f"{last.value} {row}"))
        else:
            lines.append(Line(label=_("Nội dung"), value=row))
    return lines


def _decision(scene: Scene, about: str) -> str:
    whom = scene.dossier.subject_name or scene.dossier.applicant_name
    return "\n".join(
        [
            _("Điều 1: Đồng ý %(about)s.") % {"about": f"{about[0].lower()}{about[1:]}"},
            _("Điều 2: Quyết định này có hiệu lực kể từ ngày ký."),
            _(
                "Điều 3: Các bộ phận có liên quan và ông (bà) %(name)s chịu trách nhiệm thi hành Quyết định này."
            )
            % {"name": whom},
        ]
    )


def _extract(scene: Scene) -> str:
    """The answers about the matter itself, without the applicant's own and without promises."""
    rows = [
        f"{label}: {value}"
        for title, lines in answers(scene)
        if not re.search("cam đoan|nhận kết quả|giấy tờ nộp", title, re.IGNORECASE)
        for label, value in lines
    ]
    return "\n".join(rows[:24])


def _id_paper(scene: Scene) -> str:
    person = scene.dossier.applicant
    if not person.personal_id:
        return ""
    if person.id_issued_on:
        return _("Căn cước số %(number)s, cấp ngày %(day)s") % {
            "number": person.personal_id,
            "day": day(person.id_issued_on),
        }
    return _("Căn cước số %(number)s") % {"number": person.personal_id}


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _whole(text: object) -> int:
    digits = str(text or "").replace(".", "")
    return int(digits) if digits.isdecimal() else 1
