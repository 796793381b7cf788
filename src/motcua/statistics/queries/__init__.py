from motcua.statistics.queries.history import recount, verify_facts

__all__ = ["recount", "verify_facts"]
