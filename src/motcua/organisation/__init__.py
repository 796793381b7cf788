"""Units, hamlets, posts and staff over time."""
