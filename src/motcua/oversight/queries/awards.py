"""Rounds of commendations, what their councils think, and the book."""

from collections.abc import Collection

import msgspec
from django.db.models import Count, Q, QuerySet

from motcua.organisation.access import Officer
from motcua.organisation.quorum import Quorum
from motcua.organisation.sight import sees
from motcua.oversight.award_states import State
from motcua.oversight.models import AwardMember, AwardRound, Commendation, Proposal
from motcua.oversight.models.award import AwardRoundQuerySet
from motcua.oversight.tally import Tally

#: Before there is a council nobody is entitled, and all of nobody have voted.
_ALL = Quorum(1, 1)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal with the votes on it."""

    proposal: Proposal
    tally: Tally


class Ballot(msgspec.Struct, frozen=True, kw_only=True):
    """One member's ballot: what is still open, and the proposals that are about the member; empty without a seat."""

    sits: bool
    open: list[Judged]
    own: list[Proposal]


def award_rounds(officer: Officer) -> AwardRoundQuerySet:
    """Rounds of the units that the officer looks into, newest first; members of a council see its round too."""
    mine = Q(unit__in=sees(officer)) | Q(council__members__account=officer.account_id)
    return AwardRound.objects.filter(mine).distinct().select_related("unit").order_by("-pk")


def council_waits_for(officer: Officer) -> AwardRoundQuerySet:
    """Rounds under review in which the officer has a seat and has not voted on everything yet."""
    reviewing = award_rounds(officer).filter(
        state=State.REVIEWING, council__members__account=officer.account_id
    )
    waiting = [one.pk for one in reviewing if ballot_of(officer.account_id, one).open]
    return reviewing.filter(pk__in=waiting)


def ballot_of(account_id: int, award_round: AwardRound) -> Ballot:
    """What a member still has to vote on, and what concerns the member in person; nothing for others."""
    seats = AwardMember.objects.with_posts().filter(council__round=award_round, account=account_id)
    member = seats.first()
    if member is None:
        return Ballot(sits=False, open=[], own=[])
    given = set(member.votes.values_list("proposal_id", flat=True))
    rows = judged(award_round)
    return Ballot(
        sits=True,
        open=[row for row in rows if row.proposal.pk not in given and not row.proposal.concerns(member)],
        own=[row.proposal for row in rows if row.proposal.concerns(member)],
    )


def judged(award_round: AwardRound) -> list[Judged]:
    """Every live proposal with its votes: collectives before persons, then as they were proposed."""
    members = list(
        AwardMember.objects.with_posts().filter(council__round=award_round).select_related("council")
    )
    quorum = members[0].council.quorum if members else _ALL
    rows = award_round.proposals.filter(withdrawn_at=None).annotate(
        agreed=Count("votes", filter=Q(votes__agrees=True)),
        declined=Count("votes", filter=Q(votes__agrees=False)),
    )
    return [
        Judged(
            proposal=row,
            tally=Tally(
                entitled=sum(not row.concerns(member) for member in members),
                agrees=row.agreed,
                declines=row.declined,
                quorum=quorum,
            ),
        )
        for row in rows.order_by("kind", "pk")
    ]


def commendations(unit_ids: Collection[int], *, year: int | None = None) -> "QuerySet[Commendation]":
    """Certificates of merit that units have given, not those revoked."""
    found = Commendation.objects.filter(unit__in=unit_ids, revoked_at=None)
    if year is not None:
        found = found.filter(decision__year=year)
    return found.select_related("decision", "unit").order_by("decision__year", "book_sequence")


def award_book(unit_id: int, year: int) -> "QuerySet[Commendation]":
    """The book of commendations (sổ khen thưởng) of a unit and year, line by line, revoked ones too."""
    found = Commendation.objects.filter(unit=unit_id, book_number__endswith=f"/{year}")
    return found.select_related("decision").order_by("book_sequence")
