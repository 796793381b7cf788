"""Who a text goes to: units ticked one by one or a group at once, and any other by name or code."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.surfaces.board.directives.unit_choices import Group, units_named, units_of
from motcua.surfaces.components.form_fields import Text


class RecipientsMixin(forms.Form):
    """Fields of the recipients; ``recipient_ids`` are those wanted, in the order of the page, none twice."""

    recipients = forms.MultipleChoiceField(required=False)
    all_of = forms.MultipleChoiceField(required=False)
    others = Text(
        _("Đơn vị khác"),
        required=False,
        rows=2,
        length=4000,
        help_text=_("Mỗi dòng một đơn vị: tên như “xã An Hiệp, tỉnh Đồng Tháp”, hoặc mã đơn vị"),
    )

    groups: list[Group]
    on: date
    recipient_ids: list[int]

    def offer(self, groups: list[Group], *, on: date, chosen: Collection[int] = ()) -> None:
        """Say which units may be ticked, on which day they must exist, and which are recipients already."""
        self.groups, self.on = groups, on
        offered = units_of(groups)
        elsewhere = Unit.objects.filter(pk__in=set(chosen) - set(offered)).order_by("code")
        _choose(self.fields["recipients"], [(str(pk), unit.name) for pk, unit in offered.items()])
        _choose(self.fields["all_of"], [(group.key, group.all_words) for group in groups if group.all_words])
        self.initial.setdefault("recipients", [str(pk) for pk in chosen if pk in offered])
        self.initial.setdefault("others", "\n".join(unit.code for unit in elsewhere))

    @property
    def ticked(self) -> set[int]:
        """Keys of the units whose boxes are shown ticked."""
        values = [str(value) for value in self["recipients"].value() or []]
        return {int(value) for value in values if value.isdecimal() and len(value) < 12}

    def ticks_any(self, group: Group) -> bool:
        """Whether one of the group's boxes is shown ticked by itself."""
        return not self.ticked.isdisjoint(unit.pk for unit in group.units)

    @property
    def ticked_groups(self) -> set[str]:
        return set(self["all_of"].value() or [])

    def clean(self) -> dict[str, Any]:
        words: dict[str, Any] = super().clean() or self.cleaned_data
        self.recipient_ids = self._units(words)
        return words

    def _units(self, words: dict[str, Any]) -> list[int]:
        ticked = [int(value) for value in words.get("recipients", [])]
        self._refuse_twice(ticked, field="recipients")
        whole = {
            unit.pk for group in self.groups if group.key in words.get("all_of", []) for unit in group.units
        }
        wanted = [pk for pk in units_of(self.groups) if pk in whole or pk in ticked]
        others = self._others(words.get("others", ""))
        self._refuse_twice([*wanted, *others], field="others")
        return list(dict.fromkeys([*wanted, *others]))

    def _others(self, text: str) -> list[int]:
        try:
            return [unit.pk for unit in units_named(text, on=self.day_of_units())]
        except Refusal as refusal:
            self.add_error("others", str(refusal))
            return []

    def day_of_units(self) -> date:
        """The day on which the units must exist; a text on paper has its own."""
        return self.on

    def _refuse_twice(self, unit_ids: list[int], *, field: str) -> None:
        twice = [pk for place, pk in enumerate(unit_ids) if pk in unit_ids[:place]]
        if twice and field in self.cleaned_data:
            name = Unit.objects.get(pk=twice[0]).name
            self.add_error(
                field,
                ValidationError(
                    _now(
                        "%(unit)s đã có trong nơi nhận, mỗi đơn vị chỉ gửi một lần. Bỏ một trong hai chỗ ghi."
                    )
                    % {"unit": name}
                ),
            )


def _choose(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = choices
    field.error_messages["invalid_choice"] = _("Đơn vị đã chọn không còn trong danh sách. Xin chọn lại.")
