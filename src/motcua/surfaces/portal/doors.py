"""Turns in a life (việc trong đời) as doors: each stands in an arch of its own light."""

from dataclasses import dataclass
from datetime import date

from motcua.catalogue import queries

TONES = {
    "child": "lotus", "marriage": "lotus", "death": "river", "copies": "light", "business": "light",
    "allowance": "lotus",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """One turn in a life: its arch, a few words, and the procedures that people need then."""

    id: str
    icon: str
    tone: str
    title: str
    lead: str
    procedures: tuple[str, ...]


def doors(today: date) -> list[Door]:
    """The doors behind which something is in force today."""
    return [
        Door(event.id, event.icon, TONES.get(event.id, ""), event.title_vi, event.lead_vi, event.procedures)
        for event in queries.life_events(today)
    ]


def door(event_id: str, today: date) -> Door | None:
    return next((door for door in doors(today) if door.id == event_id), None)
