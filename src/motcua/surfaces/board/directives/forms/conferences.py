"""A conference: agenda, who came, minutes."""

from typing import Any, ClassVar

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from motcua.directives.inputs import AttendanceInput, ConferenceInput
from motcua.directives.models import Conference
from motcua.organisation.models import Unit
from motcua.surfaces.board.directives.forms.seen import SeenForm
from motcua.surfaces.board.directives.unit_choices import Group, units_of
from motcua.surfaces.components.form_fields import Day, Line, Text

SPARE_ROWS = 4
MOST_ROWS = 400


class Guest(forms.Form):
    """One line of the list; an empty line is nobody."""

    use_required_attribute = False

    name = forms.CharField(label=_("Họ tên"), required=False, max_length=120)
    title = forms.CharField(label=_("Chức vụ"), required=False, max_length=120)
    unit_id = forms.ChoiceField(label=_("Đơn vị"), required=False)
    absent = forms.BooleanField(label=_("Vắng"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *units]

    @property
    def guest(self) -> AttendanceInput | None:
        words = self.cleaned_data
        if not (words.get("name") or words.get("title") or words.get("unit_id")):
            return None
        return AttendanceInput(
            name=words["name"],
            title=words["title"],
            unit_id=int(words["unit_id"]) if words["unit_id"] else None,
            present=not words["absent"],
        )


GuestRows = formset_factory(Guest, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class Held(SeenForm):
    """What is known of a conference, before or after it was held; ``rows`` are its guests."""

    PLACES: ClassVar = {"attendance": "all_of"}

    title = Line(_("Tên hội nghị"), missing=_("Ghi tên hội nghị."),
                 help_text=_("Ví dụ: Hội nghị chuyên đề cải cách hành chính năm 2026"))  # fmt: skip
    held_on = Day(_("Ngày họp"), missing=_("Ghi ngày họp."))
    place = Line(_("Nơi họp"), missing=_("Ghi nơi họp."), length=200)
    chair_name = Line(_("Người chủ trì"), missing=_("Ghi người chủ trì."), length=120)
    chair_title = Line(_("Chức vụ người chủ trì"), required=False, length=120)
    agenda = Text(_("Chương trình"), required=False, rows=4, length=20_000, help_text=_("Mỗi dòng một mục"))
    minutes = Text(
        _("Biên bản"), required=False, rows=8, length=60_000,
        help_text=_("Ghi sau khi họp: ai nêu gì, thống nhất gì. Kết luận đánh số thì soạn ở bước sau"),
    )  # fmt: skip
    all_of = forms.MultipleChoiceField(
        label=_("Cả nhóm dự"), required=False, widget=forms.CheckboxSelectMultiple
    )

    rows: "BaseFormSet[Guest]"

    def __init__(self, groups: list[Group], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups
        field = self.fields["all_of"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(group.key, group.all_words) for group in groups if group.all_words]
        guests = self.initial.get("guests", [])
        known = Unit.objects.in_bulk([int(guest["unit_id"]) for guest in guests if guest["unit_id"]])
        units = [(str(pk), unit.name) for pk, unit in {**units_of(groups), **known}.items()]
        self.rows = GuestRows(
            self.data if self.is_bound else None,
            prefix="guests",
            initial=[*guests, *({} for _spare in range(SPARE_ROWS))],
            form_kwargs={"units": units},
        )

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.rows.is_valid()])

    @property
    def facts(self) -> ConferenceInput:
        apart = {"all_of", "revision"}
        words = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        return ConferenceInput(**words, attendance=tuple(self._guests()))

    def _guests(self) -> list[AttendanceInput]:
        """The lines, and each unit of a ticked group that no line names."""
        lines = [guest for row in self.rows if (guest := row.guest)]
        named = {guest.unit_id for guest in lines}
        whole = [
            unit for group in self.groups if group.key in self.cleaned_data["all_of"] for unit in group.units
        ]
        return [*lines, *(AttendanceInput(unit_id=unit.pk) for unit in whole if unit.pk not in named)]


def as_typed(conference: Conference) -> dict[str, Any]:
    """A conference as its form shows it; where nobody was there yet, nobody is shown as absent."""
    names = ("title", "held_on", "place", "chair_name", "chair_title", "agenda", "minutes")
    rows = list(conference.attendance.order_by("pk"))
    taken = any(row.present for row in rows)
    guests = [
        {
            "name": row.name,
            "title": row.title,
            "unit_id": str(row.unit_id or ""),
            "absent": taken and not row.present,
        }
        for row in rows
    ]
    return {**{name: getattr(conference, name) for name in names}, "guests": guests}
