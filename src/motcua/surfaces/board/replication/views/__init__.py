"""Views of replication, by page."""
