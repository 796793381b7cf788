"""The catalogue that comes with the software: the files in ``data/``, read once."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from motcua.catalogue import yaml_text
from motcua.catalogue.definitions import ClockRules, Option, ProcedureDefinition

_DATA = Path(__file__).parent / "data"


class ShippedField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name_vi: str
    managing_code: str


class ShippedPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    valid_from: date
    rules: ClockRules
    valid_to: date | None = None


class Validity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First days in force: ``default``, and the procedures that begin later."""

    default: date
    procedures: dict[str, date]

    def of(self, procedure_id: str) -> date:
        return self.procedures.get(procedure_id, self.default)


class ShippedFee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A province's price for one fee item."""

    province: str
    procedure: str
    item: str
    amount_vnd: int
    valid_from: date
    basis: str
    source: str
    channel: str = "any"


class LifeEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A turn in somebody's life (việc trong đời) and the procedures that go with it, the usual first."""

    id: str
    title_vi: str
    lead_vi: str
    procedures: tuple[str, ...]
    icon: str = ""


@cache
def procedures() -> tuple[ProcedureDefinition, ...]:
    """Return all definitions, sorted by id, without lookups."""
    paths = sorted((_DATA / "procedures").glob("*.yaml"))
    return tuple(msgspec.convert(_read(path), ProcedureDefinition) for path in paths)


@cache
def fields() -> tuple[ShippedField, ...]:
    return msgspec.convert(_read(_DATA / "fields.yaml"), tuple[ShippedField, ...])


@cache
def lookups() -> dict[str, tuple[Option, ...]]:
    return msgspec.convert(_read(_DATA / "lookups.yaml"), dict[str, tuple[Option, ...]])


@cache
def clock_policies() -> tuple[ShippedPolicy, ...]:
    return msgspec.convert(_read(_DATA / "clock_policies.yaml"), tuple[ShippedPolicy, ...])


@cache
def validity() -> Validity:
    return msgspec.convert(_read(_DATA / "validity.yaml"), Validity)


@cache
def demonstration_fees() -> tuple[ShippedFee, ...]:
    return msgspec.convert(_read(_DATA / "demonstration_fees.yaml"), tuple[ShippedFee, ...])


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return everyday phrases by procedure id."""
    return msgspec.convert(_read(_DATA / "synonyms.yaml"), dict[str, tuple[str, ...]])


@cache
def life_events() -> tuple[LifeEvent, ...]:
    return msgspec.convert(_read(_DATA / "life_events.yaml"), tuple[LifeEvent, ...])


def _read(path: Path) -> Any:
    return yaml_text.load(path.read_text(encoding="utf-8"))
