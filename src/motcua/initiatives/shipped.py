"""The models and actions that came with Motcua, read from ``data``; names are kept letter by letter."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from motcua.organisation.quorum import Quorum


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """One model of service as its source document tells it."""

    id: str
    name_vi: str
    source_ref: str
    unit_vi: str
    parent_unit_vi: str
    province_vi: str
    year: int
    level: str
    kind: str
    status: str
    procedures: list[str]
    target_groups: list[str]
    channels: list[str]
    steps: list[dict[str, Any]]
    note: str = ""


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an authority did with models."""

    id: str
    name_vi: str
    source_ref: str
    kind: str
    issuer_vi: str
    tasks: list[dict[str, Any]]
    covers: list[str] = []


class Criteria(msgspec.Struct, frozen=True, kw_only=True):
    """The set of criteria for units without one of their own."""

    valid_from: date
    basis: str
    pass_mark: int
    fewest_members: int
    quorum: Quorum
    items: list[dict[str, Any]]


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """What Motcua adds: unit by slug, state by status, field by kind."""

    units: dict[str, str]
    states: dict[str, str]
    fields: dict[str, str]
    criteria: Criteria


@cache
def models() -> tuple[Model, ...]:
    return msgspec.convert(tuple(_source()["initiatives"]), tuple[Model, ...])


@cache
def actions() -> tuple[Action, ...]:
    return msgspec.convert(tuple(_source()["actions"]), tuple[Action, ...])


def year_of(source_ref: str) -> int:
    """The year that a source document tells of."""
    return next(int(source["year"]) for source in _source()["sources"] if source["id"] == source_ref)


@cache
def origins() -> Origins:
    return msgspec.convert(_read("origins.yaml"), Origins)


@cache
def _source() -> dict[str, Any]:
    return _read("initiatives.yaml")


def _read(name: str) -> dict[str, Any]:
    text = (files("motcua.initiatives") / "data" / name).read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
