"""What each printed paper holds, and how it becomes a PDF. Pure: no database, no clock."""
