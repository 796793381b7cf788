"""Views of periodic reports, by page."""
