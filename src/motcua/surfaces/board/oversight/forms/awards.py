"""Rounds of commendations: opened, filled, voted on, decided."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.organisation.models import Unit
from motcua.oversight.award_states import RecipientKind, Seat
from motcua.oversight.inputs import EvidenceInput, MemberInput, ProposalInput
from motcua.oversight.queries import Judged
from motcua.surfaces.board.colleagues import Colleague
from motcua.surfaces.board.oversight.measured import measured
from motcua.surfaces.board.oversight.pasted import Row, rows_of
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Day, Line, Pick, Text, Whole

SEAT = "seat-"
BALLOT = "ballot-"
KINDS = {"tập thể": "collective", "tt": "collective", "cá nhân": "individual", "cn": "individual"}
VOTES = [("yes", _("Đồng ý")), ("no", _("Không đồng ý"))]


class OpenRound(PageForm):
    title = Line(
        _("Khen về việc gì"),
        missing=_("Ghi khen về việc gì."),
        help_text=_(
            "Viết tiếp sau “có thành tích xuất sắc trong”, ví dụ: công tác cải cách hành chính năm 2026"
        ),
    )
    period = Line(_("Năm, giai đoạn"), missing=_("Ghi năm hoặc giai đoạn."), length=60,
                  help_text=_("Ví dụ: năm 2026"))  # fmt: skip


class Propose(PageForm):
    """One recipient with figures counted now, and as many more as are pasted."""

    PLACES: ClassVar = {"rows": "pasted"}
    #: What shows that the single recipient is meant.
    SINGLE: ClassVar = ("name", "title", "achievement", "bonus_vnd", "initiative_id")

    kind = Pick(_("Loại"), choices=RecipientKind.choices, required=False)
    name = Line(_("Tên tập thể hoặc họ tên cá nhân"), required=False, length=200,
                help_text=_("Đúng như sẽ in trên bằng khen, giấy khen"))  # fmt: skip
    title = Line(_("Chức vụ, đơn vị"), required=False, help_text=_("Chỉ cần với cá nhân"))
    achievement = Text(
        _("Đã có thành tích"), required=False, rows=2,
        help_text=_("Viết tiếp sau “Đã có thành tích”, ví dụ: xuất sắc trong đăng ký khai sinh lưu động năm 2026"),
    )  # fmt: skip
    bonus_vnd = Whole(_("Tiền thưởng"), required=False, least=0, suffix=_("đồng"))
    unit_id = Pick(
        _("Đơn vị"), required=False,
        help_text=_("Máy đếm số liệu tại đây; thành viên hội đồng trùng tên ở đơn vị này không bỏ phiếu về chính mình"),
    )  # fmt: skip
    initiative_id = Pick(
        _("Số liệu của mô hình"), required=False,
        help_text=_("Máy đếm trên hồ sơ thật tại đơn vị đã chọn, không phải ghi tay"),
    )  # fmt: skip
    first_day = Day(_("Đếm từ ngày"), required=False)
    last_day = Day(_("Đến hết ngày"), required=False)
    pasted = Text(
        _("Danh sách từ bảng tính"), required=False, rows=6, length=60_000,
        help_text=_("Mỗi dòng: loại (Tập thể hoặc Cá nhân); tên; chức vụ, đơn vị; thành tích; tiền thưởng; tên số "
                    "liệu; giá trị; lấy từ đâu. Bốn cột cuối có thể bỏ trống. Chép từ bảng tính rồi dán vào đây"),
    )  # fmt: skip

    def __init__(self, units: list[Unit], models: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        self.choose("kind", [*RecipientKind.choices])
        self.choose("unit_id", [(str(unit.pk), unit.name) for unit in units])
        self.choose("initiative_id", models)

    def clean(self) -> dict[str, Any]:
        words = self.cleaned_data
        if self._is_typed:
            for name, sentence in (
                ("kind", _now("Chọn tập thể hoặc cá nhân.")),
                ("name", _now("Ghi tên tập thể hoặc họ tên cá nhân.")),
                ("achievement", _now("Ghi thành tích.")),
            ):
                if name not in self.errors and not words.get(name):
                    self.add_error(name, sentence)
        if words.get("initiative_id") and not (
            words.get("unit_id") and words.get("first_day") and words.get("last_day")
        ):
            self.add_error("initiative_id", _now("Chọn đơn vị và ghi hai ngày để máy đếm số liệu."))
        elif words.get("initiative_id") and words["first_day"] > words["last_day"]:
            self.add_error("last_day", _now("Ngày cuối trước ngày đầu."))
        return words

    @property
    def _is_typed(self) -> bool:
        return any(self.cleaned_data.get(name) not in ("", None) for name in self.SINGLE)

    @property
    def proposals(self) -> list[ProposalInput]:
        """What was typed, then what was pasted."""
        words = self.cleaned_data
        typed = [self._typed()] if self._is_typed else []
        return [*typed, *(_pasted(row) for row in rows_of(words["pasted"]))]

    def _typed(self) -> ProposalInput:
        words = self.cleaned_data
        unit = self.units[int(words["unit_id"])] if words["unit_id"] else None
        figures: tuple[EvidenceInput, ...] = ()
        if unit and words["initiative_id"]:
            figures = (measured(int(words["initiative_id"]), unit, words["first_day"], words["last_day"]),)
        return ProposalInput(
            kind=words["kind"], name=words["name"], title=words["title"], achievement=words["achievement"],
            bonus_vnd=words["bonus_vnd"], unit_id=unit.pk if unit else None, evidence=figures, place=0,
        )  # fmt: skip


def _pasted(row: Row) -> ProposalInput:
    label, value, source = row.cell(5), row.cell(6), row.cell(7)
    figure = EvidenceInput(label=label, value=_figure(value), source=source)
    return ProposalInput(
        kind=KINDS.get(row.cell(0).lower(), row.cell(0)),
        name=row.cell(1),
        title=row.cell(2),
        achievement=row.cell(3),
        bonus_vnd=_amount(row),
        evidence=(figure,) if label or value or source else (),
        place=row.place,
    )


def _figure(text: str) -> int | str:
    digits = text.replace(".", "")
    return int(digits) if digits.isdecimal() and len(digits) < 13 else text


def _amount(row: Row) -> int | None:
    digits = row.cell(4).replace(".", "").replace(" ", "").removesuffix("đồng")
    if not digits:
        return None
    return int(digits) if digits.isdecimal() and len(digits) < 13 else -1


class Council(PageForm):
    """One line for each colleague, with their seat in the council or the team."""

    def __init__(self, people: list[Colleague], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        add_seats(self, people)

    @property
    def seats(self) -> list[tuple[Colleague, Any]]:
        return [(one, self[f"{SEAT}{one.account_id}"]) for one in self.people]

    @property
    def members(self) -> tuple[MemberInput, ...]:
        return members_of(self, self.people)


def add_seats(form: forms.Form, people: list[Colleague], seats: list[tuple[str, str]] = Seat.choices) -> None:
    """Ask of each colleague whether they sit in it, and as what."""
    for one in people:
        form.fields[f"{SEAT}{one.account_id}"] = forms.ChoiceField(
            label=one.name, required=False, choices=[("", _("Không")), *seats]
        )


def members_of(form: forms.Form, people: list[Colleague]) -> tuple[MemberInput, ...]:
    """Those with a seat."""
    return tuple(
        MemberInput(account_id=one.account_id, seat=seat, title=one.title)
        for one in people
        if (seat := form.cleaned_data[f"{SEAT}{one.account_id}"])
    )


class Ballot(PageForm):
    """One question for each proposal that the member has not voted on."""

    def __init__(self, rows: list[Judged], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[f"{BALLOT}{row.proposal.pk}"] = forms.ChoiceField(
                label=row.proposal.name, required=False, choices=VOTES
            )

        self.fields["rest"] = forms.BooleanField(
            label=_("Đồng ý với tất cả đề nghị chưa chọn riêng"), required=False
        )

    @property
    def lines(self) -> list[tuple[Judged, Any]]:
        return [(row, self[f"{BALLOT}{row.proposal.pk}"]) for row in self.rows]

    @property
    def ballots(self) -> dict[int, bool]:
        words = {row.proposal.pk: self.cleaned_data[f"{BALLOT}{row.proposal.pk}"] for row in self.rows}
        rest = "yes" if self.cleaned_data["rest"] else ""
        return {pk: (word or rest) == "yes" for pk, word in words.items() if word or rest}


class Submit(PageForm):
    symbol = Line(_("Ký hiệu tờ trình"), missing=_("Ghi ký hiệu tờ trình, ví dụ: TTr-PNV."), length=40,
                  help_text=_("Phần sau số, ví dụ: TTr-PNV. Số thì máy lấy từ sổ văn bản đi"))  # fmt: skip


class Decide(PageForm):
    symbol = Line(_("Ký hiệu quyết định"), required=False, length=40,
                  help_text=_("Bỏ trống với Ủy ban nhân dân: QĐ-UBND"))  # fmt: skip
    signer_authority = Line(_("Thẩm quyền ký"), required=False, length=60,
                            help_text=_("Chỉ khi ký thay, ví dụ: KT. CHỦ TỊCH"))  # fmt: skip
