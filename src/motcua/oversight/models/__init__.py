from motcua.oversight.models.award import AwardCouncil, AwardMember, AwardRound, AwardVote, Proposal
from motcua.oversight.models.backlog import BacklogBlock, BacklogProgress
from motcua.oversight.models.decision import AwardDecision, Commendation
from motcua.oversight.models.inspection import Inspection, InspectionMember, InspectionTarget
from motcua.oversight.models.minutes import Finding, InspectionMinutes

__all__ = [
    "AwardCouncil",
    "AwardDecision",
    "AwardMember",
    "AwardRound",
    "AwardVote",
    "BacklogBlock",
    "BacklogProgress",
    "Commendation",
    "Finding",
    "Inspection",
    "InspectionMember",
    "InspectionMinutes",
    "InspectionTarget",
    "Proposal",
]
