"""The days during which a rule of law holds (thời gian hiệu lực): from a first day to a last day or for good."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q


def holds_on(day: date) -> Q:
    """Rows that hold on a local day."""
    return Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))


def valid_order(name: str) -> models.CheckConstraint:
    """The last day does not lie before the first."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
        violation_error_message="Ngày hết hiệu lực không được trước ngày có hiệu lực.",
    )


def one_open(*fields: str, name: str) -> models.UniqueConstraint:
    """At most one row of a thing has no last day."""
    options: dict[str, Any] = {"fields": fields, "condition": Q(valid_to=None), "name": name}
    return models.UniqueConstraint(
        **options, violation_error_message="Chỉ một bản được còn hiệu lực không thời hạn."
    )
