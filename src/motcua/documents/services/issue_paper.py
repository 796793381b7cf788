from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone

from motcua.documents.models import Paper
from motcua.documents.papers.content import Content
from motcua.documents.papers.kinds import KINDS, content_of
from motcua.kernel.numbers import next_number
from motcua.kernel.rows import insert
from motcua.organisation.access import Officer


def issue_paper(
    *, kind: str, unit_id: int, subject: str, data: Content | Mapping[str, Any], by: Officer, at: datetime
) -> Paper:
    """Issue a paper: check its content, give it its number and date; the PDF is made when first asked for.

    Args:
        kind: a key of ``documents.papers.kinds.KINDS``.
        subject: what it is about, usually the code of a dossier.
        data: content of the kind; a ``number`` in it is kept (one from a book), otherwise the kind's own
            numbering, restarting each year, gives one.
    Raises:
        WrongContent: the content does not fit the kind; a fault of the program.
    """
    return _issue(kind, content_of(kind, data), unit_id=unit_id, subject=subject, by=by, at=at)


@transaction.atomic(savepoint=False)
def _issue(kind: str, content: Content, *, unit_id: int, subject: str, by: Officer, at: datetime) -> Paper:
    on = timezone.localdate(at)
    series, number = "", content.number
    if KINDS[kind].numbering and not number:
        series = KINDS[kind].series(content)
        seq = next_number(f"paper:{unit_id}:{series}:{on.year}")
        number = KINDS[kind].number(content, seq=seq, year=on.year)
    content = msgspec.structs.replace(content, number=number, issued_on=content.issued_on or on)
    return insert(
        Paper(
            kind=kind,
            unit_id=unit_id,
            subject=subject,
            series=series,
            year=on.year,
            number=number,
            data=msgspec.to_builtins(content),
            issued_at=at,
            issued_by_id=by.account_id,
        )
    )
