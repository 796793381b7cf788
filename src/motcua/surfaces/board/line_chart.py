"""A line chart as numbers for inline SVG: this year's shares against last year's, direct labels, no legend."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.surfaces.board import pen
from motcua.surfaces.board.week_shares import WeekShare, floor_of

TOP, LEFT, TICKS_BELOW = 18, 46, 54
# What happened to all offices at once, and is seen in their lines.
EVENTS = ((date(2025, 7, 1), gettext_lazy("01/07/2025: bỏ cấp huyện")),)


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper: its size, and where the plot ends on it."""

    width: int
    height: int
    right: int
    is_wide: bool

    @property
    def bottom(self) -> int:
        return self.height - TICKS_BELOW - 8


WIDE = Frame(920, 194, 808, is_wide=True)
NARROW = Frame(360, 230, 352, is_wide=False)


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    words: str
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class LineChart:
    """All marks of one chart, in the coordinates of its frame."""

    frame: Frame
    grid: list[Label]
    ticks: list[Label]
    now_path: str
    last_path: str
    points: list[Label]
    now_label: Label | None
    last_label: Label | None
    notes: list[Label]
    title: str
    story: str


def line_chart(frame: Frame, now: list[WeekShare], last: list[WeekShare]) -> LineChart:
    """Draw two runs of weeks over each other; ``last`` may be longer, the year that is over."""
    values = [one.share for one in [*now, *last] if one.share is not None]
    low, slots = floor_of(values), max(len(now), len(last), 2)
    step = (frame.right - LEFT) / (slots - 1)

    def x(index: float) -> float:
        return round(LEFT + index * step, 1)

    def y(value: float) -> float:
        return round(TOP + (100 - value) / (100 - low) * (frame.bottom - TOP), 1)

    points = [
        Label(
            x(index),
            y(one.share),
            _("Tuần %(n)d: %(share)s đúng hẹn") % {"n": one.number, "share": one.words},
        )
        for index, one in enumerate(now)
        if one.share is not None
    ]
    now_label, last_label = _labels(frame, now, last, points, x, y)
    return LineChart(
        frame=frame, points=points, now_label=now_label, last_label=last_label,
        grid=[Label(LEFT, y(value), f"{value}%") for value in range(100, low - 1, -_grid_step(low))],
        ticks=_months(now, last, x, frame),
        now_path=pen.path([one.share for one in now], x, y), last_path=pen.path([one.share for one in last], x, y),
        notes=_notes(frame, now, last, x), title=_("Tỷ lệ trả đúng hẹn theo tuần"), story=_story(now, last),
    )  # fmt: skip


def _grid_step(low: int) -> int:
    return next((step for step in (5, 10, 20) if (100 - low) / step <= 4), 25)


def _labels(
    frame: Frame, now: list[WeekShare], last: list[WeekShare], points: list[Label],
    x: Callable[[float], float], y: Callable[[float], float],
) -> tuple[Label | None, Label | None]:  # fmt: skip
    """Name each line at its end; where the names would meet, the older one steps aside."""
    newest = next((one for one in reversed(now) if one.share is not None), None)
    oldest = next(((i, one) for i, one in reversed(list(enumerate(last))) if one.share is not None), None)
    now_label = last_label = None
    if newest and points:
        end, beside = points[-1], frame.is_wide
        words = _("%(share)s, năm %(year)d") % {"share": newest.words, "year": _year(newest)}
        now_label = Label(
            end.x + 10 if beside else frame.right, end.y - 6 if beside else end.y - 14, words, not beside
        )
    if oldest and (value := oldest[1].share) is not None:
        index, one = oldest
        height = y(value) + 4 if frame.is_wide else y(value) + 18
        if now_label and abs(height - now_label.y) < 20:
            height = now_label.y + 22
        words = _("năm %(year)d") % {"year": _year(one)}
        last_label = Label(x(index) + (8 if frame.is_wide else 0), height, words, not frame.is_wide)
    return now_label, last_label


def _year(week: WeekShare) -> int:
    return week.monday.isocalendar().year


def _months(
    now: list[WeekShare], last: list[WeekShare], x: Callable[[float], float], frame: Frame
) -> list[Label]:
    """The months under the weeks in which they begin."""
    longer = now if len(now) >= len(last) else last
    ticks, seen = [], None
    for index, one in enumerate(longer):
        thursday = one.monday + timedelta(days=3)  # a week belongs to the month of its Thursday
        if thursday.month != seen and (thursday.day <= 7 or seen is not None):
            ticks.append(Label(x(index), frame.height - 8, f"T{thursday.month}"))
        seen = thursday.month
    return ticks


def _notes(
    frame: Frame, now: list[WeekShare], last: list[WeekShare], x: Callable[[float], float]
) -> list[Label]:
    """What happened to all, written under the week in which it happened."""
    return [
        Label(x(index), frame.bottom + 4, str(words))
        for day, words in EVENTS
        for index, one in [*enumerate(now), *enumerate(last)]
        if one.monday <= day <= one.period.last
    ]


def _story(now: list[WeekShare], last: list[WeekShare]) -> str:
    """What the lines say, for who cannot see them."""
    told = []
    for weeks in (now, last):
        known = [one for one in weeks if one.share is not None]
        if known:
            best, worst = (
                max(known, key=lambda one: one.share or 0),
                min(known, key=lambda one: one.share or 0),
            )
            told.append(
                _("Năm %(year)d: từ %(low)s (tuần %(worst)d) đến %(high)s (tuần %(best)d).") % {
                    "year": _year(known[-1]), "low": worst.words, "worst": worst.number,
                    "high": best.words, "best": best.number,
                }
            )  # fmt: skip
    return " ".join(told)
