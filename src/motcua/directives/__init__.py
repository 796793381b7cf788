"""Texts that order, the tasks in them, and what became of each task."""
