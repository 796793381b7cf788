import msgspec

from motcua.documents.papers.kinds import content_of
from motcua.documents.papers.render import render as to_pdf
from motcua.documents.services import render
from motcua.oversight.models import AwardDecision, Commendation


def print_batch(decision_id: int) -> bytes:
    """Return the PDF with all certificates of a decision, a page each, in the order of the book."""
    decision = AwardDecision.objects.select_related("certificates__pdf").get(pk=decision_id)
    return render(decision.certificates)


def print_one(commendation_id: int) -> bytes:
    """Return the PDF with one certificate, the same page as in the whole."""
    row = Commendation.objects.select_related("decision__certificates").get(pk=commendation_id)
    content = content_of("commendation", row.decision.certificates.data)
    pages = [page for page in content.certificates if page.book == row.code]  # type: ignore[attr-defined]
    return to_pdf("commendation", msgspec.structs.replace(content, certificates=pages))
