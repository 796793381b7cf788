"""Asking for papers (mẫu 02) and taking them in: always papers that the pinned version lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.definitions import Document
from motcua.catalogue.time_limits import limit_for
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.dossiers.models.papers import CopyKind, SupplementItem
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.forms.moves import MoveForm
from motcua.surfaces.desk.forms.moves_files import FilesForm, Kept


@dataclass(frozen=True)
class PaperRow:
    """One paper in a form: its tick, its kind of copy, and what else is asked of it."""

    id: str
    name: str
    tick: BoundField
    kind: BoundField
    more: BoundField
    small: str = ""


class AskSupplement(MoveForm):
    """Everything at once: which papers, what is to be brought or mended, until when."""

    template = "desk/dossier/forms/_ask_supplement.html"

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        for document in scene.definition.documents:
            self.fields[f"tick-{document.id}"] = forms.BooleanField(required=False, label=document.name_vi)
            self.fields[f"kind-{document.id}"] = Pick(
                _("Loại bản"), choices=CopyKind.choices, initial=_usual_kind(document), required=False
            )
            self.fields[f"why-{document.id}"] = Text(_("Cần mang thêm hoặc sửa gì?"), required=False, rows=2)
        self.fields["respond_by"] = Day(
            _("Mời bổ sung trước ngày"), required=False, help_text=_("Ví dụ: 27/11/2026")
        )
        if scene.dossier.supplement_items.exists():
            self.fields["new_fact"] = Text(
                _("Lý do mới phát sinh"),
                help_text=_("Hồ sơ đã yêu cầu bổ sung một lần. Chỉ yêu cầu thêm khi có lý do mới."),
                missing=_("Hồ sơ đã yêu cầu bổ sung một lần. Ghi lý do mới phát sinh."),
                rows=2,
            )

    @property
    def rows(self) -> Iterator[PaperRow]:
        for document in self.scene.definition.documents:
            name = document.id
            yield PaperRow(
                name, document.name_vi, self[f"tick-{name}"], self[f"kind-{name}"], self[f"why-{name}"],
                document.when_vi,
            )  # fmt: skip

    @property
    def rest(self) -> list[BoundField]:
        return [self[name] for name in ("respond_by", "new_fact") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        ticked = [row.id for row in self.rows if cleaned.get(f"tick-{row.id}")]
        if not ticked:
            self.add_error(None, _now("Chọn ít nhất một giấy tờ cần bổ sung."))
        for name in ticked:
            if not cleaned.get(f"why-{name}"):
                self.add_error(f"why-{name}", _now("Ghi rõ cần mang thêm hoặc sửa gì ở giấy này."))
        return cleaned

    def words(self) -> dict[str, Any]:
        said = self.cleaned_data
        items = tuple(
            SupplementInput(
                component_id=row.id,
                reason=said[f"why-{row.id}"],
                copy_kind=said[f"kind-{row.id}"] or CopyKind.ORIGINAL,
            )
            for row in self.rows
            if said[f"tick-{row.id}"]
        )
        return {"items": items, "respond_by": said["respond_by"], "new_fact": said.get("new_fact", "")}


class TakePapers(FilesForm):
    """What was asked for is there now: each paper ticked, with its kind, and scanned where that helps."""

    template = "desk/dossier/forms/_take_papers.html"

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        self.items: list[SupplementItem] = list(
            scene.dossier.supplement_items.filter(received_at=None).order_by("pk")
        )
        for item in self.items:
            self.fields[f"tick-{item.component_id}"] = forms.BooleanField(required=False, label=item.name)
            self.fields[f"kind-{item.component_id}"] = Pick(
                _("Loại bản"), choices=CopyKind.choices, initial=item.copy_kind
            )
            self.fields[f"quantity-{item.component_id}"] = Whole(_("Số lượng"), initial=1, most=999)

    @property
    def rows(self) -> Iterator[PaperRow]:
        for item in self.items:
            name = item.component_id
            yield PaperRow(
                name, item.name, self[f"tick-{name}"], self[f"kind-{name}"], self[f"quantity-{name}"],
                item.reason,
            )  # fmt: skip

    def kept_for(self, component_id: str) -> list[Kept]:
        return [kept for kept in self.kept if kept.file.component_id == component_id]

    def words(self) -> dict[str, Any]:
        said = self.cleaned_data
        components = tuple(
            ComponentInput(
                component_id=row.id, copy_kind=said[f"kind-{row.id}"], quantity=said[f"quantity-{row.id}"]
            )
            for row in self.rows
            if said[f"tick-{row.id}"]
        )
        return {"components": components, "files": self.file_inputs}


class PromisedDays(MoveForm):
    """Accepting a dossier; days are asked for only where the procedure has no limit of its own."""

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        if has_own_limit(scene):
            return
        self.fields["limit_days"] = Whole(
            _("Hẹn trả sau mấy ngày làm việc?"), most=250,
            missing=_("Thủ tục này chưa có thời hạn chung. Ghi số ngày làm việc hẹn trả."),
        )  # fmt: skip
        self.fields["limit_reason"] = Line(_("Lý do hẹn số ngày đó"), missing=_("Ghi lý do hẹn số ngày đó."))


class AcceptCompleted(TakePapers):
    """A dossier that was incomplete at the counter is complete: it is received anew."""

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        self.promise = PromisedDays(scene).fields
        self.promise.pop("revision")
        self.fields |= self.promise

    @property
    def rest(self) -> list[BoundField]:
        return [self[name] for name in self.promise]

    def words(self) -> dict[str, Any]:
        return {**super().words(), **{name: self.cleaned_data[name] for name in self.promise}}


def has_own_limit(scene: Scene) -> bool:
    """Whether the law gives the dossier a limit, so that nobody has to promise days."""
    dossier = scene.dossier
    return (
        limit_for(
            scene.definition, channel=catalogue_channel(dossier.channel), case=dossier.procedure_case or None
        )
        is not None
    )


def _usual_kind(document: Document) -> str:
    if document.original or document.mode == "present":
        return CopyKind.ORIGINAL
    return CopyKind.CERTIFIED if document.certified else CopyKind.COPY
