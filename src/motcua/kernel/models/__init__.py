from motcua.kernel.models.ledger import LedgerEntry, LedgerSeal
from motcua.kernel.models.numbers import NumberSeries
from motcua.kernel.models.outbox import Delivery, Event

__all__ = ["Delivery", "Event", "LedgerEntry", "LedgerSeal", "NumberSeries"]
