"""Conditions that several packages put on their tables."""

from django.db.models import Q


def all_or_none(*fields: str) -> Q:
    """All of the nullable fields are set, or none is: a fact is whole or absent."""
    present = Q(**{f"{field}__isnull": False for field in fields})
    absent = Q(**{f"{field}__isnull": True for field in fields})
    return present | absent
