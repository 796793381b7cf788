"""Files of a dossier: looked at or taken away one by one, or all at once; never run as a page of ours."""

import tempfile
import zipfile
from pathlib import PurePosixPath
from typing import IO, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.documents.queries import open_file, papers_of
from motcua.documents.services import render
from motcua.dossiers.models import Dossier
from motcua.organisation.access import Officer
from motcua.surfaces.desk.views.dossier import dossier_of
from motcua.surfaces.desk.views.papers import PDF_POLICY
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_readings import note_reading

#: Kinds that a browser shows by itself; everything else is taken away as a file.
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})
SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
_IN_MEMORY = 8 * 1024 * 1024


@require_safe
@reader_page
def dossier_file(request: HttpRequest, officer: Officer, pk: int, file_pk: int) -> HttpResponse:
    """One file; ``tai=1`` takes it away. Each opening is written down."""
    dossier = dossier_of(officer, pk)
    file = get_object_or_404(dossier.files.select_related("file"), pk=file_pk)
    words = {"name": file.name, "code": dossier.code}
    note_reading(officer, _("Tệp “%(name)s” của hồ sơ %(code)s") % words, count=1)
    kind = file.file.media_type
    response = FileResponse(
        open_file(file.file),
        as_attachment=kind not in SHOWN or "tai" in request.GET,
        filename=file.file.safe_name(file.name),
        content_type=kind,
    )
    return guarded(response, PDF_POLICY if kind == "application/pdf" else SANDBOX)


@require_safe
@reader_page
def dossier_zip(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """All files and all papers of the office in one archive."""
    dossier = dossier_of(officer, pk)
    note_reading(officer, _("Tất cả tệp của hồ sơ %(code)s") % {"code": dossier.code}, count=1)
    archive = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the response closes it
    _pack(dossier, archive)
    archive.seek(0)
    response = FileResponse(
        archive, as_attachment=True, filename=f"{dossier.code}.zip", content_type="application/zip"
    )
    return guarded(response, SANDBOX)


def guarded(response: FileResponse, policy: str) -> HttpResponse:
    """Let a file be nothing but a file: no sniffing, no scripts, no cache; streamed, though typed as a response."""
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return cast(HttpResponse, response)


def _pack(dossier: Dossier, target: IO[bytes]) -> None:
    """Write each content once under a name of its own; scans first, then the office's papers."""
    taken: set[str] = set()
    with zipfile.ZipFile(target, "w") as archive:
        for file in dossier.files.select_related("file").order_by("pk"):
            name = _free(file.file.safe_name(file.name), taken)
            with open_file(file.file) as content, archive.open(name, "w") as place:
                while block := content.read(1 << 20):
                    place.write(block)
        for paper in papers_of(dossier.code):
            if paper.is_final or paper.pk == dossier.result_id:
                archive.writestr(
                    _free(f"{paper.name} {paper.number or paper.pk}.pdf".replace("/", "-"), taken),
                    render(paper),
                )


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with a number behind it when it is taken."""
    path, place = PurePosixPath(name), 2
    while name in taken:
        name = f"{path.stem} ({place}){path.suffix}"
        place += 1
    taken.add(name)
    return name
