"""Which models a directive spreads (nhân rộng): for which of its recipients, as an order or a recommendation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.initiatives.models import Initiative
from motcua.initiatives.replication_kinds import Group
from motcua.initiatives.services import ReplicationOrder
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Pick

MANDATORY, RECOMMENDED = "mandatory", "recommended"
FORCE = [("", _("Không nêu")), (MANDATORY, _("Bắt buộc")), (RECOMMENDED, _("Khuyến khích"))]


class Spread(PageForm):
    """One row a model; rows left blank are not named in the directive."""

    group = Pick(
        _("Đơn vị nào làm"),
        missing=_("Chọn nhóm đơn vị."),
        choices=Group.choices,
        initial=Group.COMMUNE,
        help_text=_("Chỉ tính những đơn vị có tên ở nơi nhận"),
    )

    write = forms.BooleanField(
        label=_("Ghi luôn tên các mô hình vào nội dung văn bản, để in ra"), required=False, initial=True
    )

    def __init__(self, models: list[Initiative], *args: Any, **kwargs: Any) -> None:
        self.models = models
        super().__init__(*args, **kwargs)
        for model in models:
            self.fields[f"model-{model.pk}"] = forms.ChoiceField(
                label=model.title, choices=FORCE, required=False
            )

    @property
    def rows(self) -> list[tuple[Initiative, forms.BoundField]]:
        return [(model, self[f"model-{model.pk}"]) for model in self.models]

    @property
    def chosen(self) -> list[Initiative]:
        return [model for model in self.models if self.cleaned_data.get(f"model-{model.pk}")]

    @property
    def wanted(self) -> list[ReplicationOrder]:
        words = self.cleaned_data
        return [
            ReplicationOrder(initiative_id=model.pk, group=words["group"], mandatory=words[name] == MANDATORY)
            for model in self.models
            if words.get(name := f"model-{model.pk}")
        ]
