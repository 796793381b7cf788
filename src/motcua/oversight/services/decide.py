from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import BookKind, Paper
from motcua.documents.papers.content import Content, Signer
from motcua.documents.services import issue_signed, next_in_book
from motcua.identity.acts import record
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Refusal, require_words
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.oversight import printing, rules
from motcua.oversight.acting import take_round
from motcua.oversight.award_states import State
from motcua.oversight.events import AwardsDecided
from motcua.oversight.models import AwardDecision, AwardRound, Commendation, Proposal
from motcua.oversight.queries.awards import judged


class NotVoted(Refusal):
    """Members have still to vote."""


class NobodyPassed(Refusal):
    """The council agreed to nobody; there is nothing to decide."""


@transaction.atomic
def decide(
    *,
    round_id: int,
    by: Officer,
    at: datetime,
    symbol: str = "",
    signer_title: str = "",
    signer_authority: str = "",
    grounds: Sequence[str] = (),
) -> AwardDecision:
    """Sign the decision (quyết định khen thưởng): its number, its list, and a numbered certificate for each.

    Only those to whom the council agreed are commended. Number and certificates are given in one act, or not at all.

    Args:
        symbol: what follows the number; ``QĐ-UBND`` for a People's Committee, to be said for an office.
        signer_title: the signer's title on paper; that of the post when blank.
        signer_authority: ``KT. CHỦ TỊCH`` when a deputy signs.
        grounds: lines “Căn cứ …;” of this decision; the laws of the day when empty.
    Raises:
        NotVoted, NobodyPassed, UnitNotThere, WrongState, Incomplete, NotAllowed: as their sentences say.
    """
    award_round = take_round("decide", round_id=round_id, by=by)
    on = timezone.localdate(at)
    rules.require_there(award_round.unit, on=on)
    proposals = passed(award_round)
    signer = Signer(
        name=by.name, title=clean(signer_title) or clean(by.rank), authority=clean(signer_authority)
    )
    decision = _numbered(award_round, symbol, on=on, by=by, at=at, signer=signer)
    # One decision is one series of lines in the book: the same order on the list, in the book and in print.
    rows = [_certificate(decision, one, on=on) for one in proposals]
    decision.paper = _sign(
        decision,
        "award_decision",
        printing.decision_paper(decision, proposals, grounds=grounds, signer=signer),
        by=by,
        at=at,
    )
    content = printing.certificates_of(decision, rows, signer=signer)
    decision.certificates = _sign(decision, "commendation", content, by=by, at=at)
    decision.save()
    for row in rows:
        row.decision = decision
    Commendation.objects.bulk_create(rows)
    award_round.state = State.DECIDED
    award_round.save(update_fields=["state"])
    _announce(award_round, decision, proposals, by=by, at=at)
    return decision


def passed(award_round: AwardRound) -> list[Proposal]:
    """Those to whom the council agreed, collectives first.

    Raises:
        NotVoted, NobodyPassed: as their sentences say.
    """
    rows = judged(award_round)
    missing = next((row for row in rows if not row.tally.is_judged), None)
    if missing is not None:
        raise NotVoted(
            _("Hội đồng chưa xét xong: đề nghị cho %(name)s còn thiếu ít nhất %(count)d phiếu.")
            % {"name": missing.proposal.name, "count": missing.tally.missing}
        )
    found = [row.proposal for row in rows if row.tally.passes]
    if not found:
        raise NobodyPassed(_("Hội đồng không đồng ý khen ai trong đợt này. Dừng đợt, hoặc đề nghị đợt khác."))
    return found


def _numbered(
    award_round: AwardRound, symbol: str, *, on: date, by: Officer, at: datetime, signer: Signer
) -> AwardDecision:
    unit = award_round.unit
    if unit.level == Level.DIVISION:
        symbol = require_words(symbol, _("Ghi ký hiệu quyết định, ví dụ: QĐ-SNV."), field="symbol")
    line = next_in_book(unit_id=unit.pk, kind=BookKind.OUTGOING, on=on)
    return AwardDecision(
        round=award_round, unit=unit, number=f"{line.seq:02}/{clean(symbol) or 'QĐ-UBND'}",
        book_number=line.book_no, book_sequence=line.seq, decided_on=on, decided_at=at,
        decided_by_id=by.account_id, signer_name=signer.name, signer_title=signer.title,
        signer_authority=signer.authority,
    )  # fmt: skip


def _certificate(decision: AwardDecision, proposal: Proposal, *, on: date) -> Commendation:
    line = next_in_book(unit_id=decision.unit_id, kind=BookKind.AWARDS, on=on)
    return Commendation(
        proposal=proposal, unit=decision.unit, kind=proposal.kind, recipient=proposal.name, title=proposal.title,
        achievement=proposal.achievement, period=decision.round.period, bonus_vnd=proposal.bonus_vnd,
        book_number=line.book_no, book_sequence=line.seq,
    )  # fmt: skip


def _sign(decision: AwardDecision, kind: str, data: Content, *, by: Officer, at: datetime) -> Paper:
    stream = decision.round.stream
    return issue_signed(kind=kind, unit_id=decision.unit_id, subject=stream, data=data, by=by, at=at)


def _announce(
    award_round: AwardRound, decision: AwardDecision, proposals: list[Proposal], *, by: Officer, at: datetime
) -> None:
    rows = decision.commendations.order_by("book_sequence")
    certificates = [[row.code, row.recipient] for row in rows]
    entry = record(award_round, "decide", by=by, at=at, **decision.snapshot(), certificates=certificates)
    announce(
        AwardsDecided(
            row_id=award_round.pk,
            sequence=entry.sequence,
            at=at,
            decision_id=decision.pk,
            number=decision.number,
            unit_id=decision.unit_id,
            unit_ids=tuple(sorted({one.unit_id for one in proposals if one.unit_id})),
            commendations=len(certificates),
        )
    )
