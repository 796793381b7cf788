"""Which period a page shows, and the ways to others."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.statistics.periods import Period
from motcua.surfaces.board import calendar_words, links
from motcua.surfaces.board.gate import Seat

KINDS = {"week": gettext_lazy("Tuần"), "month": gettext_lazy("Tháng"), "quarter": gettext_lazy("Quý")}


@dataclass(frozen=True, slots=True)
class PeriodChip:
    """A kind of period: the one that holds today."""

    words: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PeriodPicker:
    """The kinds, the period shown, and its neighbours; ``after`` is "" when it has not begun."""

    chips: list[PeriodChip]
    name: str
    before: tuple[str, str]
    after: tuple[str, str] | None
    is_over: bool


def period_picker(page: str, seat: Seat, policy: str = "") -> PeriodPicker:
    """The choices of a page for its unit."""
    present, shown = calendar_words.around(seat.today), calendar_words.kind(seat.period)
    chips = [
        PeriodChip(_words(kind, present[kind], seat), _href(page, seat, present[kind], policy), kind == shown)
        for kind in KINDS
    ]
    after = seat.period.after
    return PeriodPicker(
        chips=chips, name=seat.period.name,
        before=(seat.period.before.name, _href(page, seat, seat.period.before, policy)),
        after=(after.name, _href(page, seat, after, policy)) if after.first <= seat.today else None,
        is_over=seat.period.is_over(seat.now),
    )  # fmt: skip


def _words(kind: str, present: Period, seat: Seat) -> str:
    return _("%(kind)s này") % {"kind": KINDS[kind]} if present == seat.period else str(KINDS[kind])


def _href(page: str, seat: Seat, period: Period, policy: str) -> str:
    return links.page(page, unit=seat.unit, period=period, policy=policy)


def report_period(seat: Seat) -> Period:
    """The period whose table 06a is nearest: what is shown, or the quarter of a week."""
    if calendar_words.kind(seat.period) == "week":
        return calendar_words.around(min(seat.period.last, seat.today))["quarter"]
    return seat.period
