"""How far the backlog of records is cleared."""

from collections.abc import Collection, Sequence
from datetime import date

import msgspec
from django.db.models import Sum

from motcua.organisation.order import place_of
from motcua.oversight.models import BacklogBlock, BacklogProgress


class BacklogLine(msgspec.Struct, frozen=True, kw_only=True):
    """One block with what has become of it; volumes in decimetres of shelf."""

    block: BacklogBlock
    volume_dm: int
    processed_dm: int
    destroyed_dm: int
    handed_over_dm: int

    @property
    def remaining_dm(self) -> int:
        return self.volume_dm - self.processed_dm

    def is_late(self, on: date) -> bool:
        """Something remains after the deadline; on the day itself it is still in time."""
        deadline = self.block.deadline_on
        return self.remaining_dm > 0 and deadline is not None and deadline < on

    def days_left(self, on: date) -> int | None:
        """Days to the deadline while something remains."""
        deadline = self.block.deadline_on
        return (deadline - on).days if self.remaining_dm and deadline else None


class BacklogSum(msgspec.Struct, frozen=True, kw_only=True):
    """Several blocks added up."""

    blocks: int
    volume_dm: int
    processed_dm: int
    destroyed_dm: int
    handed_over_dm: int

    @property
    def remaining_dm(self) -> int:
        return self.volume_dm - self.processed_dm


def backlog(unit_ids: Collection[int]) -> list[BacklogLine]:
    """Every block of the units with its progress, the nearest deadline first, those without one last; then by unit."""
    rows = BacklogBlock.objects.of_units(unit_ids).select_related("unit")
    done = {
        row["block"]: (row["processed"], row["destroyed"], row["handed_over"])
        for row in BacklogProgress.objects.filter(block__unit__in=unit_ids)
        .values("block")
        .annotate(
            processed=Sum("processed_dm"),
            destroyed=Sum("destroyed_dm"),
            handed_over=Sum("handed_over_dm"),
        )
    }
    nearest = sorted(rows, key=lambda row: (row.deadline_on or date.max, place_of(row.unit), row.pk))
    return [_line(row, *done.get(row.pk, (0, 0, 0))) for row in nearest]


def _line(row: BacklogBlock, processed: int, destroyed: int, handed_over: int) -> BacklogLine:
    return BacklogLine(
        block=row,
        volume_dm=row.volume_dm,
        processed_dm=processed,
        destroyed_dm=destroyed,
        handed_over_dm=handed_over,
    )


def added_up(lines: Sequence[BacklogLine]) -> BacklogSum:
    """Return the sum of lines; the sum of the communes is the district."""
    return BacklogSum(
        blocks=len(lines),
        volume_dm=sum(line.volume_dm for line in lines),
        processed_dm=sum(line.processed_dm for line in lines),
        destroyed_dm=sum(line.destroyed_dm for line in lines),
        handed_over_dm=sum(line.handed_over_dm for line in lines),
    )
