"""Questions about commendations, inspections and the backlog."""

from motcua.oversight.queries.awards import (
    Ballot,
    Judged,
    award_book,
    award_rounds,
    ballot_of,
    commendations,
    council_waits_for,
    judged,
)
from motcua.oversight.queries.backlog import BacklogLine, BacklogSum, added_up, backlog
from motcua.oversight.queries.history import history
from motcua.oversight.queries.inspections import findings_to_give, inspection_for, inspections, to_sign
from motcua.oversight.queries.verification import verify_rows

__all__ = [
    "BacklogLine",
    "BacklogSum",
    "Ballot",
    "Judged",
    "added_up",
    "award_book",
    "award_rounds",
    "backlog",
    "ballot_of",
    "commendations",
    "council_waits_for",
    "findings_to_give",
    "history",
    "inspection_for",
    "inspections",
    "judged",
    "to_sign",
    "verify_rows",
]
