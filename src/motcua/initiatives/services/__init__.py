"""The verbs of the register of initiatives, its councils and recognitions."""

from motcua.initiatives.services.adopt import adopt, decline
from motcua.initiatives.services.enter_case import (
    CancelledAlready,
    CountedAlready,
    NotAdopted,
    cancel_case,
    enter_case,
)
from motcua.initiatives.services.import_cases import BrokenRow, BrokenRows, import_cases
from motcua.initiatives.services.load_initiatives import load_initiatives
from motcua.initiatives.services.order_replication import (
    DirectiveOver,
    ModelTwice,
    ReplicationOrder,
    drop_replication,
    order_replication,
)
from motcua.initiatives.services.remind_silent import NobodySilent, remind_silent
from motcua.initiatives.services.tick_step import NoSuchStep, tick_step, untick_step

__all__ = [
    "BrokenRow",
    "BrokenRows",
    "CancelledAlready",
    "CountedAlready",
    "DirectiveOver",
    "ModelTwice",
    "NoSuchStep",
    "NobodySilent",
    "NotAdopted",
    "ReplicationOrder",
    "adopt",
    "cancel_case",
    "decline",
    "drop_replication",
    "enter_case",
    "import_cases",
    "load_initiatives",
    "order_replication",
    "remind_silent",
    "tick_step",
    "untick_step",
]
