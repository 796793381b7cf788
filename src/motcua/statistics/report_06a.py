"""Table II.06a/VPCP/KSTT, receipt and settlement of dossiers (Thông tư 01/2020/TT-VPCP): pure arithmetic.

Columns 3 to 13 of the official form; what the form has no column for stands as a named policy says.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Self

import msgspec
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.statistics.closing_policies import Base, ClosingPolicy, Place
from motcua.statistics.measures import SETTLED, Measure
from motcua.statistics.queries.counting import Sums


class FiguresDisagree(Refusal):
    """An identity of the table does not hold; nothing is printed."""


class Line(msgspec.Struct):
    """One line of the table: a field of work, or the total."""

    received_total: int = 0
    received_online: int = 0
    received_other: int = 0
    carried_over: int = 0
    settled_total: int = 0
    settled_early: int = 0
    settled_on_time: int = 0
    settled_late: int = 0
    pending_total: int = 0
    pending_in_time: int = 0
    pending_overdue: int = 0

    def __add__(self, other: Self) -> Self:
        names = self.__struct_fields__
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name) for name in self.__struct_fields__)


class Apart(msgspec.Struct):
    """Dossiers closed without a result in the period; those not accepted never were part of the table."""

    withdrawn: int = 0
    stopped: int = 0
    not_accepted: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.withdrawn + other.withdrawn,
            self.stopped + other.stopped,
            self.not_accepted + other.not_accepted,
        )


class Cell(msgspec.Struct):
    """One line with its block apart, and how many of the latter the balance must count."""

    line: Line
    apart: Apart
    balancing: int


def cell(sums: Sums, policy: ClosingPolicy) -> Cell:
    """Place what was counted for one field into the columns, as a policy says."""
    flow, promised = sums.flow, sums.promised
    settled = Counter(
        {measure: (promised if policy.settled_of == Base.PROMISED else flow)[measure] for measure in SETTLED}
    )
    online, received = flow[Measure.RECEIVED_ONLINE], flow[Measure.RECEIVED]
    carried_over, pending, balancing = sums.carried_over, sums.pending, 0
    for measure, place in ((Measure.WITHDRAWN, policy.withdrawn), (Measure.STOPPED, policy.stopped)):
        closed, depth = flow[measure], sums.apart[measure]
        if place == Place.APART:
            balancing += closed
        elif place == Place.OUTSIDE:
            online -= depth[Measure.RECEIVED_ONLINE]
            received -= depth[Measure.RECEIVED]
            carried_over -= closed - depth[Measure.RECEIVED]
        elif place == Place.SETTLED:
            settled.update({judged: depth[judged] for judged in SETTLED})
        elif place == Place.ON_TIME:
            settled[Measure.ON_TIME] += closed
        elif place == Place.PENDING:
            carried_over += sums.opening[measure]
            pending += sums.opening[measure] + closed
    line = Line(
        received_total=received + carried_over, received_online=online, received_other=received - online,
        carried_over=carried_over, settled_total=settled.total(), settled_early=settled[Measure.EARLY],
        settled_on_time=settled[Measure.ON_TIME], settled_late=settled[Measure.LATE], pending_total=pending,
        pending_in_time=pending - sums.overdue, pending_overdue=sums.overdue,
    )  # fmt: skip
    apart = Apart(flow[Measure.WITHDRAWN], flow[Measure.STOPPED], flow[Measure.NOT_ACCEPTED])
    return Cell(line, apart, balancing)


def total(cells: Iterable[Cell]) -> Cell:
    """Add up the lines of all fields."""
    whole = Cell(Line(), Apart(), 0)
    for one in cells:
        whole = Cell(whole.line + one.line, whole.apart + one.apart, whole.balancing + one.balancing)
    return whole


IDENTITIES = {
    "received_total = received_online + received_other + carried_over": "(3) = (4) + (5) + (6)",
    "settled_total = settled_early + settled_on_time + settled_late": "(7) = (8) + (9) + (10)",
    "pending_total = pending_in_time + pending_overdue": "(11) = (12) + (13)",
}
BALANCE = {"received_total = settled_total + pending_total": "(3) = (7) + (11)"}
BALANCE_APART = {"received_total = settled_total + pending_total + apart": "(3) = (7) + (11) + khối riêng"}


def identities(policy: ClosingPolicy) -> dict[str, str]:
    """The identities that a policy keeps, in keys and in column numbers."""
    if not policy.balanced:
        return IDENTITIES
    return IDENTITIES | (BALANCE_APART if Place.APART in (policy.withdrawn, policy.stopped) else BALANCE)


def require_identities(name: str, one: Cell, policy: ClosingPolicy) -> None:
    """Refuse a line whose identities do not hold, or that has a count below nothing.

    Raises:
        FiguresDisagree: with the name of the line and the first identity that is broken.
    """
    line = one.line
    values = {key: getattr(line, key) for key in line.__struct_fields__} | {"apart": one.balancing}
    for identity, columns in identities(policy).items():
        left, right = identity.split(" = ")
        if values[left] != sum(values[key] for key in right.split(" + ")):
            raise FiguresDisagree(
                _(
                    "Biểu 06a, dòng “%(name)s”: %(columns)s không khớp. Xin chạy “motcua verify” rồi lập lại số liệu."
                )
                % {"name": name, "columns": columns}
            )
    if min(values.values()) < 0:
        raise FiguresDisagree(
            _("Biểu 06a, dòng “%(name)s” có số âm. Xin chạy “motcua verify” rồi lập lại số liệu.")
            % {"name": name}
        )


class Share(msgspec.Struct):
    """A share (tỷ lệ) and the base that it stands on."""

    id: str
    name_vi: str
    part: int
    base: str
    base_vi: str
    whole: int

    @property
    def percent(self) -> float | None:
        """In percent with one decimal; None when there is nothing to be a share of."""
        return round(self.part * 100 / self.whole, 1) if self.whole else None


def shares(line: Line) -> list[Share]:
    """The shares that are read off the table, each on its named base."""
    received = line.received_online + line.received_other
    return [
        Share("settled_in_time", _("Giải quyết trước hạn và đúng hạn"), line.settled_early + line.settled_on_time,
              "settled_total", _("trên số hồ sơ đã giải quyết"), line.settled_total),
        Share("received_online", _("Tiếp nhận trực tuyến"), line.received_online,
              "received_online + received_other", _("trên số hồ sơ tiếp nhận trong kỳ"), received),
        Share("pending_overdue", _("Đang giải quyết quá hạn"), line.pending_overdue,
              "pending_total", _("trên số hồ sơ đang giải quyết"), line.pending_total),
    ]  # fmt: skip
