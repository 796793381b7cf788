from motcua.dossiers.models.access_record import AccessRecord
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.models.draft import IntakeDraft
from motcua.dossiers.models.papers import DossierComponent, DossierFile, SupplementItem
from motcua.dossiers.models.saved_view import SavedView
from motcua.dossiers.models.time import DueChange, Pause

__all__ = [
    "AccessRecord",
    "Dossier",
    "DossierComponent",
    "DossierFile",
    "DueChange",
    "IntakeDraft",
    "Pause",
    "SavedView",
    "SupplementItem",
]
