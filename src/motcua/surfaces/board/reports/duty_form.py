"""The order that makes a report due: which form, from when, until when, from whom."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.organisation.models import Unit
from motcua.reporting.inputs import Duty
from motcua.reporting.models.obligation import YEARLY
from motcua.reporting.periods import FIRST_YEAR, ReportingPeriod
from motcua.reporting.states import Form
from motcua.surfaces.board.directives.unit_choices import Group, units_of
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Line, Pick, Whole

QUARTERS = [("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV")]
LAST_YEAR = 2099


class DutyForm(PageForm):
    """A duty for several units at once; ``unit_ids`` are those wanted, in the order of the page."""

    PLACES: ClassVar = {"ends_on": "to_year", "starts_on": "from_year", "units": "units"}

    report_form = Pick(_("Biểu báo cáo"), missing=_("Chọn biểu báo cáo."))
    collector = Pick(_("Nơi nhận báo cáo"), missing=_("Chọn nơi nhận báo cáo."))
    directive = Pick(_("Theo văn bản"), required=False)
    from_quarter = Pick(_("Từ quý"), missing=_("Chọn quý bắt đầu."), choices=QUARTERS)
    from_year = Whole(_("Của năm"), missing=_("Ghi năm bắt đầu."), least=FIRST_YEAR, most=LAST_YEAR)
    to_quarter = Pick(_("Đến quý"), required=False, choices=[("", _("Chưa định")), *QUARTERS])
    to_year = Whole(_("Của năm"), required=False, least=FIRST_YEAR, most=LAST_YEAR)
    units = forms.MultipleChoiceField(required=False)
    all_of = forms.MultipleChoiceField(required=False)
    #: Key of the period that is wanted although its due day is past: the tick for one says nothing about another.
    late_ok = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("report_form", [(str(form), form_words(form)) for form in Form])
        self.groups: list[Group] = []
        self.unit_ids: list[int] = []
        self.first: ReportingPeriod | None = None
        self.last: ReportingPeriod | None = None

    def offer(self, groups: list[Group]) -> None:
        """Say which units may be ticked."""
        self.groups = groups
        _choose(self.fields["units"], [(str(pk), unit.name) for pk, unit in units_of(groups).items()])
        _choose(self.fields["all_of"], [(group.key, group.all_words) for group in groups if group.all_words])

    @property
    def ticked(self) -> set[int]:
        values = [str(value) for value in self["units"].value() or []]
        return {int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 12}

    @property
    def ticked_groups(self) -> set[str]:
        """Groups wanted whole: a tick for all gives way to units of the group ticked one by one."""
        return set(self["all_of"].value() or []) - {group.key for group in self.overruled}

    @property
    def overruled(self) -> list[Group]:
        """Groups whose tick for all stands beside single ticks."""
        whole, ticked = set(self["all_of"].value() or []), self.ticked
        return [
            group
            for group in self.groups
            if group.all_words and group.key in whole and any(unit.pk in ticked for unit in group.units)
        ]

    @property
    def units_wanted(self) -> list[Unit]:
        offered = units_of(self.groups)
        return [offered[pk] for pk in self.unit_ids if pk in offered]

    def clean(self) -> dict[str, Any]:
        words: dict[str, Any] = super().clean() or self.cleaned_data
        yearly = words.get("report_form", "") in YEARLY
        self.first = _period(words.get("from_year"), words.get("from_quarter"), yearly=yearly)
        self._until(words, yearly=yearly)
        self.unit_ids = self._units(words)
        if not self.unit_ids and not {"units", "all_of"} & self.errors.keys():
            self.add_error("units", _now("Chọn ít nhất một đơn vị."))
        return words

    def _until(self, words: dict[str, Any], *, yearly: bool) -> None:
        year, quarter = words.get("to_year"), words.get("to_quarter")
        self.last = _period(year, quarter, yearly=yearly)
        if self.last is None and (year or (quarter and not yearly)) and "to_year" not in self.errors:
            self.add_error("to_year", _now("Kết thúc thì ghi cả quý và năm, hoặc bỏ trống cả hai."))
        if self.first and self.last and self.last < self.first:
            self.add_error("to_year", _now("Kỳ cuối phải từ kỳ đầu trở đi."))

    def _units(self, words: dict[str, Any]) -> list[int]:
        ticked = set(words.get("units", []))
        whole = set(words.get("all_of", [])) - {group.key for group in self.overruled}
        return [
            unit.pk
            for group in self.groups
            for unit in group.units
            if group.key in whole or str(unit.pk) in ticked
        ]

    def duty(self, without: Collection[int] = ()) -> Duty:
        """The order as the service takes it; ``without`` are units that owe the same already."""
        assert self.first is not None
        words = self.cleaned_data
        return Duty(
            unit_ids=tuple(pk for pk in self.unit_ids if pk not in without),
            collector_id=int(words["collector"]),
            form=words["report_form"],
            starts_on=self.first.first,
            ends_on=self.last.last if self.last else None,
            directive_id=int(words["directive"]) if words["directive"] else None,
        )


class EndForm(PageForm):
    """From whom a report is not asked any more, after which period, and why."""

    PLACES: ClassVar = {"ends_on": "last"}

    duties = forms.MultipleChoiceField(required=False)
    last = Pick(_("Kỳ cuối còn phải gửi"), missing=_("Chọn kỳ cuối."))
    reason = Line(
        _("Lý do thôi giao"),
        missing=_("Ghi lý do thôi giao."),
        help_text=_("Ví dụ: đợt nhân rộng đã tổng kết. Báo cáo đã gửi vẫn giữ nguyên"),
    )

    def offer(self, ids: Collection[int], periods: list[ReportingPeriod]) -> None:
        _choose(self.fields["duties"], [(str(pk), str(pk)) for pk in ids])
        self.choose("last", [(period.key, period.name) for period in periods])

    def clean_duties(self) -> list[int]:
        if not self.cleaned_data["duties"]:
            raise ValidationError(_now("Chọn ít nhất một đơn vị."))
        return [int(pk) for pk in self.cleaned_data["duties"]]


def form_words(form: Form) -> str:
    """``Sổ đăng ký sáng kiến (hằng năm)``."""
    words = {"form": form.label}
    return _now("%(form)s (hằng năm)") % words if form in YEARLY else _now("%(form)s (hằng quý)") % words


def _period(year: int | None, quarter: str | None, *, yearly: bool) -> ReportingPeriod | None:
    if not year or not (yearly or quarter):
        return None
    return ReportingPeriod(year, 0 if yearly else int(quarter or 0))


def _choose(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = choices
    field.error_messages["invalid_choice"] = _("Đơn vị đã chọn không còn trong danh sách. Xin chọn lại.")
