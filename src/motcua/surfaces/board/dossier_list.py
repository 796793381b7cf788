"""The dossiers behind a figure, page by page: their number is the figure."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.calendars.queries import calendar_for
from motcua.calendars.working_time import WorkingCalendar
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.statistics import queries
from motcua.statistics.figures import FIGURES
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import YEARS, Seat
from motcua.surfaces.components.due_chips import DueChip, StateKind, due_chip

PAGE = 50
BY_DUE = {"pending_overdue", "due"}
STATE_KINDS: dict[str, StateKind] = {
    State.REGISTERED: "none", State.SUPPLEMENT_REQUESTED: "supplement", State.FINANCIAL_DUTY: "payment",
    State.PROCESSED: "finished", State.RETURNED: "finished", State.NOT_ACCEPTED: "closed", State.WITHDRAWN: "closed",
    State.STOPPED: "closed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListRow:
    """One dossier of the list."""

    chip: DueChip
    code: str
    href: str
    name: str
    procedure: str
    unit: str
    place: str


@dataclass(frozen=True, slots=True)
class DossierList:
    """A page of a list, with what it is a list of; ``after`` is the cursor of the next page or ""."""

    title: str
    meaning: str
    field: str
    count: int
    rows: list[ListRow]
    after: str


def dossier_list(seat: Seat, wanted: QueryDict) -> DossierList:
    """Read the list that an address asks for.

    Raises:
        Refusal: there is no such figure, day or page.
    """
    figure, field = wanted.get("so-lieu", ""), wanted.get("linh-vuc", "")
    below_on = _day(wanted.get("cap-duoi", "")) or min(seat.period.last, seat.today)
    unit_ids = seat.unit_ids_on(below_on)
    if figure == links.WAITING:
        step = wanted.get("buoc", ""), wanted.get("vai-tro", "")
        behind = queries.waiting(unit_ids, field=field, step=step)
        title, meaning = (
            _("Đang chờ ở bước “%(step)s”") % {"step": step[0]},
            _("Đang làm, đồng hồ đang chạy."),
        )
    elif figure in FIGURES:
        behind = queries.behind(figure, unit_ids, seat.period, now=seat.now, field=field)
        title, meaning = str(FIGURES[figure].name), str(FIGURES[figure].meaning)
    else:
        raise Refusal(_("Không có số liệu nào tên là “%(figure)s”.") % {"figure": figure})
    rows, after = _page(behind, wanted.get("sau", ""), by_due=figure in BY_DUE)
    name = dict(queries.field_names({field}))[field] if field else ""
    return DossierList(title, meaning, name, behind.count(), _rows(rows, seat), after)


def _page(behind: QuerySet[Dossier], cursor: str, *, by_due: bool) -> tuple[list[Dossier], str]:
    """The page after a cursor, and the cursor of the next one; no page is counted off."""
    rows = behind.select_related("version", "case", "unit").defer("version__content", "answers")
    rows = rows.order_by("due_at", "pk") if by_due else rows.order_by("-pk")
    if cursor:
        rows = rows.filter(_beyond(cursor, by_due=by_due))
    found = list(rows[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    if last is None:
        return found, ""
    due = f"{last.due_at.isoformat()}_" if by_due and last.due_at else ""
    return found[:PAGE], f"{due}{last.pk}"


def _beyond(cursor: str, *, by_due: bool) -> Q:
    due, _mark, pk = cursor.rpartition("_")
    try:
        if not by_due:
            return Q(pk__lt=int(pk))
        due_at = datetime.fromisoformat(due)
        return Q(due_at__gt=due_at) | Q(due_at=due_at, pk__gt=int(pk))
    except ValueError:
        raise Refusal(_("Không có trang này. Xin mở lại danh sách từ đầu.")) from None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal(_("“%(text)s” không phải là một ngày.") % {"text": text}) from None
    if day is not None and day.year not in YEARS:
        raise Refusal(_("“%(text)s” không phải là một ngày.") % {"text": text})
    return day


def _rows(dossiers: list[Dossier], seat: Seat) -> list[ListRow]:
    places = queries.Places(dossiers, on=seat.today)
    calendars = {unit_id: calendar_for(unit_id, seat.today) for unit_id in {one.unit_id for one in dossiers}}
    return [_row(one, places, calendars[one.unit_id], seat) for one in dossiers]


def _row(dossier: Dossier, places: queries.Places, calendar: WorkingCalendar, seat: Seat) -> ListRow:
    kind = STATE_KINDS.get(dossier.state, "running")
    if dossier.closed_at is None and dossier.due_at and dossier.due_at < seat.now:
        kind = "running"  # late before a pause stays late
    chip = due_chip(
        due_at=dossier.due_at,
        state_kind=kind,
        now=seat.now,
        calendar=calendar,
        finished_at=dossier.finished_at,
    )
    return ListRow(
        chip=chip, code=dossier.code, name=dossier.applicant_name, procedure=dossier.version.name,
        href=links.one_dossier(dossier, seat.officer), unit=dossier.unit.name,
        place=places.of(dossier) if dossier.closed_at is None else str(State(dossier.state).label),
    )  # fmt: skip
