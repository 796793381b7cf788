from motcua.oversight.models.award import AwardCouncil, AwardMember, AwardRound, AwardVote, Proposal
from motcua.oversight.models.decision import AwardDecision, Commendation

__all__ = [
    "AwardCouncil",
    "AwardDecision",
    "AwardMember",
    "AwardRound",
    "AwardVote",
    "Commendation",
    "Proposal",
]
