"""The panel “Trễ ở đâu, vì sao”."""

from dataclasses import dataclass

from motcua.calendars.queries import calendar_for
from motcua.statistics import queries
from motcua.surfaces.board import links
from motcua.surfaces.board.gate import Seat
from motcua.surfaces.components.due_chips import DueChip, due_chip

MOST_LATE = 4


@dataclass(frozen=True, slots=True)
class LateRow:
    """One late dossier in the words of the board."""

    chip: DueChip
    href: str
    procedure: str
    name: str
    address: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class LatePanel:
    """Those that are late longest, how many are late in all, and the list of all."""

    rows: list[LateRow]
    count: int
    href: str


def late_panel(seat: Seat) -> LatePanel:
    """The dossiers that have been late longest."""
    today = links.one_day(seat.today)
    count = queries.behind("pending_overdue", seat.unit_ids_today, today, now=seat.now).count()
    rows = []
    for one in queries.late_dossiers(seat.unit_ids_today, now=seat.now, limit=MOST_LATE):
        calendar = calendar_for(one.dossier.unit_id, seat.today)
        chip = due_chip(due_at=one.dossier.due_at, state_kind="running", now=seat.now, calendar=calendar)
        rows.append(
            LateRow(
                chip=chip,
                href=links.one_dossier(one.dossier, seat.officer),
                procedure=one.dossier.version.name,
                name=one.dossier.applicant_name,
                address=one.dossier.contact_address,
                place=one.place,
                reason=one.reason,
            )
        )
    href = links.dossiers("pending_overdue", unit=seat.unit, period=today)
    return LatePanel(rows, count, href)
