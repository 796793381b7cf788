"""Questions about periodic reports."""

from motcua.reporting.queries.duties import duties_in_sight, owing, without_duty
from motcua.reporting.queries.findings import Finding, findings
from motcua.reporting.queries.history import history
from motcua.reporting.queries.inbox import (
    Due,
    InboxLine,
    consolidated_of,
    due_of,
    inbox,
    reported_pairs,
    waiting_by_form,
)
from motcua.reporting.queries.punctuality import Counts, Node, expected_sent_on_time, punctuality
from motcua.reporting.queries.verification import verify_rows

__all__ = [
    "Counts",
    "Due",
    "Finding",
    "InboxLine",
    "Node",
    "consolidated_of",
    "due_of",
    "duties_in_sight",
    "expected_sent_on_time",
    "findings",
    "history",
    "inbox",
    "owing",
    "punctuality",
    "reported_pairs",
    "verify_rows",
    "waiting_by_form",
    "without_duty",
]
