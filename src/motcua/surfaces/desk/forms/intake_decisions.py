"""What is asked for on form 02 and why, and why a dossier is refused on form 03."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.inputs import SupplementInput
from motcua.dossiers.models.papers import CopyKind
from motcua.surfaces.components.typed_days import day_of
from motcua.surfaces.desk.forms.intake import Typed, text

ASKED = "ask"


def supplements(typed: Typed) -> tuple[tuple[SupplementInput, ...], date | None, dict[str, str]]:
    """Return the papers to bring or mend, the last day, and a sentence for each gap."""
    errors: dict[str, str] = {}
    items = []
    for component_id in dict.fromkeys(typed.getlist(ASKED)):
        reason = text(typed, f"ask.{component_id}.reason")
        if not reason:
            errors[f"ask.{component_id}.reason"] = _("Ghi rõ thiếu gì hoặc phải sửa chỗ nào.")
        kind = text(typed, f"ask.{component_id}.kind") or CopyKind.ORIGINAL
        items.append(SupplementInput(component_id=component_id, reason=reason[:500], copy_kind=kind))
    if not items:
        errors["ask"] = _("Chọn ít nhất một giấy cần bổ sung.")
    respond_by = None
    try:
        respond_by = day_of(text(typed, "ask.respond_by"))
    except ValueError:
        errors["ask.respond_by"] = _("Ngày này không có trong lịch. Ví dụ: 14/12/2026")
    return tuple(items), respond_by, errors


def refusal(typed: Typed) -> tuple[str, str]:
    """Return the reason and the legal ground; the service asks for what is not there."""
    return text(typed, "refuse.reason")[:1000], text(typed, "refuse.legal_ground")[:500]


PLACES = {
    "items": "ask",
    "respond_by": "ask.respond_by",
    "reason": "refuse.reason",
    "legal_ground": "refuse.legal_ground",
}


def ask_lines(typed: Typed, papers: Iterable[Any]) -> list[dict[str, Any]]:
    """Return every listed paper with what is asked of it; at first, those that are required and not there."""
    begun = text(typed, "decision.seen") == "supplement"
    asked = set(typed.getlist(ASKED))
    return [
        {
            "id": paper.id,
            "name": paper.name,
            "ticked": paper.id in asked if begun else paper.need == "required" and not paper.ticked,
            "kind": text(typed, f"ask.{paper.id}.kind")
            or (paper.kind if paper.kind != CopyKind.DATA else CopyKind.ORIGINAL),
            "reason": text(typed, f"ask.{paper.id}.reason") if begun else _("Chưa có trong hồ sơ nộp."),
        }
        for paper in papers
        if not paper.is_form or begun
    ]
