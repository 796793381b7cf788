"""What a file is, judged by its content and never by its name."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_HEAD_BYTES = 1024
_MOST_ENTRIES = 10_000
_MOST_CONTENT_TYPES_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class MediaType:
    """A kind of file that the desk takes in; ``endings`` are the file name endings that go with it."""

    mime: str
    name_vi: "StrOrPromise"
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A kind of file that the desk does not take in, and what to do instead."""

    name_vi: "StrOrPromise"
    advice_vi: "StrOrPromise"


PDF = MediaType("application/pdf", _("tệp PDF"), (".pdf",))
JPEG = MediaType("image/jpeg", _("ảnh JPEG"), (".jpg", ".jpeg", ".jfif"))
PNG = MediaType("image/png", _("ảnh PNG"), (".png",))
WEBP = MediaType("image/webp", _("ảnh WebP"), (".webp",))
TIFF = MediaType("image/tiff", _("ảnh TIFF"), (".tif", ".tiff"))
DOCX = MediaType(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _("tệp Word"), (".docx",)
)
XLSX = MediaType(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _("bảng tính Excel"), (".xlsx",)
)
ODT = MediaType("application/vnd.oasis.opendocument.text", _("văn bản OpenDocument"), (".odt",))
MEDIA_TYPES = {kind.mime: kind for kind in (PDF, JPEG, PNG, WEBP, TIFF, DOCX, XLSX, ODT)}

_USUAL = _("Gửi tệp PDF, ảnh (JPG, PNG), văn bản (DOCX, ODT) hoặc bảng tính (XLSX).")
_MACROS = Unwanted(_("tệp có macro"), _("Lưu lại thành PDF rồi gửi."))
_BROKEN = Unwanted(_("tệp bị hỏng"), _("Mở thử trên máy, lưu lại rồi gửi."))
_OTHER = Unwanted(_("loại tệp không nhận"), _USUAL)
_UNWANTED_HEADS = (
    (b"MZ", Unwanted(_("chương trình máy tính"), _USUAL)),
    (b"\x7fELF", Unwanted(_("chương trình máy tính"), _USUAL)),
    (b"#!", Unwanted(_("mã lệnh"), _USUAL)),
    (b"\xd0\xcf\x11\xe0", Unwanted(_("tệp Word, Excel kiểu cũ hoặc có mật khẩu"), _("Lưu lại thành PDF rồi gửi."))),
    (b"Rar!", Unwanted(_("tệp nén"), _("Giải nén rồi gửi từng tệp."))),
    (b"7z\xbc\xaf", Unwanted(_("tệp nén"), _("Giải nén rồi gửi từng tệp."))),
    (b"\x1f\x8b", Unwanted(_("tệp nén"), _("Giải nén rồi gửi từng tệp."))),
)  # fmt: skip
_HEIC = Unwanted(_("ảnh HEIC của iPhone"), _("Chụp màn hình ảnh đó, hoặc lưu lại thành JPG rồi gửi."))
_WEB_PAGE = Unwanted(_("trang web hoặc hình SVG"), _USUAL)
_ARCHIVE = Unwanted(_("tệp nén"), _("Giải nén rồi gửi từng tệp."))


def sniff(path: Path) -> MediaType | Unwanted:
    """Tell what a file is by its content; anything not known to be harmless is unwanted."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for start, kind in ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG),
                        (b"II*\x00", TIFF), (b"MM\x00*", TIFF)):  # fmt: skip
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"PK\x03\x04"):
        return _sniff_archive(path)
    for start, unwanted in _UNWANTED_HEADS:
        if head.startswith(start):
            return unwanted
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"mif1", b"hevc"}:
        return _HEIC
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _WEB_PAGE
    return _OTHER


def _sniff_archive(path: Path) -> MediaType | Unwanted:
    """Office files are archives; their list of entries tells which one, and whether they carry programs."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower() for name in archive.namelist()}
            if len(names) > _MOST_ENTRIES:
                return _ARCHIVE
            types = _entry(archive, "[Content_Types].xml")
            mime = _entry(archive, "mimetype").decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return _BROKEN
    if any("vbaproject" in name or "/activex/" in name for name in names) or b"macroEnabled" in types:
        return _MACROS
    if mime == ODT.mime:
        return _MACROS if any(name.startswith(("basic/", "scripts/")) for name in names) else ODT
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else _ARCHIVE


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a small entry; an absent or suspiciously large one reads as empty."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    return archive.read(info) if info.file_size <= _MOST_CONTENT_TYPES_BYTES else b""
