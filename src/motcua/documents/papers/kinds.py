"""The kinds of paper: what each holds, how it is numbered, whether it must be signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from motcua.documents.papers import (
    awards,
    desk_forms,
    directives,
    initiatives,
    inspections,
    money,
    registers,
    reports,
    results,
)
from motcua.documents.papers.content import Content, Signed


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper.

    Args:
        id: code stored with each paper; also the name of its template.
        name_vi: name in lists and in the title of the PDF.
        content: the class of its data.
        numbering: format of its number from ``seq``, ``year`` and ``content``; empty if it has none. Each
            kind and ending has its own series, from 1 each year (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).
        named_by: the field of its data that says what it is called, where that differs from paper to paper.
    """

    id: str
    name_vi: str
    content: type[Content]
    numbering: str = ""
    named_by: str = ""

    def name_of(self, data: Content | Mapping[str, Any]) -> str:
        """What a paper with this data is called."""
        called = data.get(self.named_by) if isinstance(data, Mapping) else getattr(data, self.named_by, "")
        return called or self.name_vi

    @property
    def is_signed(self) -> bool:
        """It counts only once somebody with authority has signed it."""
        return issubclass(self.content, Signed)

    def number(self, content: Content, *, seq: int, year: int) -> str:
        return self.numbering.format(seq=seq, year=year, content=content)

    def series(self, content: Content) -> str:
        """Name the series of numbers that a paper with this content belongs to."""
        return f"{self.id}:{self.number(content, seq=0, year=0)}"


_KINDS = (
    PaperKind(
        "form_01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", desk_forms.ReceptionSlip, "{seq:02d}/TNHS"
    ),
    PaperKind(
        "form_02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", desk_forms.SupplementRequest, "{seq:02d}/HDHS"
    ),
    PaperKind(
        "form_03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", desk_forms.RefusalSlip, "{seq:02d}/TCHS"
    ),
    PaperKind("form_06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", desk_forms.ControlSlip),
    PaperKind("form_07", "Sổ theo dõi hồ sơ", registers.DossierRegister),
    PaperKind("report_06a", "Biểu II.06a/VPCP/KSTT", registers.SettlementReport),
    PaperKind("birth_certificate", "Giấy khai sinh", results.BirthCertificate, "{seq:02d}/{year}"),
    PaperKind("certification", "Lời chứng", results.Certification),
    PaperKind("result", "Kết quả giải quyết thủ tục", results.Result, "{seq:02d}/{content.symbol}"),
    PaperKind("fee_receipt", "Biên lai thu phí, lệ phí", money.FeeReceipt),
    PaperKind("official_letter", "Công văn", directives.OfficialLetter),
    PaperKind("plan", "Kế hoạch", directives.Plan),
    PaperKind("conference_conclusion", "Thông báo kết luận hội nghị", directives.ConclusionNotice),
    PaperKind("model_report", "Báo cáo", reports.ModelReport),
    PaperKind("award_submission", "Tờ trình đề nghị khen thưởng", awards.AwardSubmission),
    PaperKind("award_decision", "Quyết định khen thưởng", awards.AwardDecision),
    PaperKind("commendation", "Giấy khen", awards.Commendation, named_by="called"),
    PaperKind("inspection_decision", "Quyết định kiểm tra công vụ", inspections.InspectionDecision),
    PaperKind("inspection_minutes", "Biên bản kiểm tra công vụ", inspections.InspectionMinutes),
    PaperKind("inspection_conclusion", "Thông báo kết luận kiểm tra", inspections.InspectionConclusion),
    PaperKind(
        "initiative_minutes", "Biên bản họp hội đồng sáng kiến", initiatives.InitiativeMinutes, "{seq:02d}/BB-HĐSK"
    ),
    PaperKind(
        "initiative_decision", "Quyết định công nhận sáng kiến", initiatives.RecognitionDecision,
        "{seq:02d}/QĐ-UBND",
    ),
    PaperKind(
        "initiative_certificate", "Giấy chứng nhận sáng kiến", initiatives.InitiativeCertificate,
        "{seq:02d}/GCN-SK",
    ),
)  # fmt: skip
KINDS: Mapping[str, PaperKind] = {kind.id: kind for kind in _KINDS}


class WrongContent(TypeError):
    """The data of a paper lacks a key, has one too many or of the wrong type: a fault of the caller."""


def content_of(kind: str, data: Content | Mapping[str, Any]) -> Content:
    """Return the data of a paper as its class, from the class itself or from stored JSON.

    Raises:
        WrongContent: a key is missing, unknown or has the wrong type, or the kind is unknown.
    """
    if kind not in KINDS:
        raise WrongContent(f"There is no paper {kind!r}.")
    expected = KINDS[kind].content
    if isinstance(data, expected):
        return data
    if isinstance(data, Content):
        raise WrongContent(f"{kind} needs {expected.__name__}, not {type(data).__name__}.")
    try:
        return msgspec.convert(dict(data), expected)
    except msgspec.ValidationError as error:
        raise WrongContent(f"{kind}: {error}") from error
