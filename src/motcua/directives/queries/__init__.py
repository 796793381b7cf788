"""Questions about directives and tasks."""

from motcua.directives.queries.board import LateBoard, LateTask, UnitLate, late_board
from motcua.directives.queries.calendar import FeedUnknown, calendar_feed
from motcua.directives.queries.desk import Inbox, inbox, unread_messages
from motcua.directives.queries.history import history, revision
from motcua.directives.queries.lists import Filters, directive_by_number, directives, tasks_of
from motcua.directives.queries.parts import Parts, below, parts_of
from motcua.directives.queries.talk import MessageLine, Reading, reading, talk
from motcua.directives.queries.verification import verify_rows

__all__ = [
    "FeedUnknown",
    "Filters",
    "Inbox",
    "LateBoard",
    "LateTask",
    "MessageLine",
    "Parts",
    "Reading",
    "UnitLate",
    "below",
    "calendar_feed",
    "directive_by_number",
    "directives",
    "history",
    "inbox",
    "late_board",
    "parts_of",
    "reading",
    "revision",
    "talk",
    "tasks_of",
    "unread_messages",
    "verify_rows",
]
