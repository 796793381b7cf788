"""Questions about commendations, inspections and the backlog."""

from motcua.oversight.queries.awards import (
    Judged,
    award_book,
    award_rounds,
    commendations,
    council_waits_for,
    judged,
)

__all__ = ["Judged", "award_book", "award_rounds", "commendations", "council_waits_for", "judged"]
