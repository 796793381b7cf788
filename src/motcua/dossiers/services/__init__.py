"""The verbs of a dossier."""

from motcua.dossiers.applicants import PossiblyKnown
from motcua.dossiers.judging import InvalidIntake, MissingPapers
from motcua.dossiers.moving import ChangedMeanwhile, WrongState
from motcua.dossiers.services.accept import accept, accept_completed, accept_registered
from motcua.dossiers.services.add_files import FilesNeeded, add_files
from motcua.dossiers.services.ask_payment import WrongAmount, ask_payment
from motcua.dossiers.services.ask_supplement import CannotAsk, ask_supplement
from motcua.dossiers.services.assign import assign, unassign
from motcua.dossiers.services.cancel_fee import cancel_fee
from motcua.dossiers.services.collect_fee import collect_fee, reassess_fee
from motcua.dossiers.services.complete_step import NotHere, complete_step, skip_step
from motcua.dossiers.services.confirm_payment import confirm_payment
from motcua.dossiers.services.draft_result import AlreadySigned, draft_result, record_result
from motcua.dossiers.services.extend_limit import CannotExtend, apologise, extend_limit
from motcua.dossiers.services.log_access import log_access
from motcua.dossiers.services.note import note
from motcua.dossiers.services.refuse import ReasonNeeded, refuse
from motcua.dossiers.services.return_result import ReceiverNeeded, return_result
from motcua.dossiers.services.save_draft import drop_draft, save_draft
from motcua.dossiers.services.save_view import NameNeeded, delete_view, save_view
from motcua.dossiers.services.send_back import send_back
from motcua.dossiers.services.sign_results import NothingToSign, SignOutcome, sign_result, sign_results
from motcua.dossiers.services.stop import stop
from motcua.dossiers.services.submit import submit
from motcua.dossiers.services.take_supplement import MissingSupplement, take_supplement
from motcua.dossiers.services.transfer import transfer
from motcua.dossiers.services.withdraw import withdraw

__all__ = [
    "AlreadySigned",
    "CannotAsk",
    "CannotExtend",
    "ChangedMeanwhile",
    "FilesNeeded",
    "InvalidIntake",
    "MissingPapers",
    "MissingSupplement",
    "NameNeeded",
    "NotHere",
    "NothingToSign",
    "PossiblyKnown",
    "ReasonNeeded",
    "ReceiverNeeded",
    "SignOutcome",
    "WrongAmount",
    "WrongState",
    "accept",
    "accept_completed",
    "accept_registered",
    "add_files",
    "apologise",
    "ask_payment",
    "ask_supplement",
    "assign",
    "cancel_fee",
    "collect_fee",
    "complete_step",
    "confirm_payment",
    "delete_view",
    "draft_result",
    "drop_draft",
    "extend_limit",
    "log_access",
    "note",
    "reassess_fee",
    "record_result",
    "refuse",
    "return_result",
    "save_draft",
    "save_view",
    "send_back",
    "sign_result",
    "sign_results",
    "skip_step",
    "stop",
    "submit",
    "take_supplement",
    "transfer",
    "unassign",
    "withdraw",
]
