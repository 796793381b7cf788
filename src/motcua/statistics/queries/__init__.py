from motcua.statistics.queries.behind import behind, overdue_by_field
from motcua.statistics.queries.counting import Scope, Sums, tally
from motcua.statistics.queries.history import recount, verify_facts
from motcua.statistics.queries.late import LateDossier, late_dossiers, late_places
from motcua.statistics.queries.places import Places
from motcua.statistics.queries.quarters import by_unit, quarter
from motcua.statistics.queries.report_06a import Report06a, field_names, report_06a, units_of
from motcua.statistics.queries.steps import StepLoad, step_loads, waiting
from motcua.statistics.queries.weeks import Weeks, all_fields, in_time, settled, settled_by_week

__all__ = [
    "LateDossier",
    "Places",
    "Report06a",
    "Scope",
    "StepLoad",
    "Sums",
    "Weeks",
    "all_fields",
    "behind",
    "by_unit",
    "field_names",
    "in_time",
    "late_dossiers",
    "late_places",
    "overdue_by_field",
    "quarter",
    "recount",
    "report_06a",
    "settled",
    "settled_by_week",
    "step_loads",
    "tally",
    "units_of",
    "verify_facts",
    "waiting",
]
