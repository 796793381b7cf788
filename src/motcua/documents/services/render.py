import msgspec
from django.db import transaction

from motcua.documents import vault
from motcua.documents.media import PDF
from motcua.documents.models import Paper, StoredFile
from motcua.documents.papers.content import Signed
from motcua.documents.papers.kinds import content_of
from motcua.documents.papers.render import render as to_pdf
from motcua.documents.queries import open_file


def render(paper: Paper) -> bytes:
    """Return the PDF of an issued paper.

    What was once printed is printed again byte for byte: the PDF of a final paper is kept on first use. A
    paper that waits for its signature is drawn anew each time, without the signature.
    """
    if paper.pdf is not None:
        with open_file(paper.pdf) as file:
            return file.read()
    content = content_of(paper.kind, paper.data)
    if isinstance(content, Signed):
        content = msgspec.structs.replace(content, signed_at=paper.signed_at)
    pdf = to_pdf(paper.kind, content)
    if paper.is_final:
        _keep(paper, pdf)
    return pdf


def _keep(paper: Paper, pdf: bytes) -> None:
    with vault.receive([pdf], limit=len(pdf)) as received:
        vault.put_in_place(received)
    with transaction.atomic():
        row, _created = StoredFile.objects.get_or_create(
            sha256=received.sha256,
            defaults={
                "size": received.size,
                "media_type": PDF.mime,
                "stored_at": paper.signed_at or paper.issued_at,
                "uploader_id": paper.signed_by_id or paper.issued_by_id,
            },
        )
        Paper.objects.filter(pk=paper.pk, pdf=None).update(pdf=row)
    paper.refresh_from_db(fields=["pdf"])
