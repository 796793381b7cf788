"""The verbs of workflows, cases and steps."""

from motcua.process.rules import WorkflowFaulty
from motcua.process.services.assign import assign, unassign
from motcua.process.services.close_case import close_case
from motcua.process.services.complete_step import GuardNotMet, Progress, complete_step
from motcua.process.services.ensure_workflow import ensure_workflow
from motcua.process.services.open_case import open_case
from motcua.process.services.pause_case import pause_case, resume_case
from motcua.process.services.publish_workflow import NotAfterLastVersion, publish_workflow
from motcua.process.services.send_back import send_back
from motcua.process.services.skip_step import skip_step

__all__ = [
    "GuardNotMet",
    "NotAfterLastVersion",
    "Progress",
    "WorkflowFaulty",
    "assign",
    "close_case",
    "complete_step",
    "ensure_workflow",
    "open_case",
    "pause_case",
    "publish_workflow",
    "resume_case",
    "send_back",
    "skip_step",
    "unassign",
]
