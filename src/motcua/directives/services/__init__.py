"""The verbs of directives and tasks."""

from motcua.directives.acting import AlreadyIssued, ChangedMeanwhile, WrongState
from motcua.directives.line import OutOfLine
from motcua.directives.rules import UnitNotThere, UnitTwice, WrongDay
from motcua.directives.services.add_evidence import EvidenceEmpty, add_evidence
from motcua.directives.services.add_recipients import add_recipients, remove_recipients
from motcua.directives.services.assign_task import WrongNumber, assign_task
from motcua.directives.services.cancel_task import cancel_task
from motcua.directives.services.close_task import EvidenceNeeded, close_task
from motcua.directives.services.draft_directive import WrongConference, draft_directive
from motcua.directives.services.edit_directive import edit_directive
from motcua.directives.services.edit_task import drop_task, edit_task
from motcua.directives.services.enter_directive import AlreadyEntered, enter_directive
from motcua.directives.services.extend_task import CannotExtend, extend_task
from motcua.directives.services.hold_conference import correct_conference, hold_conference
from motcua.directives.services.issue_directive import issue_directive
from motcua.directives.services.open_calendar_feed import (
    close_calendar_feed,
    open_calendar_feed,
    renew_calendar_feed,
)
from motcua.directives.services.read_messages import read_messages
from motcua.directives.services.receive_directive import receive_directive
from motcua.directives.services.remind_due import remind_due
from motcua.directives.services.report_progress import WrongPercent, report_progress
from motcua.directives.services.send_message import send_message
from motcua.directives.services.withdraw_directive import withdraw_directive
from motcua.kernel.refusals import Incomplete

__all__ = [
    "AlreadyEntered",
    "AlreadyIssued",
    "CannotExtend",
    "ChangedMeanwhile",
    "EvidenceEmpty",
    "EvidenceNeeded",
    "Incomplete",
    "OutOfLine",
    "UnitNotThere",
    "UnitTwice",
    "WrongConference",
    "WrongDay",
    "WrongNumber",
    "WrongPercent",
    "WrongState",
    "add_evidence",
    "add_recipients",
    "assign_task",
    "cancel_task",
    "close_calendar_feed",
    "close_task",
    "correct_conference",
    "draft_directive",
    "drop_task",
    "edit_directive",
    "edit_task",
    "enter_directive",
    "extend_task",
    "hold_conference",
    "issue_directive",
    "open_calendar_feed",
    "read_messages",
    "receive_directive",
    "remind_due",
    "remove_recipients",
    "renew_calendar_feed",
    "report_progress",
    "send_message",
    "withdraw_directive",
]
