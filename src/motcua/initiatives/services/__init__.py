"""The verbs of initiatives: registered, judged, recognised; spread over units, and counted case by case."""

from motcua.initiatives.acting import ChangedMeanwhile, WrongState
from motcua.initiatives.replicating import ModelOver, UnitNotThere
from motcua.initiatives.rules import WrongCouncil, WrongDay, WrongPoints, WrongShares
from motcua.initiatives.services.add_exhibit import add_exhibit
from motcua.initiatives.services.adopt import adopt, decline
from motcua.initiatives.services.conclude import conclude
from motcua.initiatives.services.edit_initiative import edit_initiative
from motcua.initiatives.services.end_initiative import (
    end_initiative,
    pause_initiative,
    refuse_recognition,
    resume_initiative,
)
from motcua.initiatives.services.enter_case import (
    CancelledAlready,
    CountedAlready,
    NotAdopted,
    cancel_case,
    enter_case,
)
from motcua.initiatives.services.form_council import form_council
from motcua.initiatives.services.import_cases import BrokenRow, BrokenRows, import_cases
from motcua.initiatives.services.load_initiatives import load_initiatives
from motcua.initiatives.services.open_round import AlreadyOpened, open_round
from motcua.initiatives.services.order_replication import (
    DirectiveOver,
    ModelTwice,
    ReplicationOrder,
    drop_replication,
    order_replication,
)
from motcua.initiatives.services.recognise import recognise
from motcua.initiatives.services.register_initiative import register_initiative
from motcua.initiatives.services.remind_silent import NobodySilent, remind_silent
from motcua.initiatives.services.score import AuthorAbstains, score
from motcua.initiatives.services.set_criteria import set_criteria
from motcua.initiatives.services.start_evaluation import start_evaluation
from motcua.initiatives.services.start_pilot import WrongCount, count_pilot, start_pilot
from motcua.initiatives.services.submit_initiative import submit_initiative
from motcua.initiatives.services.tick_step import NoSuchStep, tick_step, untick_step
from motcua.kernel.refusals import Incomplete

__all__ = [
    "AlreadyOpened",
    "AuthorAbstains",
    "BrokenRow",
    "BrokenRows",
    "CancelledAlready",
    "ChangedMeanwhile",
    "CountedAlready",
    "DirectiveOver",
    "Incomplete",
    "ModelOver",
    "ModelTwice",
    "NoSuchStep",
    "NobodySilent",
    "NotAdopted",
    "ReplicationOrder",
    "UnitNotThere",
    "WrongCouncil",
    "WrongCount",
    "WrongDay",
    "WrongPoints",
    "WrongShares",
    "WrongState",
    "add_exhibit",
    "adopt",
    "cancel_case",
    "conclude",
    "count_pilot",
    "decline",
    "drop_replication",
    "edit_initiative",
    "end_initiative",
    "enter_case",
    "form_council",
    "import_cases",
    "load_initiatives",
    "open_round",
    "order_replication",
    "pause_initiative",
    "recognise",
    "refuse_recognition",
    "register_initiative",
    "remind_silent",
    "resume_initiative",
    "score",
    "set_criteria",
    "start_evaluation",
    "start_pilot",
    "submit_initiative",
    "tick_step",
    "untick_step",
]
