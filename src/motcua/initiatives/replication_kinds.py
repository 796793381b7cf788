"""The words of replication: at whom an order aims, what a unit answers, what a cell of the matrix shows."""

from django.db import models

from motcua.organisation.kinds import Level


class Group(models.TextChoices):
    """At which of its recipients a directive aims with a model."""

    DEPARTMENT = "department", "Cấp sở"
    COMMUNE = "commune", "Cấp xã"
    ALL = "all", "Tất cả nơi nhận"

    def holds(self, level: str) -> bool:
        """Whether a unit of a level belongs to the group."""
        if self is Group.COMMUNE:
            return level == Level.COMMUNE
        return self is Group.ALL or level != Level.COMMUNE


class AdoptionState(models.TextChoices):
    ADOPTED = "adopted", "Nhận làm"
    DECLINED = "declined", "Chưa làm"


class CellState(models.TextChoices):
    """Where one unit is with one model in one quarter."""

    RUNNING = "running", "đang chạy"
    NEW = "new", "mới đăng ký"
    SILENT = "silent", "im, chưa có lượt nào trong quý"
    DECLINED = "declined", "chưa nhận làm"
    NONE = "none", "chưa làm"
