from motcua.statistics.services.fold import fold
from motcua.statistics.services.rebuild import rebuild

__all__ = ["fold", "rebuild"]
