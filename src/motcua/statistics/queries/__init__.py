from motcua.statistics.queries.counting import Scope, Sums, tally
from motcua.statistics.queries.history import recount, verify_facts
from motcua.statistics.queries.report_06a import Report06a, report_06a, units_of

__all__ = ["Report06a", "Scope", "Sums", "recount", "report_06a", "tally", "units_of", "verify_facts"]
