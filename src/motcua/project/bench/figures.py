"""A measured figure, and how one measures: medians of repeated runs, CPU apart from waiting."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of the report.

    Args:
        value, least, most: the median and the two ends of the runs, in ``unit``.
        how: how it was measured, one Vietnamese line.
        bar: what it is held against: ``most`` that it may be, or ``least`` that it must be; None where nothing is.
    """

    name: str
    title: str
    value: float
    least: float
    most: float
    unit: str
    how: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_reached(self) -> bool:
        """Whether the figure keeps its bar, if it has one."""
        return not (
            (self.at_most is not None and self.value > self.at_most)
            or (self.at_least is not None and self.value < self.at_least)
        )


class Ground(msgspec.Struct, frozen=True):
    """Where and how often one measures: ``folder`` is for files of one's own, ``runs`` how many times each."""

    folder: Path
    runs: int


class Runs(msgspec.Struct, frozen=True):
    """Seconds of CPU and of wall time of each run."""

    cpu: list[float]
    wall: list[float]


def timed(act: Callable[[], object], *, runs: int, warm: int = 3) -> Runs:
    """Run ``act`` again and again, garbage collection between the runs, not within them."""
    for _ in range(warm):
        act()
    cpu, wall = [], []
    for _ in range(runs):
        gc.collect(0)
        cpu_before, before = time.process_time(), time.perf_counter()
        act()
        wall.append(time.perf_counter() - before)
        cpu.append(time.process_time() - cpu_before)
    return Runs(cpu, wall)


def middle(values: Sequence[float], *, scale: float = 1.0, per: bool = False) -> dict[str, float]:
    """Return median, least and most as the fields of a Figure.

    Args:
        scale: factor from seconds to the unit of the figure.
        per: the figure is a rate: ``scale`` things in each run.
    """
    measured = [scale / value if per else scale * value for value in values]
    return {"value": statistics.median(measured), "least": min(measured), "most": max(measured)}
