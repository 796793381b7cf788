"""Rounds of commendations, what their councils think, and the book."""

from collections.abc import Collection

import msgspec
from django.db.models import Count, Q, QuerySet

from motcua.organisation.access import Officer
from motcua.organisation.sight import sees
from motcua.oversight.award_states import State
from motcua.oversight.models import AwardMember, AwardRound, Commendation, Proposal
from motcua.oversight.models.award import AwardRoundQuerySet
from motcua.oversight.tally import Tally


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal with the votes on it."""

    proposal: Proposal
    tally: Tally


def award_rounds(officer: Officer) -> AwardRoundQuerySet:
    """Rounds of the units that the officer looks into, newest first; members of a council see its round too."""
    mine = Q(unit__in=sees(officer)) | Q(council__members__account=officer.account_id)
    return AwardRound.objects.filter(mine).distinct().select_related("unit").order_by("-pk")


def council_waits_for(officer: Officer) -> AwardRoundQuerySet:
    """Rounds under review in which the officer has a seat and has not voted on everything yet."""
    reviewing = award_rounds(officer).filter(
        state=State.REVIEWING, council__members__account=officer.account_id
    )
    waiting = [one.pk for one in reviewing if _unvoted(one, officer.account_id).exists()]
    return reviewing.filter(pk__in=waiting)


def _unvoted(award_round: AwardRound, account_id: int) -> "QuerySet[Proposal]":
    live = award_round.proposals.filter(withdrawn_at=None).exclude(account=account_id)
    return live.exclude(votes__member__account=account_id)


def judged(award_round: AwardRound) -> list[Judged]:
    """Every live proposal with its votes: collectives before persons, then as they were proposed."""
    members = set(AwardMember.objects.filter(council__round=award_round).values_list("account_id", flat=True))
    rows = award_round.proposals.filter(withdrawn_at=None).annotate(
        agreed=Count("votes", filter=Q(votes__agrees=True)),
        declined=Count("votes", filter=Q(votes__agrees=False)),
    )
    return [
        Judged(
            proposal=row,
            tally=Tally(entitled=len(members - {row.account_id}), agrees=row.agreed, declines=row.declined),
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
