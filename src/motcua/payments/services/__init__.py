from motcua.payments.services.assess_bill import WrongAssessment, assess_bill
from motcua.payments.services.cancel_receipt import CannotCancel, cancel_receipt
from motcua.payments.services.collect import CannotCollect, collect
from motcua.payments.services.reassess_bill import CannotReassess, reassess_bill

__all__ = [
    "CannotCancel",
    "CannotCollect",
    "CannotReassess",
    "WrongAssessment",
    "assess_bill",
    "cancel_receipt",
    "collect",
    "reassess_bill",
]
