"""SQLite for several processes: Django's backend behind a fair write gate."""
