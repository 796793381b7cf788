from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.papers.content import Signer
from motcua.documents.papers.kinds import KINDS
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer, require_unit


class AlreadySigned(Refusal):
    """The paper is signed; nothing on it changes any more."""


class NeedsNoSignature(Refusal):
    """The paper counts without a leader's signature."""


@transaction.atomic
def sign_paper(*, paper_id: int, by: Officer, at: datetime, signer: Signer | None = None) -> Paper:
    """Sign a paper for its unit; from then on it cannot change. Whether this officer may sign, the caller judges.

    Args:
        signer: the signature block to print when another signs than the one the paper was drawn up for.
    Raises:
        AlreadySigned, NeedsNoSignature, NotAllowed: as their sentences say.
    """
    paper = Paper.objects.select_for_update().get(pk=paper_id)
    require_unit(by, paper.unit_id)
    if not KINDS[paper.kind].is_signed:
        raise NeedsNoSignature(_("%(paper)s không cần lãnh đạo ký.") % {"paper": paper})
    if paper.signed_at is not None:
        raise AlreadySigned(_("%(paper)s đã được ký, không ký lại.") % {"paper": paper})
    paper.signed_at = at
    paper.signed_by_id = by.account_id
    if signer is not None:
        paper.data = {**paper.data, "signer": msgspec.to_builtins(signer)}
    paper.save(update_fields=["signed_at", "signed_by", "data"])
    return paper
