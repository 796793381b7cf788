"""The verbs of periodic reports."""

from motcua.kernel.refusals import Incomplete
from motcua.reporting.acting import ChangedMeanwhile, Frozen, WrongState
from motcua.reporting.rules import NotObliged, TooEarly, UnitNotThere
from motcua.reporting.services.consolidate import consolidate
from motcua.reporting.services.judge_report import accept, receive, return_report
from motcua.reporting.services.new_version import new_version
from motcua.reporting.services.oblige import NotBelow, ObligedTwice, end_obligation, oblige, pass_on
from motcua.reporting.services.open_report import fill, open_report
from motcua.reporting.services.remind_reports import RemindedToday, press, remind_reports
from motcua.reporting.services.send_report import send
from motcua.reporting.services.sign_report import CountedOtherwise, add_up_again, reopen, sign
from motcua.reporting.services.write_report import WrongFigure, comment, correct

__all__ = [
    "ChangedMeanwhile",
    "CountedOtherwise",
    "Frozen",
    "Incomplete",
    "NotBelow",
    "NotObliged",
    "ObligedTwice",
    "RemindedToday",
    "TooEarly",
    "UnitNotThere",
    "WrongFigure",
    "WrongState",
    "accept",
    "add_up_again",
    "comment",
    "consolidate",
    "correct",
    "end_obligation",
    "fill",
    "new_version",
    "oblige",
    "open_report",
    "pass_on",
    "press",
    "receive",
    "remind_reports",
    "reopen",
    "return_report",
    "send",
    "sign",
]
