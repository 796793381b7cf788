from motcua.organisation.models.hamlet import Hamlet
from motcua.organisation.models.staff import Delegation, Staff
from motcua.organisation.models.unit import Succession, Unit, UnitPlacement

__all__ = ["Delegation", "Hamlet", "Staff", "Succession", "Unit", "UnitPlacement"]
