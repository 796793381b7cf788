"""A stored answer comes back into its field as people type it."""

import pytest

from motcua.surfaces.components.typed import as_typed


@pytest.mark.parametrize(
    ("value", "kind", "typed"),
    [
        ("2026-11-09", "date", "09/11/2026"),
        ("1990-08", "partial_date", "08/1990"),
        ("1990", "partial_date", "1990"),
        ("2026-11", "month", "11/2026"),
        ("2026-11-09T13:30", "datetime", "13:30 09/11/2026"),
        ("13:30:00", "time", "13:30"),
        (50000000, "money", "50.000.000"),
        (120.5, "decimal", "120,5"),
        (None, "date", ""),
    ],
)
def test_each_kind_has_its_shape(value, kind, typed):
    assert as_typed(value, kind) == typed


@pytest.mark.parametrize("kind", ["date", "money", "decimal", "time"])
def test_what_cannot_be_read_stays_as_it_was_typed(kind):
    assert as_typed("hôm kia", kind) == "hôm kia"
