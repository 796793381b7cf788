"""Codes of initiatives: ``SK-2026-007``, one series a year for all units."""

from motcua.kernel.numbers import next_number


def next_code(year: int) -> str:
    return f"SK-{year}-{next_number(f'initiative:{year}'):03}"
