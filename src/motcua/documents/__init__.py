"""Files, papers, books and numbers."""
