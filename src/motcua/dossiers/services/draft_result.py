from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.documents.papers.content import Content
from motcua.documents.papers.kinds import content_of
from motcua.documents.services import issue_paper
from motcua.dossiers.inputs import FileInput
from motcua.dossiers.models import Dossier, DossierFile
from motcua.dossiers.moving import take
from motcua.dossiers.states import State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class AlreadySigned(Refusal):
    """The result is signed; it cannot be drafted anew."""


@transaction.atomic
def draft_result(
    *,
    dossier_id: int,
    kind: str,
    data: Content | Mapping[str, Any],
    by: Officer,
    at: datetime,
    revision: int | None = None,
) -> Dossier:
    """Draw up the result (dự thảo kết quả) that waits for its signature; drafting again keeps the number.

    Args:
        kind: a kind of paper that must be signed (``birth_certificate``, ``certification``, ``result``).
        data: its content, as ``documents.papers.results`` defines it.
    """
    states = (State.PROCESSING, State.FINANCIAL_DUTY)
    moving = take("draft_result", dossier_id=dossier_id, by=by, at=at, revision=revision, states=states)
    dossier, former = moving.dossier, moving.dossier.result
    if former is not None and former.signed_at is not None:
        raise AlreadySigned(
            _("Kết quả của hồ sơ %(code)s đã được %(name)s ký, không soạn lại được.")
            % {"code": dossier.short_code, "name": former.signed_by}
        )
    content = content_of(kind, data)
    if former is not None and former.kind == kind:
        content = msgspec.structs.replace(content, number=former.number)
    paper = issue_paper(kind=kind, unit_id=dossier.unit_id, subject=dossier.code, data=content, by=by, at=at)
    moving.change(result=paper)
    moving.record("draft_result", paper=paper.pk, kind=kind, number=paper.number)
    return dossier


@transaction.atomic
def record_result(
    *,
    dossier_id: int,
    file: FileInput,
    by: Officer,
    at: datetime,
    note: str = "",
    revision: int | None = None,
) -> Dossier:
    """Enter what a body outside has decided and sent here, as a stored file beside the dossier."""
    states = (State.PROCESSING, State.FINANCIAL_DUTY, State.PROCESSED)
    moving = take("record_result", dossier_id=dossier_id, by=by, at=at, revision=revision, states=states)
    DossierFile.objects.create(
        dossier=moving.dossier,
        file_id=file.stored_file_id,
        name=file.name[:200],
        is_result=True,
        added_at=at,
        added_by_id=by.account_id,
    )
    moving.record("record_result", file=file.stored_file_id, name=file.name, note=note)
    return moving.dossier
