"""Inspections of public duty, commendations, and the backlog of archives."""
