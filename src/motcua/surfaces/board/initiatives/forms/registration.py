"""A registration: its words, its authors with their shares."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from motcua.initiatives.counting_ways import BY_HAND, WAYS, typed_of
from motcua.initiatives.inputs import AuthorInput, InitiativeInput
from motcua.initiatives.kinds import Kind, Level, ReformField
from motcua.initiatives.models import Initiative
from motcua.surfaces.board.colleagues import Colleague
from motcua.surfaces.board.initiatives.forms.acts import new_key
from motcua.surfaces.board.page_form import Made, PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole

SPARE_ROWS = 3
MOST_ROWS = 40
LONG = 20_000


class AuthorRow(forms.Form):
    """One line of the authors; an empty line is nobody."""

    use_required_attribute = False

    name = forms.CharField(label=_("Họ và tên"), required=False, max_length=120)
    title = forms.CharField(label=_("Chức vụ"), required=False, max_length=120)
    account_id = forms.ChoiceField(label=_("Người của đơn vị"), required=False)
    share_percent = Whole(_("Tỷ lệ (%)"), required=False, least=0, most=1000)

    def __init__(self, *args: Any, people: list[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.account_id): one for one in people}
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *((key, one.label) for key, one in self.people.items())]

    @property
    def author(self) -> AuthorInput | None:
        """The author of this line; somebody of the unit need not be written again."""
        words = self.cleaned_data
        known = self.people.get(words.get("account_id") or "")
        if not (words.get("name") or known or words.get("share_percent")):
            return None
        return AuthorInput(
            name=words["name"] or (known.name if known else ""),
            title=words["title"] or (known.title if known else ""),
            share_percent=words["share_percent"] or 0,
            account_id=known.account_id if known else None,
        )


AuthorRows = formset_factory(AuthorRow, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


def _long(label: Any, help_text: Any = "", *, rows: int = 4) -> Text:
    return Text(label, required=False, rows=rows, length=LONG, help_text=help_text)


class Registration(PageForm):
    """The fields of the register. A draft needs its title only; sending it asks for the rest."""

    key = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput, initial=new_key)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    year = Whole(_("Năm đăng ký"), missing=_("Ghi năm đăng ký."), least=2000, most=2100)
    title = Text(
        _("Tên mô hình, sáng kiến"), missing=_("Ghi tên mô hình, sáng kiến."), rows=2, length=400,
        help_text=_("Gọi tên việc làm, cho ai, ở đâu. Ví dụ: Trả kết quả tại nhà cho người cao tuổi trên địa bàn xã"),
    )  # fmt: skip
    kind = Pick(_("Loại mô hình"), missing=_("Chọn loại mô hình."), choices=Kind.choices)
    field = Pick(_("Lĩnh vực cải cách"), missing=_("Chọn lĩnh vực cải cách."), choices=ReformField.choices)
    level = Pick(_("Dành cho nhóm đơn vị"), missing=_("Chọn nhóm đơn vị."), choices=Level.choices)
    first_applied_on = Day(
        _("Ngày áp dụng lần đầu"), required=False, help_text=_("Hoặc ngày dự kiến. Ví dụ: 02/03/2026")
    )
    problem = _long(
        _("Thực trạng trước khi áp dụng"), _("Người dân, công chức vướng chỗ nào, bao nhiêu lượt")
    )
    solution = _long(_("Nội dung giải pháp"), _("Làm thế nào, ai làm, khác cách cũ ra sao"), rows=6)
    steps = _long(
        _("Các bước thực hiện"), _("Mỗi dòng một bước. Đơn vị nhận nhân rộng sẽ đánh dấu theo các bước này")
    )
    way = Pick(
        _("Đếm thế nào"), required=False, initial=BY_HAND, choices=[(key, one.label) for key, one in WAYS.items()],
        help_text=_("Số liệu trong báo cáo quý đếm theo cách này"),
    )  # fmt: skip
    case = Line(
        _("Một trường hợp là gì"), required=False, length=200,
        help_text=_("Ví dụ: một thư đã trao; một buổi chứng thực ngoài giờ; một cuộc gọi được hướng dẫn"),
    )  # fmt: skip
    novelty = _long(_("Tính mới"), rows=3)
    scope = _long(_("Phạm vi, địa bàn áp dụng"), rows=2)
    benefit_social = _long(_("Hiệu quả xã hội"), rows=3)
    benefit_economic = _long(_("Hiệu quả kinh tế"), rows=3)
    cost = _long(_("Kinh phí, nguồn lực"), rows=2)
    replicability = _long(_("Khả năng nhân rộng"), rows=2)
    approvals = _long(
        _("Văn bản chấp thuận, công nhận"), _("Số, ngày, cơ quan ban hành; mỗi dòng một văn bản"), rows=2
    )

    rows: "BaseFormSet[AuthorRow]"
    PLACES: ClassVar[dict[str, str]] = {}

    def __init__(self, people: list[Colleague], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gaps: Mapping[str, str] = {}
        authors = self.initial.get("authors", [])
        self.rows = AuthorRows(
            self.data if self.is_bound else None,
            prefix="authors",
            initial=[*authors, *({} for _spare in range(SPARE_ROWS))],
            form_kwargs={"people": people},
        )

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.rows.is_valid()])

    def attempt(self, act: Callable[[], Made]) -> Made | None:
        """As any form does; of several fields that lack something, each says it."""
        made = super().attempt(act)
        self.tell(getattr(self.refusal, "gaps", {}))
        return made

    def tell(self, gaps: Mapping[str, str]) -> None:
        """Say at each field what it lacks; of the authors, above their table."""
        self.gaps = gaps
        for name, sentence in gaps.items():
            if name in self.fields:
                self.errors[name] = self.error_class([sentence])

    def leave_unjudged(self) -> None:
        """Show again what was typed, without a word about what is wrong with it."""
        self.errors.clear()
        for row in self.rows:
            row.errors.clear()

    def add_error(self, field: str | None, error: Any) -> None:
        """What concerns the authors stands above their table."""
        super().add_error(field if field in self.fields else None, error)

    @property
    def about_authors(self) -> str:
        """The sentence that refused the authors, if one did."""
        if "authors" in self.gaps:
            return self.gaps["authors"]
        return str(self.refusal) if self.refusal is not None and self.refusal.field == "authors" else ""

    @property
    def faults(self) -> dict[str, str]:
        found = super().faults
        if self.about_authors:
            found = {"authors": found.pop("__all__", self.about_authors), **found}
        if any(row.errors for row in self.rows):
            found["authors"] = str(
                next(iter(next(row.errors for row in self.rows if row.errors).values()))[0]
            )
        return found

    @property
    def facts(self) -> InitiativeInput:
        words = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"revision", "year", "steps", "key"}
        }
        return InitiativeInput(
            **words,
            steps=tuple(self.cleaned_data["steps"].splitlines()),
            authors=tuple(author for row in self.rows if (author := row.author)),
        )


def as_typed(initiative: Initiative) -> dict[str, Any]:
    """A registration as its form shows it."""
    names = set(Registration.base_fields) - {"steps", "way", "case", "key"}
    authors = [
        {
            "name": row.name,
            "title": row.title,
            "account_id": str(row.account_id or ""),
            "share_percent": row.share_percent,
        }
        for row in initiative.authors.order_by("pk")
    ]
    return {
        **{name: getattr(initiative, name) for name in names},
        "steps": "\n".join(step["action_vi"] for step in initiative.steps),
        **typed_of(initiative.counting),
        "authors": authors,
    }
