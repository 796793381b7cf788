"""Reading a PDF as tests look at it."""

import io
import unicodedata

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All text of a PDF in one line, letters composed."""
    text = " ".join(page.extract_text() for page in reader(pdf).pages)
    return " ".join(unicodedata.normalize("NFC", text).split())


def size_mm(pdf: bytes) -> tuple[int, int]:
    box = reader(pdf).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)
