from motcua.initiatives.models.action import ReformAction
from motcua.initiatives.models.council import Council, CouncilMember, CriteriaSet
from motcua.initiatives.models.initiative import Author, Exhibit, Initiative, PilotCount
from motcua.initiatives.models.review import Recognition, Review, Score
from motcua.initiatives.models.round import Round

__all__ = [
    "Author",
    "Council",
    "CouncilMember",
    "CriteriaSet",
    "Exhibit",
    "Initiative",
    "PilotCount",
    "Recognition",
    "ReformAction",
    "Review",
    "Round",
    "Score",
]
