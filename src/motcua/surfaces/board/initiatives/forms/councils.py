"""Councils: who sits in them, by what they judge, what they gave, how they concluded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.initiatives.inputs import ConclusionInput, CouncilInput, CriterionInput, MemberInput
from motcua.initiatives.models import CouncilMember, CriteriaSet, Score
from motcua.surfaces.board.colleagues import Colleague
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Day, Line, Many, Text, Whole

SEAT = "seat-"
CRITERIA_ROWS = 8


class Form(PageForm):
    """A council: one line for each colleague, with their seat in it."""

    name = Line(_("Tên hội đồng"), missing=_("Ghi tên hội đồng."), length=200)
    year = Whole(_("Năm"), missing=_("Ghi năm."), least=2000, most=2100)
    formed_on = Day(_("Thành lập ngày"), missing=_("Ghi ngày thành lập."))
    decision = Line(
        _("Quyết định thành lập"), required=False, length=120,
        help_text=_("Ví dụ: Quyết định số 112/QĐ-UBND ngày 02/11/2026"),
    )  # fmt: skip

    def __init__(self, people: list[Colleague], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for one in people:
            self.fields[f"{SEAT}{one.account_id}"] = forms.ChoiceField(
                label=one.name,
                required=False,
                choices=[("", _("Không")), *CouncilMember.Position.choices],
            )

    @property
    def seats(self) -> list[tuple[Colleague, Any]]:
        return [(one, self[f"{SEAT}{one.account_id}"]) for one in self.people]

    @property
    def faults(self) -> dict[str, str]:
        found = super().faults
        if self.refusal is not None and self.refusal.field == "members":
            found = {"members": found.pop("__all__", str(self.refusal)), **found}
        return found

    @property
    def facts(self) -> CouncilInput:
        words = self.cleaned_data
        members = tuple(
            MemberInput(account_id=one.account_id, position=position, title=one.title)
            for one in self.people
            if (position := words[f"{SEAT}{one.account_id}"])
        )
        return CouncilInput(
            name=words["name"],
            year=words["year"],
            formed_on=words["formed_on"],
            decision=words["decision"],
            members=members,
        )


class Criteria(PageForm):
    """A set of criteria; empty lines are left out."""

    valid_from = Day(_("Áp dụng từ ngày"), missing=_("Ghi ngày áp dụng."))
    pass_mark = Whole(_("Điểm đạt"), missing=_("Ghi điểm đạt."), most=1000)
    basis = Line(_("Căn cứ"), required=False, help_text=_("Quyết định hoặc quy chế nào"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, CRITERIA_ROWS + 1):
            self.fields[f"label-{number}"] = Line(
                _("Tiêu chí %(number)d") % {"number": number}, required=False, length=120
            )
            self.fields[f"most-{number}"] = Whole(_("Điểm tối đa"), required=False, most=1000)

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        return [(self[f"label-{n}"], self[f"most-{n}"]) for n in range(1, CRITERIA_ROWS + 1)]

    @property
    def items(self) -> list[CriterionInput]:
        words = self.cleaned_data
        return [
            CriterionInput(label=words[f"label-{n}"], most=words[f"most-{n}"] or 0)
            for n in range(1, CRITERIA_ROWS + 1)
            if words[f"label-{n}"] or words[f"most-{n}"]
        ]


class Sheet(PageForm):
    """A member's sheet: one figure for each criterion."""

    comment = Text(_("Nhận xét"), required=False, length=4000)

    def __init__(self, criteria: CriteriaSet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for item in criteria.items:
            self.fields[str(item["id"])] = Whole(
                item["label_vi"],
                missing=_("Chấm điểm “%(label)s”.") % {"label": item["label_vi"]},
                least=0,
                most=item["max"],
                help_text=_("Từ 0 đến %(most)d điểm") % {"most": item["max"]},
            )

    @property
    def lines(self) -> list[Any]:
        return [self[str(item["id"])] for item in self.criteria.items]

    @property
    def points(self) -> dict[str, int]:
        return {str(item["id"]): self.cleaned_data[str(item["id"])] for item in self.criteria.items}


def sheet_as_typed(score: Score | None) -> dict[str, Any]:
    if score is None:
        return {}
    return {"comment": score.comment, **score.points}


class Conclude(PageForm):
    """The meeting: who was absent, what was said."""

    held_on = Day(_("Ngày họp"), missing=_("Ghi ngày họp."))
    place = Line(_("Nơi họp"), missing=_("Ghi nơi họp."), length=200)
    absent_ids = Many(_("Vắng mặt"), required=False, help_text=_("Chỉ chọn người chưa chấm vì không dự họp"))
    minutes = Text(
        _("Biên bản"), missing=_("Ghi biên bản: ý kiến và kết luận."), rows=8, length=60_000,
        help_text=_("Ai nêu gì, thống nhất gì. Điểm và kết luận đạt hay không thì máy tự ghi"),
    )  # fmt: skip

    def __init__(self, judges: list[CouncilMember], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("absent_ids", [(str(judge.pk), judge.account.display_name) for judge in judges])

    @property
    def facts(self) -> ConclusionInput:
        words = {name: value for name, value in self.cleaned_data.items() if name != "absent_ids"}
        return ConclusionInput(**words, absent_ids=tuple(map(int, self.cleaned_data["absent_ids"])))


class Recognise(PageForm):
    """Which of those that passed are named in one decision."""

    initiative_ids = Many(_("Sáng kiến"), missing=_("Chọn ít nhất một sáng kiến."))
    scope = Line(_("Phạm vi công nhận"), required=False, help_text=_("Bỏ trống thì ghi tên đơn vị"))
