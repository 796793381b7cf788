"""A directive as it is printed: the signed paper, or how a draft would look if it were signed now."""

from datetime import date

import msgspec
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from motcua.directives import printing
from motcua.directives.access import may_directive
from motcua.directives.models import Conference, Directive
from motcua.directives.services import Incomplete
from motcua.directives.states import Kind
from motcua.documents.models import StoredFile
from motcua.documents.papers.content import Signer
from motcua.documents.papers.render import render as to_pdf
from motcua.documents.queries import open_file
from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.access import officer as at_work
from motcua.organisation.roles import Role

#: A PDF asks for nothing but itself; Chromium's reader needs to embed it.
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})


def preview(directive: Directive, officer: Officer, *, on: date) -> bytes:
    """Return the PDF of a draft, without number and signature.

    Raises:
        Incomplete: a notice of conclusions without its conference.
    """
    if (
        directive.kind == Kind.CONFERENCE_CONCLUSION
        and not Conference.objects.filter(directive=directive).exists()
    ):
        raise Incomplete(
            _("Thông báo kết luận cần có hội nghị. Ghi hội nghị trước, rồi soạn kết luận từ trang hội nghị.")
        )
    tasks = printing.in_order(directive.tasks.select_related("lead_unit"))
    content = printing.content_of(directive, tasks, on=on)
    signer = _expected_signer(directive, officer, content.signer, on=on)
    number = f"…/{directive.symbol}"
    return to_pdf(directive.kind, msgspec.structs.replace(content, number=number, signer=signer))


def _expected_signer(directive: Directive, officer: Officer, printed: Signer, *, on: date) -> Signer:
    """Who would sign: the officer who looks if they may, else the leader of the issuer if there is one alone."""
    if may_directive(officer, "issue", directive):
        return msgspec.structs.replace(printed, name=officer.name, title=printed.title or officer.rank)
    leaders = organisation.holders(directive.issuer, Role.COMMUNE_LEADER, on=on)
    if len(leaders) != 1:
        return msgspec.structs.replace(printed, title=printed.title or _("Chủ tịch"))
    leader = at_work(leaders[0], on=on, unit_id=directive.issuer_id)
    return msgspec.structs.replace(printed, name=leader.name, title=printed.title or leader.rank)


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Answer with a PDF to look at; its name is what somebody would save it under."""
    response = HttpResponse(content, content_type="application/pdf")
    disposition = content_disposition_header(as_attachment=False, filename=name) or "inline"
    return _guarded(response, disposition, PDF_POLICY)


def file_response(file: StoredFile, name: str) -> HttpResponse:
    """Answer with a stored file: shown when a browser can, taken away otherwise; never a page of ours."""
    kind = file.media_type
    safe = file.safe_name(name)
    response = FileResponse(open_file(file), content_type=kind)
    disposition = content_disposition_header(as_attachment=kind not in SHOWN, filename=safe) or "attachment"
    return _guarded(response, disposition, PDF_POLICY if kind == "application/pdf" else SANDBOX)  # type: ignore[arg-type]


def _guarded(response: HttpResponse, disposition: str, policy: str) -> HttpResponse:
    response.headers["Content-Disposition"] = disposition
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
