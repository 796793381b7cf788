"""A registered dossier as the officer looks through it: what came, what is missing, what would be promised."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from motcua.catalogue.papers import Component
from motcua.dossiers.models import Dossier, DossierFile
from motcua.organisation.access import Officer
from motcua.surfaces.desk.forms.intake import Typed, whole
from motcua.surfaces.desk.intake_papers import usual_kind
from motcua.surfaces.desk.intake_summary import Summary, summary


@dataclass(slots=True)
class ArrivedPaper:
    """One line of the checklist and what came for it."""

    id: str
    name: str
    need: str
    is_form: bool
    ticked: bool
    kind: str
    copies: str
    files: list[DossierFile] = field(default_factory=list)
    missing: bool = False


def arrived(dossier: Dossier, listed: Iterable[Component], *, missing: set[str]) -> list[ArrivedPaper]:
    """Return the checklist with what the sender sent."""
    rows = {row.component_id: row for row in dossier.components.order_by("pk")}
    files = list(dossier.files.select_related("file").order_by("pk"))
    return [
        ArrivedPaper(
            id=component.id,
            name=component.name_vi,
            need=component.need,
            is_form=component.is_form,
            ticked=component.is_form or component.id in rows,
            kind=rows[component.id].copy_kind
            if component.id in rows
            else usual_kind(component, scanned=False),
            copies=component.copies_vi,
            files=[file for file in files if file.component_id == component.id],
            missing=component.id in missing,
        )
        for component in listed
    ]


def present_summary(dossier: Dossier, typed: Typed, officer: Officer, now: datetime) -> Summary:
    """What accepting it now would promise and cost."""
    days = whole(typed, "frame.limit_days")
    return summary(
        dossier.version,
        answers=dossier.answers,
        case_id=dossier.procedure_case,
        channel=dossier.channel,
        return_channel=dossier.return_channel,
        return_address=dossier.return_address,
        limit_days=days if days and 1 <= days <= 250 else None,
        person=dossier.applicant,
        officer=officer,
        at=now,
    )
