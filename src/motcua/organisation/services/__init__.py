from motcua.organisation.services.add_hamlets import add_hamlets
from motcua.organisation.services.appoint import appoint
from motcua.organisation.services.close_unit import close_unit
from motcua.organisation.services.delegate import delegate
from motcua.organisation.services.end_delegation import end_delegation
from motcua.organisation.services.end_post import end_post
from motcua.organisation.services.load_units import load_units
from motcua.organisation.services.move_unit import move_unit
from motcua.organisation.services.open_divisions import open_divisions

__all__ = [
    "add_hamlets",
    "appoint",
    "close_unit",
    "delegate",
    "end_delegation",
    "end_post",
    "load_units",
    "move_unit",
    "open_divisions",
]
