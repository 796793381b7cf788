"""Questions about dossiers."""

from motcua.dossiers.queries.desk import DeskCounts, access_log, counts, drafts_of, saved_views
from motcua.dossiers.queries.filters import GROUPS, Filters
from motcua.dossiers.queries.following import FollowView, NotFound, follow, follow_by_token
from motcua.dossiers.queries.moves import NextAction, moves_for, next_action
from motcua.dossiers.queries.pages import Cursor, Page, Row, page, rows_of
from motcua.dossiers.queries.preview import DuePreview, preview_due, preview_fee
from motcua.dossiers.queries.register import register, register_rows
from motcua.dossiers.queries.timeline import HistoryEntry, Lane, Timeline, history, timeline
from motcua.dossiers.queries.verification import verify_rows

__all__ = [
    "GROUPS",
    "Cursor",
    "DeskCounts",
    "DuePreview",
    "Filters",
    "FollowView",
    "HistoryEntry",
    "Lane",
    "NextAction",
    "NotFound",
    "Page",
    "Row",
    "Timeline",
    "access_log",
    "counts",
    "drafts_of",
    "follow",
    "follow_by_token",
    "history",
    "moves_for",
    "next_action",
    "page",
    "preview_due",
    "preview_fee",
    "register",
    "register_rows",
    "rows_of",
    "saved_views",
    "timeline",
    "verify_rows",
]
