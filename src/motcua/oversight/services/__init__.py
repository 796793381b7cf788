"""What is done with commendations, inspections and the backlog."""

from motcua.oversight.acting import WrongState
from motcua.oversight.rules import CouncilTooSmall, Incomplete, NamedTwice
from motcua.oversight.services.cancel_round import cancel_round
from motcua.oversight.services.decide import NobodyPassed, NotVoted, decide
from motcua.oversight.services.form_award_council import form_award_council
from motcua.oversight.services.open_round import UnitNotThere, open_round
from motcua.oversight.services.print_batch import print_batch, print_one
from motcua.oversight.services.propose import propose
from motcua.oversight.services.revoke import revoke_commendation
from motcua.oversight.services.submit_awards import submit_awards
from motcua.oversight.services.vote import CannotVote, vote
from motcua.oversight.services.withdraw_proposal import withdraw_proposal

__all__ = [
    "CannotVote",
    "CouncilTooSmall",
    "Incomplete",
    "NamedTwice",
    "NobodyPassed",
    "NotVoted",
    "UnitNotThere",
    "WrongState",
    "cancel_round",
    "decide",
    "form_award_council",
    "open_round",
    "print_batch",
    "print_one",
    "propose",
    "revoke_commendation",
    "submit_awards",
    "vote",
    "withdraw_proposal",
]
