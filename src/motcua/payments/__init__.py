"""Fees assessed, paid and receipted."""
