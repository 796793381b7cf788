from motcua.payments.models.bill import Bill
from motcua.payments.models.receipt import Method, Receipt

__all__ = ["Bill", "Method", "Receipt"]
