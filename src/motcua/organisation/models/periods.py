"""What lasts from one day to another, both included; an open end is null."""

from datetime import date

from django.db import models
from django.db.models import F, Q


def valid_on(on: date, *, prefix: str = "") -> Q:
    """Rows whose period holds the day; ``prefix`` walks a relation, for example ``placements__``."""
    begun = Q(**{f"{prefix}valid_from__lte": on})
    return begun & (Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": on}))


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """A period holds at least one day."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
        violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
    )
