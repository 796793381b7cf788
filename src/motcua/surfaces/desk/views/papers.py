"""Papers as PDF: those that were issued, receipts, the control slip, a draft that nobody has kept yet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.documents.models import Paper
from motcua.documents.papers.render import render as to_pdf
from motcua.documents.services import render as render_paper
from motcua.dossiers.papers import agency_name, control_slip, desk_name
from motcua.organisation.access import Officer
from motcua.payments.models import Receipt
from motcua.payments.queries import receipt_paper
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk.dossier_moves import move_for
from motcua.surfaces.desk.dossier_page import DossierPage, Opened
from motcua.surfaces.desk.dossier_scene import scene
from motcua.surfaces.desk.forms.moves_results import draft_form
from motcua.surfaces.desk.views.dossier import PAGE, dossier_of
from motcua.surfaces.desk.work_access import reader_page

#: A PDF asks for nothing but itself; Chromium's reader needs to embed it.
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Answer with a PDF to look at; its name is what somebody would save it under."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=False, filename=name) or "inline"
    )
    response.headers["Content-Security-Policy"] = PDF_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
@reader_page
def dossier_paper(request: HttpRequest, officer: Officer, pk: int, paper_pk: int) -> HttpResponse:
    """A paper issued about this dossier."""
    dossier = dossier_of(officer, pk)
    paper = get_object_or_404(Paper.objects.select_related("pdf"), pk=paper_pk, subject=dossier.code)
    return pdf_response(render_paper(paper), f"{paper.name} {dossier.short_code}.pdf")


@require_safe
@reader_page
def dossier_control_slip(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Mẫu 06 as the hand-overs stand now."""
    dossier = dossier_of(officer, pk)
    if dossier.case is None:
        raise Http404
    now = timezone.now()
    return pdf_response(to_pdf("form_06", control_slip(dossier, at=now)), f"Mẫu 06 {dossier.short_code}.pdf")


@require_safe
@reader_page
def dossier_receipt(request: HttpRequest, officer: Officer, pk: int, receipt_pk: int) -> HttpResponse:
    """The receipt for a fee, or the slip for money given back."""
    dossier = dossier_of(officer, pk)
    rows = Receipt.objects.select_related("bill", "collected_by")
    receipt = get_object_or_404(rows, pk=receipt_pk, bill=dossier.bill_id)
    unit, on = dossier.received_unit, timezone.localdate(receipt.paid_at)
    content = receipt_paper(
        receipt, agency=agency_name(unit), desk=desk_name(unit, on=on), payer_name=dossier.applicant_name,
        payer_address=dossier.contact_address, reason=dossier.version.name,
    )  # fmt: skip
    return pdf_response(to_pdf("fee_receipt", content), f"Biên lai {receipt.number}.pdf")


@act_only
@reader_page
def draft_preview(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """How a draft would look, without keeping it; what is typed wrong is said on the page."""
    found = scene(dossier_of(officer, pk), officer)
    form = draft_form(found, data=request.POST)
    if not form.is_valid():
        opened = Opened(move_for("draft_result"), form)
        return render(request, PAGE, {"page": DossierPage(found, opened)}, status=422)
    return pdf_response(to_pdf(form.kind, form.content(at=timezone.now())), f"{found.dossier.short_code}.pdf")
