"""The verbs of a dossier."""

from motcua.dossiers.applicants import PossiblyKnown
from motcua.dossiers.judging import InvalidIntake, MissingPapers
from motcua.dossiers.moving import ChangedMeanwhile, WrongState
from motcua.dossiers.services.accept import accept, accept_completed, accept_registered

__all__ = [
    "ChangedMeanwhile",
    "InvalidIntake",
    "MissingPapers",
    "PossiblyKnown",
    "WrongState",
    "accept",
    "accept_completed",
    "accept_registered",
]
