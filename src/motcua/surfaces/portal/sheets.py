"""A procedure as a sheet for the person who needs it: four facts, papers, ways, law."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalogue.definitions import Document, ProcedureDefinition, Step
from motcua.organisation.models import Unit
from motcua.organisation.roles import Role
from motcua.surfaces.portal.fee_words import fee_words

SOURCES = {
    "national_population_db": lambda: _("Tra trong Cơ sở dữ liệu quốc gia về dân cư"),
    "civil_status_db": lambda: _("Tra trong cơ sở dữ liệu hộ tịch"),
    "signed_birth_data": lambda: _("Bệnh viện gửi dữ liệu có ký số"),
    "signed_death_data": lambda: _("Cơ sở y tế gửi dữ liệu có ký số"),
    "land_db": lambda: _("Tra trong cơ sở dữ liệu đất đai"),
}
ICONS = {"e_form": "pen-line", "present": "id-card", "submit": "file-text"}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper in a list: its name and, small, how it is handed in or when it is needed."""

    name: str
    small: str
    icon: str


def to_bring(definition: ProcedureDefinition) -> list[PaperLine]:
    """Papers that everybody brings; one that only shows who stands there is brought although it can be looked up."""
    return [_line(paper) for paper in definition.documents if paper.required and _is_brought(paper)]


def to_bring_sometimes(definition: ProcedureDefinition) -> list[PaperLine]:
    """Papers that only some cases need, each with its case."""
    return [_line(paper) for paper in definition.documents if not paper.required and _is_brought(paper)]


def looked_up(definition: ProcedureDefinition) -> list[PaperLine]:
    """Papers that the office must look up first and may not ask for when it finds them."""
    return [
        PaperLine(paper.name_vi, _looked_up_words(paper), "check")
        for paper in definition.documents
        if not _is_brought(paper)
    ]


def ways(definition: ProcedureDefinition, unit: Unit | None, *, open_words: str) -> list[dict[str, Any]]:
    """How a dossier may be handed in, nearest first; only what the version allows."""
    channels = definition.channels
    found = []
    if channels.direct or channels.assisted_at_desk:
        words = open_words if channels.direct else _("Cán bộ giúp bà con làm qua mạng ngay tại quầy")
        found.append(
            _way("door-open", "light", _("Đến Bộ phận Một cửa"), channels.reception_hours_vi or words)
        )
    if channels.online_level != "none":
        level = {
            "full": _("Trên Cổng Dịch vụ công quốc gia, làm hết các bước qua mạng"),
            "partial": _("Trên Cổng Dịch vụ công quốc gia, một vài bước vẫn phải đến quầy"),
        }
        found.append(_way("smartphone", "", _("Tại nhà, bằng điện thoại"), level[channels.online_level]))
    if channels.postal:
        words = _("Nhân viên bưu điện nhận giấy tờ và mang kết quả về")
        found.append(_way("mailbox", "river", _("Qua bưu điện"), words))
    if channels.mobile_service:
        words = _("Cho người già yếu, khuyết tật, ốm đau không đi được. Xin gọi để hẹn.")
        found.append(
            {**_way("bike", "lotus", _("Cán bộ đến nhà tôi"), words), "phone": unit.phone if unit else ""}
        )
    return found


def facts(
    definition: ProcedureDefinition, unit: Unit | None, *, day: str, day_small: str
) -> list[tuple[str, str, str, str]]:
    """The four answers: when, how much, where, who can come."""
    price, price_small = fee_words(definition)
    return [
        ("calendar-check", _("Có kết quả"), day, day_small),
        ("banknote", _("Phí, lệ phí"), price, price_small),
        ("map-pin", _("Làm ở đâu"), *_where(definition, unit)),
        ("bike", _("Ai đến nhà tôi được"), *_who_comes(definition)),
    ]


def steps(definition: ProcedureDefinition) -> list[str]:
    """Who usually does what, one line a step."""
    return [_step(step) for step in definition.steps]


def _is_brought(paper: Document) -> bool:
    return not paper.replaced_by_data or (paper.required and paper.mode == "present")


def _line(paper: Document) -> PaperLine:
    kind = "e_form" if paper.online_equivalent == "e_form" else paper.mode
    words = [_needed_when(paper), _how(paper)]
    return PaperLine(paper.name_vi, " ".join(word for word in words if word), ICONS[kind])


def _needed_when(paper: Document) -> str:
    return _("Chỉ cần khi: %(case)s.") % {"case": paper.when_vi} if paper.when_vi else ""


def _how(paper: Document) -> str:
    if paper.online_equivalent == "e_form":
        return _("Khai tại quầy, cán bộ in ra để bà con ký.")
    if paper.mode == "present":
        return _("Chỉ xem rồi đưa lại, không giữ.")
    counts = {
        _("%(n)d bản chính"): paper.original,
        _("%(n)d bản sao"): paper.copy,
        _("%(n)d bản sao có chứng thực"): paper.certified,
    }
    wanted = [words % {"n": count} for words, count in counts.items() if count]
    return _("Nộp %(what)s.") % {"what": _(" và ").join(wanted)} if wanted else ""


def _looked_up_words(paper: Document) -> str:
    source = SOURCES.get(paper.replaced_by_data)
    found = str(source()) if source else _("Tra trong dữ liệu của nhà nước")
    return _("%(where)s; không tra được thì cán bộ mới hỏi giấy.") % {"where": found}


def _way(icon: str, tone: str, title: str, words: str) -> dict[str, Any]:
    return {"icon": icon, "tone": tone, "title": title, "words": words, "phone": ""}


def _where(definition: ProcedureDefinition, unit: Unit | None) -> tuple[str, str]:
    here = _("Bộ phận Một cửa %(unit)s") % {"unit": unit.name_in_sentence} if unit else ""
    if definition.non_territorial:
        return _("Xã, phường nào cũng được"), here
    return _("Bộ phận Một cửa"), unit.name_in_sentence if unit else ""


def _who_comes(definition: ProcedureDefinition) -> tuple[str, str]:
    channels = definition.channels
    if channels.mobile_service:
        return _("Cán bộ của xã"), _("khi cả nhà không ai đi được; xin gọi để hẹn")
    if channels.postal:
        return _("Nhân viên bưu điện"), _("nhận giấy tờ và mang kết quả về")
    if channels.direct or channels.assisted_at_desk:
        return _("Bà con đến quầy"), ""
    return _("Không ai phải đi"), _("việc này làm qua mạng")


def _step(step: Step) -> str:
    who = str(Role(step.role).label)
    if step.hours is None:
        return _("%(who)s: %(what)s.") % {"who": who, "what": step.action_vi}
    return _("%(who)s: %(what)s (%(hours)s giờ).") % {
        "who": who, "what": step.action_vi, "hours": f"{step.hours:g}".replace(".", ","),
    }  # fmt: skip
