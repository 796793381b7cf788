from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import BookKind
from motcua.documents.papers.content import Signer
from motcua.documents.services import issue_signed, next_in_book
from motcua.kernel.refusals import require_words
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.oversight import printing
from motcua.oversight.acting import WrongState, record_round, take_round
from motcua.oversight.authority import require_keeper
from motcua.oversight.models import AwardRound
from motcua.oversight.services.decide import passed


@transaction.atomic
def submit_awards(
    *, round_id: int, symbol: str, by: Officer, at: datetime, unit_id: int | None = None
) -> AwardRound:
    """Sign the tờ trình with the list that the council has passed, numbered in the submitting unit's book.

    Args:
        symbol: what follows the number: ``TTr-PNV``.
        unit_id: which office submits; the unit of the round when None.
    Raises:
        NotVoted, NobodyPassed: the council is not ready.
        WrongState: submitted already, or not under review.
        Incomplete, NotAllowed: as their sentences say.
    """
    award_round = take_round("submit_awards", round_id=round_id, by=by)
    if award_round.submission_id is not None:
        raise WrongState(_("Đợt khen “%(title)s” đã có tờ trình.") % {"title": award_round.title})
    unit = Unit.objects.get(pk=unit_id or award_round.unit_id)
    require_keeper(by, "submit_awards", unit)
    symbol = require_words(symbol, _("Ghi ký hiệu tờ trình, ví dụ: TTr-PNV."), field="symbol")
    proposals = passed(award_round)
    on = timezone.localdate(at)
    line = next_in_book(unit_id=unit.pk, kind=BookKind.OUTGOING, on=on)
    signer = Signer(name=by.name, title=clean(by.rank))
    number = f"{line.seq:02}/{symbol}"
    award_round.submission = issue_signed(
        kind="award_submission",
        unit_id=unit.pk,
        subject=award_round.stream,
        data=printing.submission_paper(
            award_round, proposals, unit=unit, number=number, on=on, signer=signer
        ),
        by=by,
        at=at,
    )
    award_round.save(update_fields=["submission"])
    record_round(award_round, "submit_awards", by=by, at=at, number=number)
    return award_round
