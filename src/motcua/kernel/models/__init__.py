from motcua.kernel.models.ledger import LedgerEntry, LedgerSeal
from motcua.kernel.models.numbers import NumberSeries
from motcua.kernel.models.outbox import Delivery, Event, Heartbeat
from motcua.kernel.models.sent_form import SentForm
from motcua.kernel.models.stamp import ChangeStamp

__all__ = [
    "ChangeStamp",
    "Delivery",
    "Event",
    "Heartbeat",
    "LedgerEntry",
    "LedgerSeal",
    "NumberSeries",
    "SentForm",
]
