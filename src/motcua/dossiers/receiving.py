"""A dossier comes into being: its applicant, its number, the rows of its papers and files."""

import secrets
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers import judging
from motcua.dossiers.applicants import applicant_of
from motcua.dossiers.inputs import ComponentInput, FileInput, Intake
from motcua.dossiers.models import Dossier, DossierComponent, DossierFile
from motcua.dossiers.moving import Actor, Moving, WrongState, what_happened
from motcua.kernel.numbers import next_number
from motcua.kernel.rows import insert_many
from motcua.kernel.vietnamese import search_form
from motcua.organisation.models import Unit
from motcua.organisation.queries import unit_with_id

# Written out: asked at every intake, where putting the statement together costs more than asking.
BY_KEY = "SELECT id FROM dossiers_dossier WHERE intake_key = %s"
FORGET = "DELETE FROM dossiers_intakedraft WHERE key = %s"
#: Beginnings of fields that name somebody else than the one for whom the dossier is.
_NOT_SUBJECTS = ("applicant", "bank", "partner")


def known(intake: Intake, *, target: str, at: datetime) -> Dossier | None:
    """Return the dossier that this intake has become already; the same key never makes two.

    A double click, a second tab and a retry after a crash all come here.

    Raises:
        WrongState: the same intake has become something else, for example refused in another tab.
    """
    with connection.cursor() as cursor:
        cursor.execute(BY_KEY, [intake.key])
        found = cursor.fetchone()
    if found is None:
        return None
    dossier = Dossier.objects.get(pk=found[0])
    if (dossier.accepted_at is not None) if target == "accept" else (dossier.state == target):
        return dossier
    raise WrongState(what_happened(dossier, now=at))


def bring_in(intake: Intake, *, version: ProcedureVersion, unit_id: int, by: Actor, at: datetime) -> Moving:
    """Build the dossier of an intake, unsaved, without a state: who, what, and its code.

    Args:
        unit_id: the unit that receives it.
    """
    on = timezone.localdate(at)
    definition = version.definition
    answers = judging.answers_of(definition, intake.answers, on=on)
    person = applicant_of(intake, by=by, at=at)
    received_unit, unit = unit_with_id(unit_id), unit_with_id(intake.unit_id or unit_id)
    subject = subject_name(definition, answers)
    dossier = Dossier(
        code=next_code(received_unit, at=at),
        intake_key=intake.key,
        follow_token=secrets.token_urlsafe(16),
        unit=unit,
        received_unit=received_unit,
        procedure=version.procedure,
        version=version,
        field=definition.field,
        procedure_case=intake.case_id,
        channel=intake.channel,
        return_channel=intake.return_channel,
        return_address=intake.return_address.strip(),
        applicant=person,
        applicant_name=person.full_name,
        subject_name=subject,
        search_name=search_form(f"{person.full_name} {subject}"),
        contact_phone=person.phone,
        contact_address=person.address,
        answers=answers,
        sets=intake.sets,
        recorded_at=at,
        submitted_at=intake.submitted_at or at,
    )
    return Moving(dossier, by, at, before=None)


def next_code(unit: Unit, *, at: datetime) -> str:
    """Take the next dossier code of the receiving unit on the local day: ``H13.58.12-261123-0008``.

    Source: QĐ 20/2020/QĐ-TTg (agency identifier); TT 01/2018/TT-VPCP art. 19 (order per agency and day).
    """
    agency, stamp = unit.agency_code or unit.code, f"{timezone.localdate(at):%y%m%d}"
    return f"{agency}-{stamp}-{next_number(f'dossier:{agency}:{stamp}'):04d}"


def subject_name(definition: ProcedureDefinition, answers: dict[str, Any]) -> str:
    """For whom the dossier is (a child, somebody who died): the first other person that the e-form names."""
    for field in definition.form.fields:
        if field.type == "person_name" and not field.fills_from and not field.id.startswith(_NOT_SUBJECTS):
            name = answers.get(field.id)
            if isinstance(name, str):
                return name[:200]
    return ""


def add_papers(
    dossier: Dossier,
    components: tuple[ComponentInput, ...],
    files: tuple[FileInput, ...],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Write down the papers and files that came in; what is only shown is marked by the version itself."""
    documents = {document.id: document for document in dossier.version.definition.documents}
    insert_many(
        [
            DossierComponent(
                dossier=dossier,
                component_id=given.component_id,
                name=documents[given.component_id].name_vi[:500],
                copy_kind=given.copy_kind,
                quantity=given.quantity,
                presented=given.presented or documents[given.component_id].mode == "present",
                note=given.note,
                added_at=at,
                added_by_id=by.account_id,
            )
            for given in components
        ]
    )
    insert_many(
        [
            DossierFile(
                dossier=dossier,
                component_id=given.component_id,
                file_id=given.stored_file_id,
                name=given.name[:200],
                added_at=at,
                added_by_id=by.account_id,
            )
            for given in files
        ]
    )


def require_reception_elsewhere(intake: Intake, definition: ProcedureDefinition, *, unit_id: int) -> None:
    """Refuse a dossier for another unit unless the version is free of territory (phi địa giới)."""
    if intake.unit_id not in (None, unit_id) and not definition.non_territorial:
        raise judging.InvalidIntake({"unit_id": _("Thủ tục này phải nộp ở nơi giải quyết.")})


def forget_draft(intake: Intake) -> None:
    """The draft has become a dossier."""
    with connection.cursor() as cursor:  # nothing hangs on a draft: no collector needed
        cursor.execute(FORGET, [intake.key])
