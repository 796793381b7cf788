from motcua.identity.models.account import Account
from motcua.identity.models.entitlement import Entitlement
from motcua.identity.models.person import Person

__all__ = ["Account", "Entitlement", "Person"]
