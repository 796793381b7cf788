from motcua.identity.services.correct_person import correct_person
from motcua.identity.services.end_entitlement import end_entitlement
from motcua.identity.services.grant_entitlement import grant_entitlement
from motcua.identity.services.merge_people import merge_people
from motcua.identity.services.record_account_change import record_account_change
from motcua.identity.services.register_person import register_person

__all__ = [
    "correct_person",
    "end_entitlement",
    "grant_entitlement",
    "merge_people",
    "record_account_change",
    "register_person",
]
