from collections.abc import Iterator
from hashlib import file_digest
from typing import BinaryIO

from motcua.documents import vault
from motcua.documents.models import Paper, StoredFile
from motcua.documents.models.paper import PaperQuerySet


def open_file(file: StoredFile) -> BinaryIO:
    """Open a stored file for reading; the caller closes it."""
    return vault.place(file.sha256).open("rb")


def papers_of(subject: str) -> PaperQuerySet:
    """All papers issued about one subject, usually a dossier code, oldest first."""
    return Paper.objects.filter(subject=subject).select_related("pdf").order_by("issued_at", "pk")


def damaged_files() -> Iterator[StoredFile]:
    """Stored files that are missing on the disk or no longer have the content they were stored with."""
    for file in StoredFile.objects.order_by("pk").iterator():
        path = vault.place(file.sha256)
        if not path.is_file():
            yield file
            continue
        with path.open("rb") as content:
            if file_digest(content, "sha256").hexdigest() != file.sha256:
                yield file
