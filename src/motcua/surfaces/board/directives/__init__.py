"""Directives, conferences and tasks on the screen."""
