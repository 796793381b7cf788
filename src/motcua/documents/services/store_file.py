from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext as _

from motcua.documents import vault
from motcua.documents.file_names import contradicts
from motcua.documents.media import MediaType, Unwanted, sniff
from motcua.documents.models import StoredFile
from motcua.documents.virus_scan import Verdict, scan
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class FileRefused(Refusal):
    """The file is empty, too large, of an unwanted kind, not what its name says, or infected."""


def store_file(*, content: "bytes | File[bytes]", name: str, by: Officer | None, at: datetime) -> StoredFile:
    """Store a file once by its content, after looking at what it really is.

    Args:
        content: the bytes, or an uploaded or opened file.
        name: the file name as the sender gave it; checked against the content, not stored.
        by: the officer who sends it; None for a citizen.
    Raises:
        FileRefused: with a sentence that says what is wrong with the file and what to do.
    """
    shown = name.strip()[-80:]
    try:
        with vault.receive(_chunks(content), limit=settings.MAX_FILE_BYTES) as received:
            if received.size == 0:
                raise FileRefused(
                    _("Tệp “%(name)s” không có nội dung. Chụp hoặc quét lại rồi gửi.") % {"name": shown}
                )
            media_type = _accepted_type(received, shown)
            verdict = _clean_verdict(received, shown)
            vault.put_in_place(received)
    except vault.TooLarge:
        raise FileRefused(
            _("Tệp “%(name)s” lớn hơn %(limit)s MB. Chụp nhẹ hơn hoặc tách thành nhiều tệp rồi gửi.")
            % {"name": shown, "limit": settings.MAX_FILE_BYTES // 1024**2}
        ) from None
    return _row(received, media_type, scanned_at=at if verdict else None, by=by, at=at)


def _chunks(content: "bytes | File[bytes]") -> Iterable[bytes]:
    return [content] if isinstance(content, bytes) else content.chunks()


def _accepted_type(received: vault.Received, name: str) -> MediaType:
    kind = sniff(received.path)
    if isinstance(kind, Unwanted):
        raise FileRefused(
            _("Tệp “%(name)s” là %(kind)s, không nhận được. %(advice)s")
            % {"name": name, "kind": kind.name_vi, "advice": kind.advice_vi}
        )
    if contradicts(name, kind):
        raise FileRefused(
            _("Tệp “%(name)s” thật ra là %(kind)s. Đổi đuôi tên tệp thành %(ending)s rồi gửi lại.")
            % {"name": name, "kind": kind.name_vi, "ending": kind.endings[0]}
        )
    return kind


def _clean_verdict(received: vault.Received, name: str) -> Verdict | None:
    verdict = scan(received.path, socket_path=settings.CLAMD_SOCKET)
    if verdict and verdict.virus:
        raise FileRefused(
            _("Tệp “%(name)s” có mã độc (%(virus)s) nên đã bị chặn. Quét máy đã gửi, rồi gửi bản khác.")
            % {"name": name, "virus": verdict.virus}
        )
    return verdict


def _row(
    received: vault.Received,
    media_type: MediaType,
    *,
    scanned_at: datetime | None,
    by: Officer | None,
    at: datetime,
) -> StoredFile:
    file, created = StoredFile.objects.get_or_create(
        sha256=received.sha256,
        defaults={
            "size": received.size,
            "media_type": media_type.mime,
            "stored_at": at,
            "uploader_id": by.account_id if by else None,
            "scanned_at": scanned_at,
        },
    )
    if not created and scanned_at:
        file.scanned_at = scanned_at
        file.save(update_fields=["scanned_at"])
    return file
