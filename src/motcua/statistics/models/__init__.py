from motcua.statistics.models.facts import ChannelMonth, Counters, FieldMonth, FieldWeek, ProcedureMonth

__all__ = ["ChannelMonth", "Counters", "FieldMonth", "FieldWeek", "ProcedureMonth"]
