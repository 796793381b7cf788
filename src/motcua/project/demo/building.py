"""Build the demonstration: the office by its services, its work by the same rules in large pieces."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from motcua.kernel import ledger
from motcua.project.demo.dated import Dated
from motcua.project.demo.desk import Desk
from motcua.project.demo.office import portal, set_up
from motcua.project.demo.people import People
from motcua.project.demo.places import places
from motcua.project.demo.progress import Progress
from motcua.project.demo.records import Records
from motcua.project.demo.roster import Seat
from motcua.project.demo.stories.telling import tell_stories
from motcua.project.demo.workload import PROCEDURE_WEIGHTS
from motcua.project.demo.world import Done, World
from motcua.statistics.services import rebuild

YEARS = 3
ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Built:
    """How much was built."""

    dossiers: int
    open: int
    people: int


@transaction.atomic
def build(
    *,
    dossiers: int,
    seed: int,
    until: datetime,
    password: str,
    progress: Progress,
    communes: int = 1,
    stories: bool = False,
) -> Built:
    """Build everything in one transaction: either all of it is there afterwards, or nothing.

    Args:
        stories: also tell what the source documents report, and the reform work of today.
    """
    progress.begin("Dựng đơn vị, cán bộ, danh mục thủ tục")
    seats = set_up(at=until, password=password, communes=communes)
    progress.begin("Dựng hồ sơ")
    built = work(seats=seats, dossiers=dossiers, seed=seed, until=until, progress=progress)
    if stories:
        progress.begin("Dựng các câu chuyện cải cách hành chính")
        with seldom_collecting():
            tell_stories(until=until, password=password, seed=seed)
    progress.begin("Niêm phong sổ cái")
    ledger.seal_days(until=timezone.localdate(until) - timedelta(days=1), at=until)
    progress.begin("Tính số liệu thống kê")
    rebuild()
    progress.begin("Xong")
    return built


def work(
    *,
    seats: Sequence[Seat],
    dossiers: int,
    seed: int,
    until: datetime,
    progress: Progress,
    eventful: float = 1.0,
    weights: Mapping[str, int] = PROCEDURE_WEIGHTS,
    watch: Callable[[Done], None] = lambda done: None,
) -> Built:
    """Let the offices that are set up do three years of work, and write it down.

    Args:
        eventful: how much more often what is rare happens; with ``weights``, for tests.
        weights: how often each procedure is asked for.
        watch: told each act as it is done.
    """
    records, dated = Records(), Dated()
    people = People(records)
    there = places(seats)
    desk = Desk(records, dated, people, {place.unit.pk: place.unit for place in there})
    world = World(
        Random(seed),  # noqa: S311 - chance, not secrecy
        desk=desk,
        places=there,
        portal=portal(),
        until=until,
        eventful=eventful,
        weights=weights,
        watch=watch,
    )
    today = timezone.localdate(until)
    with seldom_collecting():
        for held in world.run(today - timedelta(days=YEARS * 365 + 1), dossiers):
            records.keep(*held.rows())
            if records.waiting > ROWS_AT_ONCE:
                records.write()
            progress.count("Dựng hồ sơ", world.born, dossiers)
    people.keep()
    records.finish()
    return Built(world.born, world.open, len(people.by_key))


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let the collector of cyclic garbage look less often: nearly everything that is made here is kept."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
