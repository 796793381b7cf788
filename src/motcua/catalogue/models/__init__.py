from motcua.catalogue.models.clock import ClockPolicy
from motcua.catalogue.models.fee_schedule import FeeSchedule
from motcua.catalogue.models.lookup import Lookup
from motcua.catalogue.models.procedure import Procedure, ProcedureVersion, WorkField

__all__ = ["ClockPolicy", "FeeSchedule", "Lookup", "Procedure", "ProcedureVersion", "WorkField"]
