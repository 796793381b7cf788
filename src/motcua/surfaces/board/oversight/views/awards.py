"""Commendations to look at: rounds, the book, papers."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from motcua.documents.services import render as to_pdf
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import own_units, sees
from motcua.oversight import queries, services
from motcua.oversight.access import round_verbs
from motcua.oversight.award_states import PROPOSERS
from motcua.oversight.certificates import certificate_in_sentence, certificate_of
from motcua.oversight.models import AwardRound, Commendation
from motcua.surfaces.board.directives.papers import pdf_response
from motcua.surfaces.board.oversight.found import round_of
from motcua.surfaces.board.reform_gate import reform_page

MOST = 200


@require_safe
@reform_page()
def award_list(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Rounds in the officer's sight, and those that wait for the officer's vote."""
    rows = queries.award_rounds(officer)[:MOST]
    context = {
        "rows": rows,
        "waiting": queries.council_waits_for(officer),
        "may_open": officer.has(*PROPOSERS) and bool(own_units(officer)),
        "year": timezone.localdate().year,
    }
    return render(request, "board/oversight/awards.html", context)


@require_safe
@reform_page()
def award_round(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """One round: who is proposed with which figures, how the council votes, the decision and its certificates."""
    found = round_of(officer, pk)
    decision = getattr(found, "decision", None)
    council = getattr(found, "council", None)
    rows = queries.judged(found)
    settled = [row for row in rows if council and (decision or row.tally.is_judged)]
    context = {
        "round": found,
        "waiting": [row for row in rows if row not in settled],
        "settled": settled,
        "withdrawn": found.proposals.exclude(withdrawn_at=None).order_by("pk"),
        "members": council.members.select_related("account").order_by("seat", "pk") if council else [],
        "decision": decision,
        "certificate": certificate_of(found.unit),
        "certificate_in_sentence": certificate_in_sentence(found.unit),
        "certificates": decision.commendations.order_by("book_sequence") if decision else [],
        "verbs": round_verbs(officer, found),
        "ballot": queries.ballot_of(officer.account_id, found),
        "history": queries.history(found)[::-1],
    }
    return render(request, "board/oversight/award_round.html", context)


@require_safe
@reform_page()
def award_book(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The book of commendations of a year, of the own unit and those below."""
    today = timezone.localdate()
    asked = request.GET.get("nam", "")
    named = int(asked) if asked.isdecimal() and len(asked) == 4 else today.year
    year = named if 2000 <= named <= today.year else today.year
    rows = Commendation.objects.filter(unit__in=sees(officer), book_number__endswith=f"/{year}")
    context = {
        "rows": rows.select_related("unit", "decision").order_by("unit", "book_sequence")[:1000],
        "year": year,
        "years": range(today.year, 2018, -1),
    }
    return render(request, "board/oversight/award_book.html", context)


PAPERS: dict[str, Callable[[AwardRound], tuple[bytes, str]]] = {
    "to-trinh": lambda row: (to_pdf(row.submission), "to-trinh.pdf") if row.submission else (b"", ""),
    "quyet-dinh": lambda row: (to_pdf(row.decision.paper), "quyet-dinh-khen-thuong.pdf"),
    "giay-khen": lambda row: (services.print_batch(row.decision.pk), f"{_stem(row.unit)}.pdf"),
}


@require_safe
@reform_page()
def award_paper(request: HttpRequest, officer: Officer, pk: int, which: str) -> HttpResponse:
    """The list submitted, the decision, or all certificates in one file."""
    found = round_of(officer, pk)
    if which not in PAPERS or (which != "to-trinh" and not hasattr(found, "decision")):
        raise Http404
    content, name = PAPERS[which](found)
    if not content:
        raise Http404
    return pdf_response(content, name)


@require_safe
@reform_page()
def award_certificate(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """One certificate to print."""
    row = get_object_or_404(Commendation, pk=pk, unit__in=sees(officer))
    return pdf_response(services.print_one(row.pk), f"{_stem(row.unit)}-{row.code.replace('/', '-')}.pdf")


def _stem(unit: Unit) -> str:
    """How the files of its certificates begin: ``bang-khen``, ``giay-khen``."""
    return slugify(certificate_of(unit))
