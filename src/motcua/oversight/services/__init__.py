"""What is done with commendations, inspections and the backlog."""

from motcua.kernel.refusals import Incomplete
from motcua.oversight.acting import WrongState
from motcua.oversight.rules import CouncilTooSmall, NamedTwice, UnitNotThere
from motcua.oversight.services.cancel_round import cancel_round
from motcua.oversight.services.conclude_inspection import conclude_inspection
from motcua.oversight.services.decide import NobodyPassed, NotVoted, decide
from motcua.oversight.services.decide_inspection import decide_inspection
from motcua.oversight.services.form_award_council import form_award_council
from motcua.oversight.services.give_tasks import give_tasks
from motcua.oversight.services.open_round import open_round
from motcua.oversight.services.plan_inspection import plan_inspection
from motcua.oversight.services.print_batch import print_batch, print_one
from motcua.oversight.services.propose import propose
from motcua.oversight.services.record_minutes import record_minutes
from motcua.oversight.services.register_block import register_block, set_deadline
from motcua.oversight.services.report_progress import WrongVolume, report_progress
from motcua.oversight.services.revoke import revoke_commendation
from motcua.oversight.services.start_inspection import cancel_inspection, start_inspection
from motcua.oversight.services.submit_awards import submit_awards
from motcua.oversight.services.vote import CannotVote, vote
from motcua.oversight.services.withdraw_proposal import withdraw_proposal
from motcua.oversight.visit_rules import NotImpartial, WrongDay

__all__ = [
    "CannotVote",
    "CouncilTooSmall",
    "Incomplete",
    "NamedTwice",
    "NobodyPassed",
    "NotImpartial",
    "NotVoted",
    "UnitNotThere",
    "WrongDay",
    "WrongState",
    "WrongVolume",
    "cancel_inspection",
    "cancel_round",
    "conclude_inspection",
    "decide",
    "decide_inspection",
    "form_award_council",
    "give_tasks",
    "open_round",
    "plan_inspection",
    "print_batch",
    "print_one",
    "propose",
    "record_minutes",
    "register_block",
    "report_progress",
    "revoke_commendation",
    "set_deadline",
    "start_inspection",
    "submit_awards",
    "vote",
    "withdraw_proposal",
]
