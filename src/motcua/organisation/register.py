"""The units that Motcua ships: those of 01/07/2025, and the older ones that its models of service come from."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import yaml

from motcua.kernel.vietnamese import clean
from motcua.organisation.kinds import Kind, Level

TWO_LEVELS_FROM = date(2025, 7, 1)  # Luật 72/2025/QH15
DATA = files("motcua.organisation") / "data"
KIND_OF_WORD = {
    str(kind.label): kind
    for kind in (
        Kind.TINH, Kind.THANH_PHO, Kind.HUYEN, Kind.QUAN, Kind.THI_XA,
        Kind.XA, Kind.PHUONG, Kind.THI_TRAN, Kind.DAC_KHU,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands for a time: under the unit of a code."""

    parent: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of the register, with its places over time and the codes of its heirs."""

    code: str
    name: str
    short_name: str
    level: Level
    kind: Kind
    valid_from: date
    valid_to: date | None = None
    places: tuple[Place, ...] = ()
    heirs: tuple[str, ...] = field(default=())


def entries() -> list[Entry]:
    """Return every unit, present and former."""
    return [*_present_units(), *_former_units()]


def _split_name(name: str) -> tuple[Kind, str]:
    """``Thị trấn Cái Tàu Hạ`` is a thị trấn called Cái Tàu Hạ; a ward that is a number keeps its word."""
    word = next(word for word in KIND_OF_WORD if name.startswith(f"{word} "))
    short = name.removeprefix(f"{word} ")
    return KIND_OF_WORD[word], name if short.isdigit() else short


def _present_units() -> Iterator[Entry]:
    rows = list(csv.DictReader((DATA / "admin_units.csv").read_text(encoding="utf-8").splitlines()))
    provinces = {row["province_code"]: clean(row["province_name"]) for row in rows}
    for code, called in provinces.items():
        name = called if called.startswith("Thành phố ") else f"Tỉnh {called}"
        kind, short = _split_name(name)
        yield Entry(code, name, short, Level.PROVINCE, kind, TWO_LEVELS_FROM)
    for row in rows:
        name = clean(row["unit_name"])
        kind, short = _split_name(name)
        place = Place(row["province_code"], TWO_LEVELS_FROM, None)
        yield Entry(row["unit_code"], name, short, Level.COMMUNE, kind, TWO_LEVELS_FROM, places=(place,))


def _former_units() -> list[Entry]:
    former = yaml.safe_load((DATA / "historical_units.yaml").read_text(encoding="utf-8"))
    begin, end = former["register_begins"], former["ended"]
    sections = (
        ("provinces", Level.PROVINCE),
        ("districts", Level.DISTRICT),
        ("communes", Level.COMMUNE),
        ("offices", Level.DIVISION),
    )
    return [_former(row, level, begin, end) for name, level in sections for row in former[name]]


def _former(row: dict[str, Any], level: Level, begin: date, end: date) -> Entry:
    first, last = row.get("from", begin), row.get("to", end)
    kind, short = (Kind(row["kind"]), row["name"]) if "kind" in row else _split_name(row["name"])
    starts = [{"parent": row["parent"], "from": first}, *row.get("then", [])] if "parent" in row else []
    ends = [*(start["from"] - timedelta(days=1) for start in starts[1:]), last]
    return Entry(
        code=row["code"],
        name=row["name"],
        short_name=short,
        level=level,
        kind=kind,
        valid_from=first,
        valid_to=last,
        places=tuple(
            Place(start["parent"], start["from"], until) for start, until in zip(starts, ends, strict=False)
        ),
        heirs=tuple(row.get("heirs", ())),
    )
