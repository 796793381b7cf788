"""What is measured, and on which data."""

from collections.abc import Callable, Iterator
from enum import StrEnum

import msgspec

from motcua.project.bench import intake, machine, office, pages, people
from motcua.project.bench.figures import Figure, Ground


class Stage(StrEnum):
    """Data to measure on; each has a folder and a process of its own."""

    BARE = "bare"
    OFFICE = "office"
    PROVINCE = "province"
    PEOPLE = "people"


class Measure(msgspec.Struct, frozen=True):
    """One thing to measure; ``writes``: it adds rows, so it works on a copy."""

    name: str
    stage: Stage
    run: Callable[[Ground], Iterator[Figure]]
    writes: bool = False


MEASURES = (
    Measure("loop", Stage.BARE, machine.loop),
    Measure("hello", Stage.BARE, machine.hello),
    Measure("fsync", Stage.BARE, machine.flush),
    Measure("insert", Stage.BARE, machine.insert),
    Measure("due", Stage.BARE, office.due_dates),
    Measure("receipt", Stage.OFFICE, office.receipt),
    Measure("list", Stage.OFFICE, pages.listing),
    Measure("home", Stage.OFFICE, pages.home),
    Measure("dossier", Stage.OFFICE, pages.dossier),
    Measure("intake", Stage.OFFICE, intake.intakes, writes=True),
    Measure("list_large", Stage.PROVINCE, pages.listing),
    Measure("home_large", Stage.PROVINCE, pages.home),
    Measure("dossier_large", Stage.PROVINCE, pages.dossier),
    Measure("quarter", Stage.PROVINCE, office.quarter),
    Measure("board", Stage.PROVINCE, pages.board),
    Measure("name", Stage.PEOPLE, people.search),
)
#: How many dossiers, or people, a stage holds: in full, and for a quick look; a province is so many offices.
SIZES = {Stage.OFFICE: (30_000, 1_000), Stage.PROVINCE: (300_000, 10_000), Stage.PEOPLE: (1_000_000, 20_000)}
RUNS, QUICK_RUNS = 9, 3


def chosen(names: list[str] | None) -> list[Measure]:
    """The measures of these names, all without names."""
    return [measure for measure in MEASURES if not names or measure.name in names]
