"""Are initiatives, rounds, councils, scores, orders, answers and entered cases what their history says they are?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from motcua.initiatives.models import (
    Adoption,
    Council,
    CriteriaSet,
    Initiative,
    ModelCase,
    Replication,
    Review,
    Round,
    Score,
)
from motcua.kernel.faults import Fault
from motcua.kernel.kept_rows import verify_gone, verify_kept, verify_known
from motcua.kernel.ledger import last_entries
from motcua.kernel.models import LedgerEntry

_CHUNK = 500
#: Acts whose entries tell of the review: laid before a council, scored, concluded, recognised.
_OF_REVIEWS = ("start_evaluation", "score", "conclude", "reject", "recognise")

_Details = dict[str, Any]


def verify_rows() -> Iterator[Fault]:
    """Compare every initiative, round, council and set of criteria with its history, every sheet with the act on it."""
    yield from verify_kept(Initiative.objects.all())
    yield from verify_kept(Round.objects.all())
    yield from verify_kept(Council.objects.prefetch_related("members"))
    yield from _criteria()
    yield from _reviews()


def verify_cases() -> Iterator[Fault]:
    """Compare every order of a model, every answer to it and every entered case with its history."""
    yield from verify_kept(Replication.objects.all(), ends={"drop"})
    yield from verify_kept(Adoption.objects.all())
    yield from verify_kept(ModelCase.objects.all())


def _criteria() -> Iterator[Fault]:
    """A set that came with Motcua before such were written down has no history; no unit has one without."""
    shipped = {row.stream: row.pk for row in CriteriaSet.objects.filter(unit=None)}
    written = [shipped[stream] for stream in last_entries(shipped)]
    yield from verify_known(CriteriaSet.objects.filter(Q(unit__isnull=False) | Q(pk__in=written)))
    yield from verify_gone(CriteriaSet.objects.all())


def _reviews() -> Iterator[Fault]:
    parts = Review.objects.prefetch_related("scores", "council__members__account").select_related("council")
    rows = Initiative.objects.select_related("recognition").prefetch_related(Prefetch("review", parts))
    initiatives = rows.order_by("pk").iterator(_CHUNK)
    while chunk := list(islice(initiatives, _CHUNK)):
        acts = _acts([row.stream for row in chunk])
        for row in chunk:
            yield from _review(row, acts.get(row.stream, []))
            yield from _recognition(row, acts.get(row.stream, []))


def _acts(streams: list[str]) -> dict[str, list[tuple[str, _Details]]]:
    """The acts on reviews, by stream, as they followed each other."""
    found: dict[str, list[tuple[str, _Details]]] = {}
    entries = LedgerEntry.objects.filter(stream__in=streams, verb__in=_OF_REVIEWS)
    rows = entries.order_by("stream", "sequence").values_list("stream", "verb", "payload")
    for stream, verb, payload in rows:
        found.setdefault(stream, []).append((verb, payload["details"]))
    return found


def _review(initiative: Initiative, acts: list[tuple[str, _Details]]) -> Iterator[Fault]:
    """The review of an initiative with its sheets and conclusion, against the acts on it."""
    review: Review | None = getattr(initiative, "review", None)
    laid = any(verb == "start_evaluation" for verb, _details in acts)
    if review is None or not laid:
        if laid or review is not None:
            sentence = _("%(row)s: việc xét của hội đồng không như trong sổ cái.") % {"row": initiative}
            yield Fault(initiative.stream, sentence)
        return
    given = {details["member"]: details for verb, details in acts if verb == "score"}
    yield from _scores(initiative, review, given)
    concluded = [details for _verb, details in acts if "average_tenths" in details]
    kept = (concluded[-1]["average_tenths"], concluded[-1]["passed"]) if concluded else (None, None)
    if kept != (review.average_tenths, review.passed):
        sentence = _("%(row)s: kết luận của hội đồng không như trong sổ cái.") % {"row": initiative}
        yield Fault(initiative.stream, sentence)


def _recognition(initiative: Initiative, acts: list[tuple[str, _Details]]) -> Iterator[Fault]:
    recognition = getattr(initiative, "recognition", None)
    now = recognition.snapshot() if recognition else {}
    kept = next((details for verb, details in reversed(acts) if verb == "recognise"), {})
    if bool(now) != bool(kept) or any(kept[name] != value for name, value in now.items()):
        sentence = _("%(row)s: việc công nhận không như trong sổ cái.") % {"row": initiative}
        yield Fault(initiative.stream, sentence)


def _scores(initiative: Initiative, review: Review, given: dict[int, _Details]) -> Iterator[Fault]:
    there = {score.member_id: score for score in review.scores.all()}
    members = {member.pk: member for member in review.council.members.all()}
    for pk in sorted(given.keys() | there.keys()):
        if pk not in given or pk not in there or not _fits(there[pk], given[pk]):
            words = {"row": initiative, "name": members[pk].account if pk in members else pk}
            yield Fault(
                initiative.stream, _("%(row)s: phiếu chấm của %(name)s không như trong sổ cái.") % words
            )


def _fits(score: Score, kept: _Details) -> bool:
    """Whether a sheet is what was handed in; the ledger once kept the points themselves."""
    if "sheet" in kept:
        return bool(score.content_hash == kept["sheet"])
    return bool(score.points == kept["points"])
