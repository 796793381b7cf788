"""Inspections: the plan, the minutes of a visit, the conclusion."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.identity.models import Account
from motcua.kernel.refusals import Refusal
from motcua.organisation.models import Unit
from motcua.oversight.award_states import TEAM_SEATS
from motcua.oversight.inputs import (
    AttendanceInput,
    CheckInput,
    MemberInput,
    MinutesInput,
    SampleInput,
    TargetInput,
    ViolationInput,
)
from motcua.oversight.inspection_states import Kind
from motcua.surfaces.board.colleagues import Colleague
from motcua.surfaces.board.oversight.forms.awards import SEAT, add_seats, members_of
from motcua.surfaces.board.oversight.pasted import Row, rows_of
from motcua.surfaces.board.page_form import PageForm
from motcua.surfaces.components.form_fields import Day, Line, Many, Pick, Text
from motcua.surfaces.components.typed_days import day_of

AWAY = {"vắng", "vang", "không"}
CLOCKS = ("%H:%M", "%Hh%M", "%H giờ %M")


class Unreadable(Refusal):
    """A line that does not say what its column asks for."""


class Plan(PageForm):
    """What is inspected, where, by whom."""

    PLACES: ClassVar = {"targets": "agencies"}

    kind = Pick(
        _("Hình thức"), choices=Kind.choices, missing=_("Chọn theo kế hoạch hay đột xuất."),
        help_text=_("Kế hoạch đột xuất chỉ đoàn kiểm tra và lãnh đạo ký quyết định thấy, cho tới khi bắt đầu"),
    )  # fmt: skip
    title = Line(_("Tên cuộc kiểm tra"), missing=_("Ghi tên cuộc kiểm tra."))
    contents = Text(
        _("Nội dung kiểm tra"), missing=_("Ghi nội dung kiểm tra."), length=4000,
        help_text=_("Ví dụ: đạo đức công vụ, thời gian làm việc, chất lượng phục vụ"),
    )  # fmt: skip
    signer_id = Pick(
        _("Lãnh đạo ký quyết định trên phần mềm"), required=False,
        help_text=_("Người này thấy kế hoạch để ký; ký xong máy lấy số từ sổ văn bản đi và in quyết định"),
    )  # fmt: skip
    decision_number = Line(_("Đã ký trên giấy: quyết định số"), required=False, length=60,
                           help_text=_("Chỉ ghi khi không ký trên phần mềm"))  # fmt: skip
    decided_on = Day(_("Ngày ký trên giấy"), required=False)
    planned_on = Day(_("Ngày dự kiến"), required=False)
    unit_ids = Many(_("Đơn vị được kiểm tra"), required=False)
    agencies = Text(_("Cơ quan khác"), required=False, rows=2, help_text=_("Mỗi dòng một cơ quan"))

    def __init__(
        self, units: list[Unit], people: list[Colleague], signers: list[Account], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.choose("unit_ids", [(str(unit.pk), unit.name) for unit in units])
        self.choose(
            "signer_id",
            [*((str(one.pk), str(one)) for one in signers), ("", str(_("Không, đã ký trên giấy")))],
        )
        self.fields["signer_id"].initial = str(signers[0].pk) if len(signers) == 1 else ""
        add_seats(self, people, list(TEAM_SEATS.items()))

    @property
    def seats(self) -> list[tuple[Colleague, Any]]:
        return [(one, self[f"{SEAT}{one.account_id}"]) for one in self.people]

    @property
    def facts(self) -> dict[str, Any]:
        """The plan in the words of its service."""
        words = self.cleaned_data
        names = ("kind", "title", "contents", "decided_on", "planned_on")
        return {
            **{name: words[name] for name in names},
            "decision_number": words["decision_number"] or None,
            "signer_id": int(words["signer_id"]) if words["signer_id"] else None,
        }

    @property
    def targets(self) -> tuple[TargetInput, ...]:
        words, on = self.cleaned_data, self.cleaned_data["planned_on"]
        units = [TargetInput(unit_id=int(pk), visit_on=on) for pk in words["unit_ids"]]
        others = [TargetInput(agency_text=row.cells[0], visit_on=on) for row in rows_of(words["agencies"])]
        return (*units, *others)

    @property
    def members(self) -> tuple[MemberInput, ...]:
        return members_of(self, self.people)


class Minutes(PageForm):
    """The minutes of one visit; lists are one line each, columns parted by semicolons."""

    day = Day(_("Ngày kiểm tra"), missing=_("Ghi ngày kiểm tra."))
    from_clock = Line(_("Bắt đầu lúc"), missing=_("Ghi giờ bắt đầu."), length=10, help_text=_("Ví dụ: 07:30"))
    to_clock = Line(_("Kết thúc lúc"), missing=_("Ghi giờ kết thúc."), length=10, help_text=_("Ví dụ: 08:15"))
    attendance = Text(
        _("Quân số, giờ giấc"), required=False, rows=6, length=40_000,
        help_text=_("Mỗi dòng: họ tên; chức vụ; giờ đến hoặc chữ vắng; lý do. Ví dụ: Trần Văn Ba; Văn phòng; 07:42. "
                    "Ai đã có mặt khi đoàn tới thì bỏ trống giờ đến. Muộn bao nhiêu phút thì máy tự tính theo giờ làm "
                    "việc của nơi đó"),
    )  # fmt: skip
    checks = Text(_("Nội dung đã kiểm tra"), required=False, rows=4, length=20_000,
                  help_text=_("Mỗi dòng: nội dung; kết quả; ghi chú"))  # fmt: skip
    samples = Text(_("Hồ sơ kiểm tra xác suất"), required=False, rows=3, length=20_000,
                   help_text=_("Mỗi dòng: mã hồ sơ; nhận xét"))  # fmt: skip
    violations = Text(
        _("Vi phạm, tồn tại"), required=False, rows=4, length=20_000,
        help_text=_("Mỗi dòng: vi phạm; người liên quan; căn cứ; cách khắc phục; hạn (ngày/tháng/năm)"),
    )  # fmt: skip
    opinion = Text(_("Ý kiến của đơn vị"), required=False, length=4000)
    unit_signer = Line(
        _("Đại diện đơn vị ký"), missing=_("Ghi người đại diện đơn vị ký biên bản."), length=120
    )
    unit_signer_title = Line(_("Chức vụ người đại diện"), required=False, length=120)

    @property
    def facts(self) -> MinutesInput:
        """What was typed, read line by line.

        Raises:
            Unreadable: a clock or a day that nobody can read, with its line.
        """
        words = self.cleaned_data
        on = words["day"]
        return MinutesInput(
            started_at=_at(on, words["from_clock"], field="from_clock"),
            ended_at=_at(on, words["to_clock"], field="to_clock"),
            unit_signer=words["unit_signer"],
            unit_signer_title=words["unit_signer_title"],
            opinion=words["opinion"],
            attendance=tuple(_attendance(row, on) for row in rows_of(words["attendance"])),
            checks=tuple(
                CheckInput(check=row.cell(0), result=row.cell(1), remark=row.cell(2))
                for row in rows_of(words["checks"])
            ),
            samples=tuple(
                SampleInput(dossier_code=row.cell(0), finding=row.cell(1))
                for row in rows_of(words["samples"])
            ),
            violations=tuple(_violation(row) for row in rows_of(words["violations"])),
        )


def _attendance(row: Row, on: date) -> AttendanceInput:
    clock = row.cell(2)
    away = clock.lower() in AWAY
    seen_at = _at(on, clock, field="attendance", place=row.place) if clock and not away else None
    return AttendanceInput(
        full_name=row.cell(0), title=row.cell(1), present=not away, seen_at=seen_at, reason=row.cell(3)
    )


def _violation(row: Row) -> ViolationInput:
    try:
        deadline_on = day_of(row.cell(4)) if row.cell(4) else None
    except ValueError:
        raise Unreadable(
            _now("Dòng %(place)d: không đọc được hạn “%(text)s”. Ví dụ: 26/11/2026")
            % {"place": row.place, "text": row.cell(4)[:20]},
            field="violations",
        ) from None
    return ViolationInput(
        text=row.cell(0), person=row.cell(1), basis=row.cell(2), remedy=row.cell(3), deadline_on=deadline_on
    )


def _at(on: date, clock: str, *, field: str, place: int = 0) -> datetime:
    """Read a time of the day of the visit."""
    for shape in CLOCKS:
        try:
            found: time = datetime.strptime(clock.strip(), shape).time()
        except ValueError:
            continue
        return datetime.combine(on, found, timezone.get_default_timezone())
    words = {"place": place, "text": clock[:20]}
    sentence = (
        _now("Dòng %(place)d: không đọc được giờ “%(text)s”. Ghi như 07:42, hoặc ghi chữ vắng.")
        if place
        else _now("Không đọc được giờ “%(text)s”. Ghi như 07:42.")
    )
    raise Unreadable(sentence % words, field=field)


class DecideInspection(PageForm):
    signer_authority = Line(_("Thẩm quyền ký"), required=False, length=60,
                            help_text=_("Chỉ khi ký thay, ví dụ: KT. CHỦ TỊCH"))  # fmt: skip


class Conclude(PageForm):
    conclusion = Text(
        _("Kết luận"), missing=_("Ghi kết luận kiểm tra."), rows=6, length=20_000,
        help_text=_("Mỗi đoạn một dòng. Quân số, vi phạm và hạn khắc phục thì máy lấy từ các biên bản"),
    )  # fmt: skip
    signer_authority = Line(_("Thẩm quyền ký"), required=False, length=60,
                            help_text=_("Chỉ khi ký thay, ví dụ: KT. CHỦ TỊCH"))  # fmt: skip
    conclusion_number = Line(
        _("Đã ký trên giấy: thông báo số"), required=False, length=60,
        help_text=_("Bỏ trống thì máy lấy số từ sổ văn bản đi và in thông báo. Chỉ ghi khi đã ký trên giấy"),
    )  # fmt: skip


class Give(PageForm):
    directive_id = Pick(_("Văn bản giao việc"), missing=_("Chọn dự thảo văn bản để giao việc."))

    def __init__(self, drafts: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("directive_id", drafts)
