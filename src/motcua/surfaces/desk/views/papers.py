"""Papers that the office has issued about a dossier, as PDF: to look at and to print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.documents.models import Paper
from motcua.documents.papers.render import render as draw
from motcua.documents.services import render
from motcua.dossiers.access import visible_to
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers import agency_name, desk_name
from motcua.kernel.vietnamese import search_form
from motcua.organisation.access import Officer
from motcua.payments.models import Receipt
from motcua.payments.queries import receipt_paper
from motcua.surfaces.desk.gate import officer_page


@require_safe
@officer_page
def paper(request: HttpRequest, officer: Officer, pk: int, paper_pk: int) -> HttpResponse:
    """A paper of the dossier, shown in the browser; ``tai=1`` saves it instead."""
    dossier = get_object_or_404(visible_to(officer), pk=pk)
    issued = get_object_or_404(Paper.objects.select_related("pdf"), pk=paper_pk, subject=dossier.code)
    return as_pdf(render(issued), f"{issued.name} {dossier.short_code}", save=request.GET.get("tai") == "1")


@require_safe
@officer_page
def fee_receipt(request: HttpRequest, officer: Officer, pk: int, receipt_pk: int) -> HttpResponse:
    """The receipt for a fee that was paid for the dossier."""
    rows = visible_to(officer).select_related("received_unit", "version")
    dossier: Dossier = get_object_or_404(rows.defer("version__content"), pk=pk, bill__isnull=False)
    receipts = Receipt.objects.select_related("bill", "collected_by")
    receipt = get_object_or_404(receipts, pk=receipt_pk, bill=dossier.bill_id)
    content = receipt_paper(
        receipt,
        agency=agency_name(dossier.received_unit),
        desk=desk_name(dossier.received_unit, on=timezone.localdate(receipt.paid_at)),
        payer_name=dossier.applicant_name,
        payer_address=dossier.contact_address,
        reason=dossier.version.name,
    )
    return as_pdf(
        draw("fee_receipt", content), f"Biên lai {receipt.number}", save=request.GET.get("tai") == "1"
    )


def as_pdf(content: bytes, name: str, *, save: bool = False) -> HttpResponse:
    """Answer with a PDF under a plain file name; nobody's name stands in it."""
    response = HttpResponse(content, content_type="application/pdf")
    plain = "-".join("".join(c if c.isalnum() else " " for c in search_form(name)).split())
    response.headers["Content-Disposition"] = f'{"attachment" if save else "inline"}; filename="{plain}.pdf"'
    return response
