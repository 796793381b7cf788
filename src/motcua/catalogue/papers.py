"""Which papers a dossier needs (thành phần hồ sơ), and the guard against asking for any other."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

import msgspec
from django.utils.translation import gettext as _

from motcua.catalogue.conditions import holds, parse
from motcua.catalogue.definitions import Document, ProcedureDefinition
from motcua.kernel.refusals import Refusal

Need = Literal["required", "conditional", "looked_up"]
DATA_SOURCES = "data_source"


class NotListed(Refusal):
    """Somebody asks for a paper that the procedure version does not list."""


class Component(msgspec.Struct, frozen=True):
    """One line of the checklist.

    ``need``: ``required`` must be there; ``conditional`` only in the case that ``when_vi`` tells;
    ``looked_up``: the office looks in ``looked_up_in`` first and asks for the paper only if nothing is found.
    ``is_form``: filling in the e-form gives it.
    """

    id: str
    name_vi: str
    need: Need
    mode: Literal["submit", "present"]
    original: int
    copy: int
    certified: int
    when_vi: str
    looked_up_in: str
    is_form: bool

    @property
    def mode_vi(self) -> str:
        """``nộp``: kept in the dossier; ``xuất trình``: shown, compared, handed back."""
        return _("nộp") if self.mode == "submit" else _("xuất trình")

    @property
    def copies_vi(self) -> str:
        """How many of which kind: ``1 bản chính, 1 bản sao``."""
        parts = (
            (self.original, _("bản chính")),
            (self.copy, _("bản sao")),
            (self.certified, _("bản sao chứng thực")),
        )
        return ", ".join(f"{count} {kind}" for count, kind in parts if count)


def checklist(
    definition: ProcedureDefinition,
    answers: Mapping[str, Any],
    *,
    on: date,
    channel: str = "",
    case: str = "",
) -> list[Component]:
    """Return the papers of a procedure, given the answers so far.

    A paper whose condition over the answers is false is left out; one whose condition is true is required.
    """
    facts = {**answers, "channel": channel, "case": case}
    known = {field.id for field in definition.form.fields}
    lines = []
    for document in definition.documents:
        need = _need(document, facts, on)
        if need == "absent" and not _is_open(document, answers, known):
            continue
        lines.append(_component(definition, document, "conditional" if need == "absent" else need))
    return lines


def require_listed(definition: ProcedureDefinition, component_ids: Iterable[str]) -> None:
    """Refuse any paper outside the version (không đòi thêm giấy tờ).

    Raises:
        NotListed: a component is not listed by this version.
    Source: NĐ 61/2018/NĐ-CP and NĐ 118/2025/NĐ-CP, prohibited acts.
    """
    listed = {document.id for document in definition.documents}
    if not set(component_ids) <= listed:
        raise NotListed(_("Chỉ các giấy trong danh mục của thủ tục. Không thể thêm giấy khác."))


def _need(document: Document, facts: Mapping[str, Any], on: date) -> Need | Literal["absent"]:
    if document.when:
        applies = holds(parse(document.when), facts, on=on)
        if not applies:
            return "absent"
        return "looked_up" if document.replaced_by_data else "required"
    if document.replaced_by_data:
        return "looked_up"
    return "required" if document.required else "conditional"


def _is_open(document: Document, answers: Mapping[str, Any], known: set[str]) -> bool:
    """A question on which the paper depends is not answered yet."""
    asked = {comparison.field for comparison in parse(document.when)} & known
    return any(name not in answers for name in asked)


def _component(definition: ProcedureDefinition, document: Document, need: Need) -> Component:
    sources = {option.id: option.vi for option in definition.lookups.get(DATA_SOURCES, ())}
    return Component(
        id=document.id,
        name_vi=document.name_vi,
        need=need,
        mode=document.mode,
        original=document.original,
        copy=document.copy,
        certified=document.certified,
        when_vi=document.when_vi,
        looked_up_in=sources.get(document.replaced_by_data, document.replaced_by_data),
        is_form=document.online_equivalent == "e_form",
    )
