"""A numbered task of a directive: what, who, by when, counted how."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.directives.inputs import TaskInput
from motcua.directives.task_states import Part
from motcua.organisation.models import Unit
from motcua.surfaces.board.directives.forms.seen import SeenForm
from motcua.surfaces.components.form_fields import Day, Line, Text

#: The parts of a unit above or beside.
ASKED = [(Part.COORDINATE, _("Đề nghị phối hợp")), (Part.FOLLOW, Part.FOLLOW.label)]


class Planned(SeenForm):
    """The units are the rows of a table; each has one part or none, so that no unit can have two.

    Units out of the giver's line (not in ``below``) are offered no lead: they can only be asked.
    """

    PLACES: ClassVar = {"lead_unit_ids": "all_lead", "recipients": "all_lead"}

    content = Text(_("Nội dung nhiệm vụ"), missing=_("Ghi nội dung nhiệm vụ."), length=4000)
    number = Line(_("Số thứ tự"), required=False, length=10, help_text=_("Bỏ trống thì lấy số kế tiếp"))
    deadline_on = Day(
        _("Hạn hoàn thành"),
        required=False,
        help_text=_("Ví dụ: 30/09/2026. Bỏ trống nếu là việc thường xuyên"),
    )
    measure = Line(
        _("Thước đo"), required=False, length=200, help_text=_("Đếm cái gì, ví dụ: tài liệu đã xử lý")
    )
    target = Line(_("Chỉ tiêu"), required=False, length=200, help_text=_("Bao nhiêu, ví dụ: 42 mét giá"))
    all_lead = forms.BooleanField(
        label=_("Mọi đơn vị nhận cùng chủ trì, mỗi đơn vị một phần việc"), required=False
    )

    def __init__(
        self,
        units: list[Unit],
        *args: Any,
        recipients: Collection[int],
        below: Collection[int],
        **kwargs: Any,
    ) -> None:
        self.units, self.recipients, self.below = units, recipients, below
        super().__init__(*args, **kwargs)
        for unit in units:
            choices = [*Part.choices] if unit.pk in below else ASKED
            self.fields[f"part-{unit.pk}"] = forms.ChoiceField(
                label=unit.name, required=False, choices=[("", _("Không tham gia")), *choices]
            )

    @property
    def asks(self) -> bool:
        """Whether some of the units are above or beside the one that gives the task."""
        return any(unit.pk not in self.below for unit in self.units)

    @property
    def parts(self) -> list[forms.BoundField]:
        return [self[f"part-{unit.pk}"] for unit in self.units]

    def clean(self) -> dict[str, Any]:
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if not self._with(Part.LEAD):
            self.add_error("all_lead", ValidationError(_now("Chọn ít nhất một đơn vị chủ trì.")))
        return words

    @property
    def task(self) -> TaskInput:
        words = self.cleaned_data
        return TaskInput(
            content=words["content"],
            number=words["number"],
            deadline_on=words["deadline_on"],
            measure=words["measure"],
            target=words["target"],
            lead_unit_ids=self._with(Part.LEAD),
            coordinate_ids=self._with(Part.COORDINATE),
            follow_ids=self._with(Part.FOLLOW),
        )

    def _with(self, part: Part) -> tuple[int, ...]:
        return tuple(unit.pk for unit in self.units if self._part_of(unit.pk) == part)

    def _part_of(self, unit_id: int) -> str:
        """What was chosen; with the tick for all, recipients below for whom nothing was chosen lead."""
        led = self.cleaned_data.get("all_lead") and unit_id in self.recipients and unit_id in self.below
        otherwise = Part.LEAD if led else ""
        return self.cleaned_data.get(f"part-{unit_id}") or otherwise
