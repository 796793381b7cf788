from motcua.kernel.models.ledger import LedgerEntry, LedgerSeal
from motcua.kernel.models.numbers import NumberSeries
from motcua.kernel.models.outbox import Delivery, Event, Heartbeat

__all__ = ["Delivery", "Event", "Heartbeat", "LedgerEntry", "LedgerSeal", "NumberSeries"]
