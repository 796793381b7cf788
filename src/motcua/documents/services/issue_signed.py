from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.documents.models import Paper
from motcua.documents.papers.content import Content
from motcua.documents.services.issue_paper import issue_paper
from motcua.documents.services.sign_paper import sign_paper
from motcua.organisation.access import Officer


@transaction.atomic(savepoint=False)
def issue_signed(
    *, kind: str, unit_id: int, subject: str, data: Content | Mapping[str, Any], by: Officer, at: datetime
) -> Paper:
    """Issue a paper and sign it in one act, for the unit in whose name it goes out.

    The signer may hold the post elsewhere, as in the unit that took this one over; whether so, the caller judges.

    Args:
        kind, subject, data: as in ``issue_paper``.
    Raises:
        WrongContent, NeedsNoSignature: as their sentences say; faults of the program.
    """
    signer = replace(by, unit_id=unit_id)
    paper = issue_paper(kind=kind, unit_id=unit_id, subject=subject, data=data, by=signer, at=at)
    return sign_paper(paper_id=paper.pk, by=signer, at=at)
