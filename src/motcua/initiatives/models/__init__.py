from motcua.initiatives.models.action import ReformAction
from motcua.initiatives.models.case import ModelCase
from motcua.initiatives.models.council import Council, CouncilMember, CriteriaSet
from motcua.initiatives.models.initiative import Author, Exhibit, Initiative, PilotCount
from motcua.initiatives.models.replication import (
    Adoption,
    AdoptionStep,
    Replication,
    SilenceReminder,
)
from motcua.initiatives.models.review import Recognition, Review, Score
from motcua.initiatives.models.round import Round

__all__ = [
    "Adoption",
    "AdoptionStep",
    "Author",
    "Council",
    "CouncilMember",
    "CriteriaSet",
    "Exhibit",
    "Initiative",
    "ModelCase",
    "PilotCount",
    "Recognition",
    "ReformAction",
    "Replication",
    "Review",
    "Round",
    "Score",
    "SilenceReminder",
]
