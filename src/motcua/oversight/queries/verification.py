"""Are rounds, councils, votes, certificates, inspections and blocks what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_kept
from motcua.kernel.models import LedgerEntry
from motcua.oversight.certificates import certificate_of
from motcua.oversight.models import (
    AwardCouncil,
    AwardDecision,
    AwardRound,
    AwardVote,
    BacklogBlock,
    Inspection,
)

_CHUNK = 500
#: Acts whose entries vouch for parts of a round: its council, its votes, its certificates.
_OF_PARTS = ("form_council", "vote", "decide", "revoke")

_Acts = list[tuple[str, int, dict[str, Any]]]


def verify_rows() -> Iterator[Fault]:
    """Compare every row with its history, and council, votes and certificates of each round with the acts on it."""
    yield from verify_kept(AwardRound.objects.all())
    yield from verify_kept(Inspection.objects.all())
    yield from verify_kept(BacklogBlock.objects.all())
    rounds = _rounds().order_by("pk").iterator(_CHUNK)
    while chunk := list(islice(rounds, _CHUNK)):
        acts = _acts([row.stream for row in chunk])
        for row in chunk:
            yield from _council(row, acts.get(row.stream, []))
            yield from _votes(row, acts.get(row.stream, []))
            yield from _certificates(row, acts.get(row.stream, []))


def _rounds() -> "QuerySet[AwardRound]":
    found = AwardRound.objects.select_related("unit", "council", "decision")
    return found.prefetch_related(
        "council__members__account", "proposals__votes__member", "decision__commendations"
    )


def _acts(streams: list[str]) -> dict[str, _Acts]:
    """The acts on the parts of rounds, by stream, as they followed each other: verb, account and details."""
    found: dict[str, _Acts] = {}
    entries = LedgerEntry.objects.filter(stream__in=streams, verb__in=_OF_PARTS).order_by(
        "stream", "sequence"
    )
    for stream, verb, by_id, payload in entries.values_list("stream", "verb", "by_id", "payload"):
        found.setdefault(stream, []).append((verb, by_id or 0, payload["details"]))
    return found


def _council(award_round: AwardRound, acts: _Acts) -> Iterator[Fault]:
    """The council must be the one that was formed; an older entry names its accounts only."""
    council: AwardCouncil | None = getattr(award_round, "council", None)
    kept = next((details for verb, _by, details in acts if verb == "form_council"), None)
    if council is None or kept is None:
        intact = council is None and kept is None
    else:
        accounts = sorted(member.account_id for member in council.members.all())
        now = {"members": accounts, "quorum": str(council.quorum), "council": council.content_hash}
        then = kept | {"members": sorted(kept["members"])}
        intact = all(then.get(name, value) == value for name, value in now.items())
    if not intact:
        words = {"title": award_round.title}
        sentence = _("Hội đồng xét đợt khen “%(title)s” không như trong sổ cái.") % words
        yield Fault(award_round.stream, sentence)


def _votes(award_round: AwardRound, acts: _Acts) -> Iterator[Fault]:
    """Each vote must be the one that the member gave; an older entry says only that it was given."""
    given = {
        (pk, by_id): details.get("votes", {}).get(str(pk))
        for verb, by_id, details in acts
        if verb == "vote"
        for pk in details["proposals"]
    }
    names = {row.pk: row.name for row in award_round.proposals.all()}
    there: dict[tuple[int, int], AwardVote] = {
        (row.pk, vote.member.account_id): vote
        for row in award_round.proposals.all()
        for vote in row.votes.all()
    }
    for key in sorted(given.keys() | there.keys()):
        if key in given and key in there and given[key] in (None, there[key].content_hash):
            continue
        words = {"name": names.get(key[0], key[0]), "title": award_round.title}
        sentence = _("Đợt khen “%(title)s”: một phiếu xét %(name)s không như trong sổ cái.") % words
        yield Fault(award_round.stream, sentence)


def _certificates(award_round: AwardRound, acts: _Acts) -> Iterator[Fault]:
    """Each certificate that the decision gave must still be there, for the same recipient, revoked only by the act."""
    decision: AwardDecision | None = getattr(award_round, "decision", None)
    kept = next((details for verb, _by, details in acts if verb == "decide"), {})
    revoked = {details["commendation"] for verb, _by, details in acts if verb == "revoke"}
    given = {code: (recipient, code in revoked) for code, recipient in kept.get("certificates", [])}
    rows = decision.commendations.all() if decision else []
    there = {row.code: (row.recipient, row.revoked_at is not None) for row in rows}
    for code in sorted(given.keys() | there.keys()):
        if given.get(code) != there.get(code):
            words = {
                "certificate": certificate_of(award_round.unit), "code": code,
                "number": decision.number if decision else kept["number"],
            }  # fmt: skip
            yield Fault(
                award_round.stream,
                _("%(certificate)s số %(code)s của Quyết định %(number)s không như trong sổ cái.") % words,
            )
